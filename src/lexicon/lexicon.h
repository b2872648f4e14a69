// `lexicon`: the words that attribute: verbs of saying, thinking and showing, the nouns and set phrases that stand for
// them, and the small words around them. Ground for `tag` and `attribute` alike; it knows words and no text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/statement.h"

namespace onrecord {

// What may stand beside a cue verb as the thing said.
enum Frame : std::uint8_t {
  quotation = 1,     // “…,” she said; the bridge is late, she said
  clause = 2,        // said (that) …
  infinitive = 4,    // promised to …
  question = 8,      // asked whether …
  noun_phrase = 16,  // rejected the plan
  gerund = 32,       // denied having …
  hearer = 64        // told the paper that …: the hearer stands between cue and content and belongs to neither
};

enum class VerbForm : std::uint8_t { base, third_person, past, ing };  // "say", "says", "said", "saying"

struct CueVerb {
  std::string_view lemma;
  Act act = Act::say;
  bool communicated = true;       // false: a thought, wish, feeling or perception
  std::uint8_t frames = 0;        // of Frame
  std::string_view prepositions;  // those that belong to the cue: "about for"
};

struct CueReading {
  const CueVerb* verb = nullptr;   // static storage
  VerbForm form = VerbForm::base;  // of "read" and "put" the base form; participles in -ed and -en are past
};

// The verb that a lower-case word may be a form of; nothing for other words.
std::optional<CueReading> read_cue(std::string_view word);

// The act that a lower-case noun stands for: "denial", "promise"; nothing for nouns that are no act of saying or
// thinking.
std::optional<Act> read_noun_cue(std::string_view word);

// The act that a lower-case cue of several words stands for as a whole ("walked back", "stood by", "fired back").
std::optional<Act> read_phrase_cue(std::string_view cue);

enum class Small : std::uint8_t {
  other,
  auxiliary,    // has, was, will, 'd
  negation,     // not, n't, never
  adverb,       // also, later, repeatedly
  determiner,   // the, his, no
  subject,      // he, they, who is not here
  relative,     // who, which
  preposition,  // in, of, at
  conjunction,  // that, because, while, if
  coordinator,  // and, but, or
  day           // monday, yesterday, january
};

// What a lower-case word is among the small words, in its most frequent use. Words in -ly are adverbs.
Small small_word(std::string_view word);

// The little words inside names, separated by blanks: "van", "al".
extern const std::string_view name_particles;
bool is_name_particle(std::string_view lower_word);

// The formal name that a nickname stands for ("bill" gives "william"); the word itself where none is known.
std::string_view formal_name(std::string_view lower_word);

}  // namespace onrecord
