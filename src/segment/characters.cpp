#include "segment/characters.h"

namespace onrecord {

namespace {

constexpr bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Greek and Cyrillic have their cases in blocks, Latin Extended in neighbours.
CharKind case_of(char32_t c) {
  if (within(c, 0xc0, 0xff)) return c <= 0xde ? CharKind::upper : CharKind::lower;
  if (within(c, 0x100, 0x17f)) {
    const bool odd_is_upper = within(c, 0x139, 0x148) || within(c, 0x179, 0x17e);
    return (c % 2 == 1) == odd_is_upper ? CharKind::upper : CharKind::lower;
  }
  if (within(c, 0x386, 0x3ab)) return CharKind::upper;
  if (within(c, 0x3ac, 0x3ce)) return CharKind::lower;
  if (within(c, 0x400, 0x42f)) return CharKind::upper;
  if (within(c, 0x430, 0x45f)) return CharKind::lower;
  if (within(c, 0x460, 0x52f) || within(c, 0x1e00, 0x1eff)) return c % 2 == 0 ? CharKind::upper : CharKind::lower;
  return CharKind::letter;
}

}  // namespace

CharKind kind_of(char32_t c) {
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return CharKind::line_break;
  if (is_space(c)) return CharKind::space;
  switch (c) {
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2039:
    case 0x203a:
    case 0x2bc:
    case 0xb4:
    case 0xff02:
    case 0xff07:
      return CharKind::quote;
    case 0x2026:
    case 0x203c:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return CharKind::stop;
    case 0xad:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xaa:
    case 0xba:
    case 0xb5:
      return CharKind::letter;
    default:
      break;
  }
  if (within(c, 0x2010, 0x2015) || c == 0x2212) return CharKind::dash;
  if (within(c, 0x2016, 0x206f) || within(c, 0x3001, 0x303f) || c == 0xa1 || c == 0xbf || c == 0xb7 ||
      within(c, 0xff03, 0xff0f)) {
    return CharKind::mark;
  }
  if (c < 0xc0 || c == 0xd7 || c == 0xf7 || within(c, 0x2070, 0x2bff) || within(c, 0xe000, 0xf8ff) ||
      within(c, 0xfe00, 0xfe0f) || within(c, 0x1f000, 0x1faff)) {
    return CharKind::symbol;
  }
  return case_of(c);
}

}  // namespace onrecord
