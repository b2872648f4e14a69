// The words of a passage in the form in which two passages are compared: lower case, without marks, possessives and
// most endings, and which of them tell what it is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::relating {

struct Word {
  Span span;
  std::string text;  // plain
};

// All words and numbers in order with their place: lower case, typographic apostrophes made plain, "'s" dropped,
// hyphens split.
std::vector<Word> placed_words(std::string_view text);
std::vector<std::string> plain_words(std::string_view text);

// True for articles, pronouns, auxiliaries, prepositions, cue verbs and other words that tell nothing of a topic.
bool is_function_word(std::string_view plain);

// A word without its inflection ("denied", "denies", "denying" -> "deny"); never shorter than three letters.
std::string stem(std::string_view plain);

// Stems of the words that are no function words; sorted, each once.
std::vector<std::string> telling_stems(std::string_view text);

// Elements that stand in both; both sorted.
std::vector<std::string> shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace onrecord::relating
