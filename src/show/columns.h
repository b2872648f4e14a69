// Text as a terminal shows it: how many columns each character takes, where a line may be broken, and nothing in it
// that a terminal would obey. Everything that comes from an article passes through here before people see it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// One character as shown. Line breaks and tabs are shown as a blank; other control characters, and those that turn the
// direction of writing round, as U+FFFD.
struct Cell {
  Span bytes;              // in the text that the cells were made from
  std::uint8_t width = 1;  // columns: 0 for combining marks, 2 for wide characters
  bool blank = false;
  bool replaced = false;  // shown as U+FFFD
};

// The characters of `text` in order; bytes that are no valid UTF-8 become a replaced cell each.
std::vector<Cell> cells_of(std::string_view text);

// What a terminal gets for `cell`.
std::string_view shown(std::string_view text, const Cell& cell);

// Columns that `text` takes on one line.
unsigned columns_of(std::string_view text);

// `text` on one line, harmless for a terminal.
std::string harmless(std::string_view text);

// Lines of at most `width` columns as ranges of cells, broken at blanks, after wide characters and, where a word is
// longer than a line, anywhere. The blanks at a break belong to no line. The first line has only `first_width` columns.
std::vector<Range> wrap(const std::vector<Cell>& cells, unsigned first_width, unsigned width);

}  // namespace onrecord
