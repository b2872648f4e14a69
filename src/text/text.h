// The ground that every stage stands on: UTF-8, tables of words, and the words that the public structs are printed
// with. No I/O.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/span.h"
#include "text/word_hash.h"
#include "text/word_set.h"
#include "text/wrapped.h"

namespace onrecord {

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or text.size().
std::size_t first_invalid_utf8(std::string_view text);

// True where `offset` is 0, the end, or the first byte of a character.
bool on_boundary(std::string_view text, std::size_t offset);

// The code point that begins at `offset` and its length in bytes; `text` is valid UTF-8 and offset < size.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t offset);

// Appends the character `c`, a Unicode scalar value, as UTF-8.
void append_utf8(std::string& out, char32_t c);

// White space of news texts: ASCII blanks, no-break space and the other Unicode space separators, line separators.
bool is_space(char32_t c);

// `span` without white space at its ends; empty at its begin where nothing else is left.
Span trim(std::string_view text, Span span);

// Lower case of ASCII and of Latin-1, Latin Extended-A, Greek and Cyrillic letters; others as they are.
std::string lower(std::string_view text);

}  // namespace onrecord
