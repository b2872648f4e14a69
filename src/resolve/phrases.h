// The noun phrase that a source is: what its head is, how much of it is the phrase itself and how much is said about
// it.
//
//   "the deputy head of Norland's delegation, who spoke first,"
//        ^^^^^^ ^^^^ core, head "head"          definite, singular, a person's noun
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ whole
#pragma once

#include <vector>

#include "resolve/cast.h"

namespace onrecord::resolving {

enum class PhraseForm : std::uint8_t { empty, pronoun, relative, name, noun };
enum class Definite : std::uint8_t { bare, indefinite, definite };

struct Phrase {
  PhraseForm form = PhraseForm::empty;
  Range core;                 // from the first modifier to the head, without article
  Range whole;                // the core and the prepositional phrases after it
  Range clause;               // "who want change", "familiar with the talks" right behind them, without a comma
  std::uint32_t head = none;  // word
  std::uint32_t name = none;  // of the cast's names, for PhraseForm::name
  Definite definite = Definite::bare;
  bool plural = false;
  bool share = false;  // a part or a number of something: "some of the voters", "42%"
};

// The phrases of a source: one, or several where names or phrases are joined by "and". `words` are those of the source.
std::vector<Phrase> read_source(const Reading& reading, const Cast& cast, Range words);

// The one phrase that those words are.
Phrase read_phrase(const Reading& reading, const Cast& cast, Range words);

// "the", "a", "these", "her": what a noun phrase may open with.
bool is_determiner(std::string_view lower_word);

// The phrase that ends right before `word` (for "…, who"): its head's name or noun. Empty where there is none.
Phrase phrase_before(const Reading& reading, const Cast& cast, std::uint32_t word);

// "anyone", "everybody", "nobody".
bool is_anybody(std::string_view lower_word);

// "a" kind of thing its head is: person (one), group, organisation, document; unknown where the lists do not tell.
SpeakerKind kind_of_noun(const Reading& reading, const Phrase& phrase);

}  // namespace onrecord::resolving
