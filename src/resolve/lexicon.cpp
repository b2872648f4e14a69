#include "resolve/lexicon.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/lexicon_words.h"
#include "text/text.h"

namespace onrecord::resolving {

namespace {

template <class Take>
void each_part(std::string_view list, char separator, const Take& take) {
  while (!list.empty()) {
    const std::size_t end = list.find(separator);
    const std::string_view part = list.substr(0, end);
    if (!part.empty()) take(part);
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
}

// Of a compound's last part; a shorter word ends too many others.
constexpr std::size_t shortest_part = 5;

struct Lexicon {
  boost::unordered_flat_map<std::string_view, WordClasses, WordHash, SameWord> words;
  std::unordered_set<std::string_view> places;
  std::unordered_set<std::string_view> small;
  std::vector<bool> parts_end;  // by ending_of: some word that can be a compound's last part ends so

  void add(std::string_view list, WordClasses classes) {
    each_part(list, ' ', [&](std::string_view word) { words[word] |= classes; });
  }

  Lexicon() {
    namespace c = word_class;
    words.reserve(3000);
    add(lists::male_names, c::first_name | c::male);
    add(lists::female_names, c::first_name | c::female);
    add(lists::honorifics, c::honorific);
    add(lists::male_honorifics, c::honorific | c::male);
    add(lists::female_honorifics, c::honorific | c::female);
    add(lists::titles, c::title | c::person);
    add(lists::person_nouns, c::person);
    add(lists::male_nouns, c::person | c::male);
    add(lists::female_nouns, c::person | c::female);
    add(lists::people_words, c::people);
    add(lists::quantities, c::people | c::quantity);
    add(lists::organisation_nouns, c::organisation);
    add(lists::document_nouns, c::document);
    add(lists::outlet_endings, c::outlet);
    add(lists::media, c::medium);
    add(lists::gatherings, c::gathering);
    add(lists::places, c::place);
    add(lists::demonyms, c::demonym | c::person);
    add(lists::function_words, c::function);
    add(lists::prepositions, c::preposition | c::function);
    add(name_particles, c::particle);
    add(lists::weekdays, c::weekday);
    add(lists::months, c::month);
    add(lists::auxiliaries, c::auxiliary | c::function);
    add(lists::speech_verbs, c::speech_verb);
    each_part(lists::long_places, ',', [&](std::string_view place) { places.insert(place); });
    small.reserve(5000);
    each_part(lists::small_words, ' ', [&](std::string_view word) { small.insert(word); });
    parts_end.resize(1 << 16);
    for (const auto& [word, classes] : words) {
      if (word.size() >= shortest_part && (classes & c::person) != 0) parts_end[ending_of(word)] = true;
    }
  }

  // The last two bytes.
  static std::size_t ending_of(std::string_view word) {
    const auto byte = [&](std::size_t back) {
      return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - back]));
    };
    return byte(1) << 8 | byte(2);
  }
};

const Lexicon& lexicon() {
  static const Lexicon made;
  return made;
}

WordClasses exact(std::string_view word) {
  const auto found = lexicon().words.find(word);
  return found == lexicon().words.end() ? 0 : found->second;
}

// "officials" -> "official", "attorneys" -> "attorney", "deputies" -> "deputy", "spokesmen" -> "spokesman".
WordClasses of_plural(std::string_view word) {
  if (word.size() > 3 && word.ends_with("men")) {
    std::string singular(word.substr(0, word.size() - 3));
    return exact(singular + "man");
  }
  if (word.size() < 3 || !word.ends_with("s") || word.ends_with("ss")) return 0;
  if (word.ends_with("ies")) return exact(std::string(word.substr(0, word.size() - 3)) + "y");
  const WordClasses plain = exact(word.substr(0, word.size() - 1));
  if (plain != 0) return plain;
  return word.ends_with("es") ? exact(word.substr(0, word.size() - 2)) : 0;
}

// "hygienist", "loyalist"; not "consist", "checklist".
bool practises(std::string_view word) {
  constexpr std::string_view vowels = "aeio";
  if (word.size() < 7 || !word.ends_with("ist") || word.ends_with("sist") || word.ends_with("xist")) return false;
  return !word.ends_with("list") || vowels.find(word[word.size() - 5]) != std::string_view::npos;
}

