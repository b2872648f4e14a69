// Text that was set in lines: e-mails, wire copies and text files whose lines end at a column and not at a paragraph's
// end. Decided from the text as a whole; the text itself stays as it is.
//
//   Ada Lund said on Tuesday that the bridge would
//   open in May.                                      "would\nopen": a soft line end
//   Jon Berg called that a joke.                      "May.\nJon": not one; "Jon" would have had room behind "May."
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// Line ends ("\n" or "\r\n") of `text`, which is valid UTF-8, that stand for a space; they rise. Empty for a text that
// is not set in lines.
std::vector<Span> soft_line_ends(std::string_view text);

// `text` with blanks in place of its soft line ends: every other byte stands where it stood.
std::string with_open_line_ends(std::string_view text);

}  // namespace onrecord
