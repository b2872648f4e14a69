// Auxiliaries, determiners, pronouns and the other words that tell where a phrase begins.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>

#include "lexicon/lexicon.h"
#include "text/text.h"

namespace onrecord {

namespace {

struct Row {
  Small kind;
  std::string_view words;  // parted by single spaces
};

constexpr Row rows[] = {
    {Small::auxiliary,
     "has have had having is are was were be been being am do does did will would could should may might must can "
     "shall "
     "'d ’d 've ’ve 'll ’ll 're ’re 'm ’m ca wo"},
    {Small::negation, "not n't n’t never"},
    {Small::adverb,
     "also once later then now already often still just even further first again soon thus too instead ever always "
     "sometimes "
     "meanwhile however moreover furthermore perhaps maybe therefore though separately"},
    {Small::determiner,
     "the a an this these those his her its their our my your some any no every each many most several few another "
     "both all "
     "one two three four five six"},
    {Small::subject, "he she they we i it you"},
    {Small::relative, "who which whom"},
    {Small::preposition,
     "in of at on throughout by for with from to about against during under over through between among into within "
     "without near "
     "toward towards across behind outside inside via per upon amid alongside including despite like unlike"},
    {Small::conjunction,
     "that because while if when where whether why how what as since although unless until after before than once "
     "whereas "
     "whom whose lest so"},
    {Small::coordinator, "and but or nor yet"},
    {Small::day,
     "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march "
     "april "
     "june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec."},
};

boost::unordered_flat_map<std::string_view, Small, WordHash, SameWord> all_words() {
  boost::unordered_flat_map<std::string_view, Small, WordHash, SameWord> words;
  for (const Row& row : rows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t size = std::min(rest.find(' '), rest.size());
      words.emplace(rest.substr(0, size), row.kind);
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
  }
  return words;
}

}  // namespace

Small small_word(std::string_view word) {
  static const auto words = all_words();  // made once, never changed
  if (word.size() > 14) return word.ends_with("ly") ? Small::adverb : Small::other;
  const auto found = words.find(word);
  if (found != words.end()) return found->second;
  for (const std::string_view noun :
       {"family", "ally", "rally", "july", "reply", "supply", "italy", "assembly", "anomaly"}) {
    if (word == noun) return Small::other;
  }
  return word.size() > 4 && word.ends_with("ly") ? Small::adverb : Small::other;
}

}  // namespace onrecord