// "neurosurgeon", "co-chair", "radioman": what a longer word ends in says what it is.
WordClasses of_compound(std::string_view word) {
  namespace c = word_class;
  if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos) {
    return exact(word.substr(hyphen + 1)) & (c::person | c::male | c::female | c::title);
  }
  if (word.size() > 6 && word.ends_with("woman")) return c::person | c::female;
  if (word.size() > 5 && word.ends_with("man") && !word.ends_with("oman") && !word.ends_with("uman") &&
      !word.ends_with("ahman"))
    return c::person | c::male;
  if (practises(word)) return c::person;
  if (word.size() < 3 + shortest_part || !lexicon().parts_end[Lexicon::ending_of(word)]) return 0;
  for (std::size_t at = 3; at + shortest_part <= word.size(); ++at) {
    const WordClasses ending = exact(word.substr(at));
    if ((ending & c::person) != 0 && (ending & (c::first_name | c::demonym)) == 0) return ending & c::person;
  }
  return 0;
}

// The endings of regular forms and what stands for them in the word itself.
struct Ending {
  std::string_view of_form, of_word;
};
constexpr std::array<Ending, 10> endings{{{"ies", "y"},
                                          {"es", ""},
                                          {"s", ""},
                                          {"ied", "y"},
                                          {"ed", ""},
                                          {"ed", "e"},
                                          {"ing", ""},
                                          {"ing", "e"},
                                          {"ily", "y"},
                                          {"ly", ""}}};

bool doubles_last(std::string_view stem) { return stem.size() > 3 && stem.back() == stem[stem.size() - 2]; }

}  // namespace

WordClasses classes_of(std::string_view lower_word) {
  namespace c = word_class;
  const WordClasses own = exact(lower_word);
  if (own != 0) return own;
  const WordClasses singular = of_plural(lower_word);
  if ((singular & (c::person | c::demonym)) != 0)
    return c::people | (singular & c::demonym) | ((singular & c::title) != 0 ? c::titles : 0);
  if (singular != 0) return singular & (c::organisation | c::document | c::medium | c::gathering);
  if (const WordClasses compound = of_compound(lower_word); compound != 0) return compound;
  const bool several = lower_word.size() > 7 && lower_word.ends_with("s") && !lower_word.ends_with("ss");
  if (!several || (of_compound(lower_word.substr(0, lower_word.size() - 1)) & c::person) == 0) return 0;
  return c::people;
}

bool written_small(std::string_view lower_word) {
  const auto& small = lexicon().small;
  if (small.contains(lower_word)) return true;
  // "high-flying", "then-candidate"
  if (const std::size_t hyphen = lower_word.rfind('-'); hyphen != std::string_view::npos && hyphen > 0)
    return written_small(lower_word.substr(hyphen + 1));
  for (const Ending& ending : endings) {
    if (!lower_word.ends_with(ending.of_form)) continue;
    const std::string_view stem = lower_word.substr(0, lower_word.size() - ending.of_form.size());
    if (stem.size() < 3) continue;
    if (written_small(std::string(stem).append(ending.of_word))) return true;
    // "stopping", "planned"
    if (ending.of_word.empty() && (ending.of_form == "ed" || ending.of_form == "ing") && doubles_last(stem) &&
        written_small(stem.substr(0, stem.size() - 1)))
      return true;
  }
  return false;
}

bool is_place_name(std::string_view lower_words) { return lexicon().places.contains(lower_words); }

bool is_constituency(std::string_view lower_word) {
  return lower_word.size() >= 4 && lower_word[1] == '-' &&
         (lower_word[0] == 'r' || lower_word[0] == 'd' || lower_word[0] == 'i');
}

bool is_state_abbreviation(std::string_view lower_word) {
  static constexpr std::array<std::string_view, 42> states{
      "ala", "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",  "ga",  "ill", "ind", "kan",  "ky",   "la",
      "md",  "mass", "mich", "minn",  "miss", "mo",   "mont", "neb",  "nev", "n.h", "n.j", "n.m",  "n.y",  "n.c",
      "n.d", "okla", "ore",  "pa",    "r.i",  "s.c",  "s.d",  "tenn", "tex", "vt",  "va",  "wash", "w.va", "wis"};
  return std::ranges::find(states, lower_word) != states.end();
}

}  // namespace onrecord::resolving
