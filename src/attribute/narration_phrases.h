// The words of narrated acts: the phrases that say what was done, and the nouns that name what somebody said.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "onrecord/statement.h"

namespace onrecord::narration {

enum class Object : std::uint8_t {
  words,     // only with an object that names words: "denied the claim", never "denied entry"
  optional,  // speaks of words by itself: "backtracked", "misspoke"
};

// At most four words; "a|b" is either word, "~" up to four words of an object, an empty one ends the phrase.
struct Phrase {
  onrecord::Act act;
  Object object;
  std::array<std::string_view, 4> words;
};

// The phrases whose first word `word` can be; those that come first are the more telling.
std::span<const Phrase> phrases_at(const std::string& word);

bool is(const std::string& word, std::string_view wanted);  // "a|b" is either
bool names_words(const std::string& word);                  // "comments", "pledge"
bool stands_for_words(const std::string& word);             // "it", "that", "this", "those"
bool breaks_object(const std::string& word);                // a verb or conjunction that no object runs across
bool ends_content(const std::string& word);                 // "and", "saying", "after"
bool is_verb_group(const std::string& word);                // "later", "has", "appeared", "to"
bool is_pronoun(const std::string& word);
bool begins_clause(const std::string& word);    // "and", "but", "that", "when"
bool begins_relative(const std::string& word);  // "who", "which"
bool opens_sentence(const std::string& word);   // "but", "then", "later"
bool negates(const std::string& word);          // "not", "refused", "never"
bool makes_possible(const std::string& word);   // "may", "would", "if": what follows has not happened

}  // namespace onrecord::narration
