// What kind of character stands at an offset: the little of Unicode that news needs to be cut into words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace onrecord {

enum class CharKind : std::uint8_t {
  space,
  line_break,
  upper,
  lower,
  letter,  // without case, and the marks that live inside words
  digit,
  quote,  // any quotation mark or apostrophe
  stop,   // . ! ? …
  dash,
  opening,  // ( [ {
  closing,  // ) ] }
  mark,     // , ; : and other punctuation
  symbol
};

struct Char {
  char32_t value = 0;
  std::uint32_t bytes = 1;
  CharKind kind = CharKind::symbol;
};

namespace detail {

constexpr std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const char c = static_cast<char>(i);
    CharKind kind = CharKind::symbol;
    if (c == ' ' || c == '\t')
      kind = CharKind::space;
    else if (c >= '\n' && c <= '\r')
      kind = CharKind::line_break;
    else if (c >= 'A' && c <= 'Z')
      kind = CharKind::upper;
    else if (c >= 'a' && c <= 'z')
      kind = CharKind::lower;
    else if (c >= '0' && c <= '9')
      kind = CharKind::digit;
    else if (c == '_')
      kind = CharKind::letter;
    else if (c == '"' || c == '\'' || c == '`')
      kind = CharKind::quote;
    else if (c == '.' || c == '!' || c == '?')
      kind = CharKind::stop;
    else if (c == '-')
      kind = CharKind::dash;
    else if (c == '(' || c == '[' || c == '{')
      kind = CharKind::opening;
    else if (c == ')' || c == ']' || c == '}')
      kind = CharKind::closing;
    else if (c == ',' || c == ';' || c == ':' || c == '/' || c == '\\')
      kind = CharKind::mark;
    kinds[i] = kind;
  }
  return kinds;
}

inline constexpr std::array<CharKind, 128> ascii = ascii_kinds();

}  // namespace detail

// The kind of a character beyond ASCII.
CharKind kind_of(char32_t c);

// The character at `offset` of valid UTF-8; offset < size.
inline Char char_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1, detail::ascii[byte]};
  const CodePoint point = code_point_at(text, offset);
  return {point.value, point.bytes, kind_of(point.value)};
}

// The character that ends at `offset` of valid UTF-8; 0 < offset <= size.
inline Char char_before(std::string_view text, std::size_t offset) {
  std::size_t at = offset - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return char_at(text, at);
}

constexpr bool is_blank(CharKind kind) { return kind == CharKind::space || kind == CharKind::line_break; }
constexpr bool is_letter(CharKind kind) { return kind >= CharKind::upper && kind <= CharKind::letter; }
constexpr bool is_word(CharKind kind) { return kind >= CharKind::upper && kind <= CharKind::digit; }

}  // namespace onrecord
