// An article's text as the model sees it: words with three features and their word pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "tag/vocabulary.h"

namespace onrecord::model {

enum class Letters : std::uint8_t { none, lower, initial, upper, mixed };
enum class Quotation : std::uint8_t { outside, inside, mark };

struct Word {
  Span span;
  std::uint32_t first_piece = 0;  // index into Words::pieces
  std::uint32_t pieces = 0;       // at least 1
  Letters letters = Letters::none;
  Quotation quotation = Quotation::outside;
  bool starts_paragraph = false;
};

struct Words {
  std::vector<Word> words;            // in the text's order
  std::vector<std::uint32_t> pieces;  // of all words, one after the other
  std::string plain;                  // scratch: the word being read
};

// Fills `out` anew from valid UTF-8; linear in the text.
void split_words(std::string_view text, const Vocabulary& vocabulary, Words& out);

}  // namespace onrecord::model
