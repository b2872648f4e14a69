#include <algorithm>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace onrecord {

namespace {

// Pairs: nickname, formal name.
constexpr std::string_view pairs =
    "bill william billy william will william bob robert bobby robert rob robert dick richard rick richard rich "
    "richard jim james jimmy james jamie james mike michael mickey michael tom thomas tommy thomas dan daniel danny "
    "daniel dave david ted edward ed edward eddie edward joe joseph joey joseph steve stephen steven stephen tim "
    "timothy tony anthony chris christopher matt matthew nick nicholas pete peter sam samuel ben benjamin benny "
    "benjamin bernie bernard don donald donnie donald ken kenneth kenny kenneth larry lawrence jeff jeffrey geoff "
    "geoffrey greg gregory andy andrew drew andrew alex alexander al albert chuck charles charlie charles hank henry "
    "harry henry jack john johnny john jon jonathan josh joshua jerry gerald gerry gerald ron ronald ronnie ronald "
    "ray raymond phil philip phillip philip stan stanley walt walter doug douglas fred frederick vince vincent nate "
    "nathan zach zachary zack zachary marty martin newt newton mitch mitchell rudy rudolph gus augustus abe abraham "
    "liz elizabeth beth elizabeth betsy elizabeth betty elizabeth lizzie elizabeth kate katherine kathy katherine "
    "katie katherine cathy catherine meg margaret maggie margaret peggy margaret patty patricia pat patrick sue susan "
    "susie susan jen jennifer jenny jennifer becky rebecca debbie deborah deb deborah barb barbara cindy cynthia "
    "sandy sandra terri teresa pam pamela nan nancy ginny virginia vicki victoria jackie jacqueline judy judith trish "
    "patricia abby abigail mandy amanda marcy marcia tricia patricia";

std::unordered_map<std::string_view, std::string_view> read_pairs() {
  std::unordered_map<std::string_view, std::string_view> formal;
  for (std::size_t at = 0; at < pairs.size();) {
    const std::size_t gap = pairs.find(' ', at);
    const std::size_t end = std::min(pairs.find(' ', gap + 1), pairs.size());
    formal.emplace(pairs.substr(at, gap - at), pairs.substr(gap + 1, end - gap - 1));
    at = end + 1;
  }
  return formal;
}

}  // namespace

const std::string_view name_particles =
    "abu af al ben bin bint da das de del della den der di do dos du el ibn la le st ten ter van von y zu zum";

bool is_name_particle(std::string_view lower_word) {
  for (std::size_t at = 0; at < name_particles.size();) {
    const std::size_t end = std::min(name_particles.find(' ', at), name_particles.size());
    if (name_particles.substr(at, end - at) == lower_word) return true;
    at = end + 1;
  }
  return false;
}

std::string_view formal_name(std::string_view lower_word) {
  static const auto formal = read_pairs();
  const auto found = formal.find(lower_word);
  return found == formal.end() ? lower_word : found->second;
}

}  // namespace onrecord
