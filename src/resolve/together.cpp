#include "resolve/together.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::uint32_t reach = 4;  // sentences back

// How many a phrase means: 2 for "both", "the two", "the pair"; 3 for "the three"; 0 where it does not count its own.
std::uint32_t told_number(const Reading& reading, const Phrase& phrase) {
  constexpr std::array<std::string_view, 5> numbers{"two", "three", "four", "five", "six"};
  const auto& words = reading.words;
  const Word& first = words[phrase.core.begin];
  if (phrase.core.size() > 4 || phrase.whole.size() > phrase.core.size() || !phrase.clause.empty()) return 0;
  if (first.lower == "both" || (phrase.core.size() == 1 && (first.lower == "pair" || first.lower == "duo"))) return 2;
  if (phrase.core.size() == 2 && first.lower == "each" && words[phrase.head].lower == "side") return 2;
  if (phrase.definite != Definite::definite && first.lower != "all") return 0;
  if (phrase.core.size() == 1 && first.is(c::organisation) && phrase.plural) return 2;  // "the companies"
  const auto number = std::ranges::find(
      numbers, phrase.core.size() > 1 && first.lower == "all" ? words[phrase.core.begin + 1].lower : first.lower);
  if (number != numbers.end()) return static_cast<std::uint32_t>(number - numbers.begin()) + 2;
  constexpr std::array<std::string_view, 4> pairs{"brothers", "sisters", "couple", "spouses"};
  return phrase.core.size() == 1 && std::ranges::find(pairs, first.lower) != pairs.end() ? 2 : 0;
}

}  // namespace

std::vector<Together> find_together(const Reading& reading, const Cast& cast, const std::vector<Mentioned>& mentions) {
  std::vector<Together> found;
  const auto& words = reading.words;
  const auto fits = [&](std::uint32_t i, bool persons) {
    const NameKind kind = cast.names[i].kind;
    if (cast.figure_of_name[i] == none) return false;
    return persons ? kind == NameKind::person
                   : kind == NameKind::place || kind == NameKind::organisation ||
                         cast.figures[cast.figure_of_name[i]].kind == SpeakerKind::group;
  };
  for (std::uint32_t i = 0; i + 1 < cast.names.size(); ++i) {
    Together together{i, none, 1, cast.names[i].kind == NameKind::person, false};
    for (std::uint32_t k = i; k + 1 < cast.names.size() && fits(k, together.persons) && fits(k + 1, together.persons);
         ++k) {
      const Name& next = cast.names[k + 1];
      const std::uint32_t between = cast.names[k].words.end;
      const std::uint32_t begin = next.before.empty() ? next.words.begin : next.before.begin;
      if (cast.names[k].possessive || begin <= between || begin - between > 2) break;
      const bool joined = words[begin - 1].lower == "and" || words[begin - 1].lower == "&";
      if (!joined && (words[between].lower != "," || begin - between != 1)) break;
      if (cast.figure_of_name[k] == cast.figure_of_name[k + 1]) break;
      ++together.members;
      if (!joined) continue;
      if (!next.possessive) together.last = k + 1;
      break;
    }
    if (together.last == none) continue;
    const auto mention = std::ranges::find(mentions, cast.names[i].words.end - 1, &Mentioned::word);
    together.subject = mention != mentions.end() && mention->subject;
    found.push_back(together);
    i = together.last;
  }
  return found;
}

Figure figure_of(const Cast& cast, const Together& together) {
  Figure all;
  all.plural = true;
  all.kind = together.persons ? SpeakerKind::group : SpeakerKind::organisation;
  for (std::uint32_t i = together.first; i <= together.last; ++i)
    all.name += (all.name.empty() ? "" : " and ") + cast.figures[cast.figure_of_name[i]].name;
  return all;
}

const Together* meant_by(const Reading& reading, const Cast& cast, const std::vector<Together>& all,
                         const Phrase& phrase) {
  const std::uint32_t number = told_number(reading, phrase);
  if (number == 0) return nullptr;
  const Word& head = reading.words[phrase.head];
  const Together* best = nullptr;
  for (const Together& together : all) {
    const std::uint32_t at = cast.names[together.last].words.end - 1;
    if (together.members != number || (head.is(c::organisation) && together.persons)) continue;
    // Three or more are seldom named together twice: then wherever they are.
    if (at >= phrase.core.begin && (number < 3 || best != nullptr)) break;
    if (number < 3 && head.sentence - reading.words[at].sentence > reach) continue;
    if (head.is(c::person | c::people) && !together.persons && phrase.core.size() > 1) continue;
    best = &together;
  }
  return best;
}

Figure family(const Reading& reading, const Cast& cast, std::uint32_t name) {
  Figure all;
  const Name& of = cast.names[name];
  std::string_view surname = reading.words[of.words.end - 1].lower;
  if (of.words.size() != 1 || !of.with_article || !surname.ends_with("s")) return all;
  surname.remove_suffix(1);
  std::uint32_t members = 0;
  for (const Figure& figure : cast.figures) {
    if (figure.kind != SpeakerKind::person || figure.parts.size() < 2 || figure.parts.back() != surname) continue;
    ++members;
    all.name += (all.name.empty() ? "" : " and ") + figure.name;
  }
  if (members != 2) return {};
  all.plural = true;
  all.kind = SpeakerKind::group;
  return all;
}

}  // namespace onrecord::resolving
