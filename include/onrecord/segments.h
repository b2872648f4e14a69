// What `segment` gives: flat arrays of byte ranges over one article's text. Indices are positions in these arrays.
//
//   "We will vote," she said.        one paragraph, one sentence
//   ^^                               quote: span with its marks, `inside` without
//    ^^ ^^^^ ^^^^ ^ ^ ^^^ ^^^^ ^     tokens: words, numbers, marks; no white space
#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

inline constexpr std::uint32_t none = 0xffffffffu;  // "no such index"

enum class TokenKind : std::uint8_t { word, number, punctuation, quote_mark, symbol };
enum class CaseClass : std::uint8_t { other, lower, initial, upper, mixed };  // other: no letter in it

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  CaseClass letters = CaseClass::other;
  std::uint32_t sentence = 0;
};

struct Sentence {
  Span span;  // trimmed of white space; a sentence never leaves its paragraph
  Range tokens;
  std::uint32_t paragraph = 0;
};

struct Paragraph {
  Span span;  // trimmed of white space; ends at a line break, but for text set in lines (docs/reading.md)
  Range sentences;
};

struct Quote {
  Span span;               // marks included; up to the paragraph's end where it is not closed there
  Span inside;             // marks excluded
  std::uint8_t depth = 0;  // 0 outermost
  bool closed = true;
  std::uint32_t continues = none;  // the quote (of the paragraph before, left open) that this one goes on with
};

struct Segments {
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Quote> quotes;  // sorted by begin, outer before inner
};

}  // namespace onrecord
