// Character sets of pages: which one some bytes are in, and the bytes as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

struct Decoded {
  std::string text;      // valid UTF-8, without a byte order mark
  std::string charset;   // the name of the character set that was decided on
  bool damaged = false;  // some bytes meant nothing in it and stand as U+FFFD
};

// A byte order mark decides; then valid UTF-8 is UTF-8, whatever the page says; then what the page says (a `meta` among
// its first bytes); then what the bytes look like (uchardet); then windows-1252. Never fails.
Decoded decode_page(std::string_view bytes);

}  // namespace onrecord
