#include "tag/characters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>

namespace onrecord::model {

namespace {

constexpr std::uint8_t known_unicode = 14;

bool between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool is_ideograph(char32_t c) {
  return between(c, 0x4E00, 0x9FFF) || between(c, 0x3400, 0x4DBF) || between(c, 0x20000, 0x2A6DF) ||
         between(c, 0x2A700, 0x2CEAF) || between(c, 0xF900, 0xFAFF) || between(c, 0x2F800, 0x2FA1F);
}

CharacterKind look_up(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const std::uint32_t category = U_GET_GC_MASK(point);
  if (between(c, 0x09, 0x0D) || c == 0x85 || (category & U_GC_Z_MASK) != 0) return CharacterKind::space;
  if (c == 0 || c == 0xFFFD || (category & U_GC_C_MASK) != 0) return CharacterKind::dropped;
  UVersionInfo age;
  u_charAge(point, age);
  if (age[0] > known_unicode) return CharacterKind::dropped;
  if (between(c, 33, 47) || between(c, 58, 64) || between(c, 91, 96) || between(c, 123, 126))
    return CharacterKind::single;
  return (category & U_GC_P_MASK) != 0 || is_ideograph(c) ? CharacterKind::single : CharacterKind::letter;
}

const std::array<CharacterKind, 128>& ascii_kinds() {
  static const auto kinds = [] {
    std::array<CharacterKind, 128> made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = look_up(c);
    return made;
  }();
  return kinds;
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xE0 | (c >> 12));
    } else {
      out += static_cast<char>(0xF0 | (c >> 18));
      out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    }
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

// Calls `use` for each code point of the canonical decomposition of `c`.
template <class Use>
void decompose(char32_t c, const Use& use) {
  UErrorCode failed = U_ZERO_ERROR;
  const UNormalizer2* const nfd = unorm2_getNFDInstance(&failed);
  UChar buffer[32];
  const std::int32_t length =
      U_SUCCESS(failed) ? unorm2_getDecomposition(nfd, static_cast<UChar32>(c), buffer, 32, &failed) : -1;
  if (length < 0 || U_FAILURE(failed)) return use(c);
  for (std::int32_t i = 0; i < length;) {
    UChar32 part;
    U16_NEXT(buffer, i, length, part);
    use(static_cast<char32_t>(part));
  }
}

}  // namespace

CharacterKind kind_of(char32_t c) { return c < 128 ? ascii_kinds()[c] : look_up(c); }

bool is_upper(char32_t c) { return c < 128 ? between(c, U'A', U'Z') : u_isUUppercase(static_cast<UChar32>(c)); }

bool is_lower(char32_t c) {
  if (c < 128) return between(c, U'a', U'z');
  // Modifier letters that became lower case with Unicode 15.
  if (c == 0x10FC || between(c, 0xA7F2, 0xA7F4) || c == 0xAB69) return false;
  return u_isULowercase(static_cast<UChar32>(c));
}

void append_plain(char32_t c, CharacterKind kind, std::string& out) {
  if (c < 128) {
    out += static_cast<char>(between(c, U'A', U'Z') ? c + 32 : c);
    return;
  }
  if (kind == CharacterKind::single) {
    if (!is_ideograph(c)) return append_utf8(c, out);
    return decompose(c, [&](char32_t part) { append_utf8(part, out); });
  }
  UChar source[2];
  std::int32_t source_length = 0;
  U16_APPEND_UNSAFE(source, source_length, static_cast<UChar32>(c));
  UChar lowered[16];
  UErrorCode failed = U_ZERO_ERROR;
  const std::int32_t length = u_strToLower(lowered, 16, source, source_length, "", &failed);
  if (U_FAILURE(failed)) return append_utf8(c, out);
  for (std::int32_t i = 0; i < length;) {
    UChar32 part;
    U16_NEXT(lowered, i, length, part);
    decompose(static_cast<char32_t>(part), [&](char32_t piece) {
      if (u_charType(static_cast<UChar32>(piece)) != U_NON_SPACING_MARK) append_utf8(piece, out);
    });
  }
}

}  // namespace onrecord::model
