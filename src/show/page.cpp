#include "show/page.h"

#include <algorithm>

#include "show/columns.h"

namespace onrecord {

namespace {

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "\x1b[1m";
    case Style::quiet:
      return "\x1b[2m";
    case Style::name:
      return "\x1b[1;36m";
    case Style::good:
      return "\x1b[32m";
    case Style::bad:
      return "\x1b[31m";
    case Style::turn:
      return "\x1b[1;33m";
    case Style::quoted:
      return "\x1b[32m";
  }
  return "";
}

}  // namespace

void Page::put(std::string_view harmless, Style style) {
  const bool coloured = console_->colour && style != Style::plain && !harmless.empty();
  if (coloured) console_->out.write(escape_of(style));
  console_->out.write(harmless);
  if (coloured) console_->out.write("\x1b[0m");
}

void Page::text(unsigned first, unsigned further, const Line& line) {
  std::string whole;
  std::vector<std::size_t> ends;
  for (const Piece& piece : line) {
    whole += piece.text;
    ends.push_back(whole.size());
  }
  const std::vector<Cell> cells = cells_of(whole);
  const auto room = [&](unsigned indent) { return width() > indent + 10 ? width() - indent : 10; };
  unsigned indent = first;
  for (const Range row : wrap(cells, room(first), room(further))) {
    console_->out.write(std::string(indent, ' '));
    indent = further;
    std::size_t piece = 0;
    std::string run;
    for (std::uint32_t i = row.begin; i < row.end; ++i) {
      while (cells[i].bytes.begin >= ends[piece]) {
        put(run, line[piece].style);
        run.clear();
        ++piece;
      }
      run += shown(whole, cells[i]);
    }
    put(run, line[std::min(piece, line.size() - 1)].style);
    console_->out.write("\n");
  }
}

void Page::unwrapped(const Line& line) {
  for (const Piece& piece : line) put(harmless(piece.text), piece.style);
  console_->out.write("\n");
}

void Page::blank() { console_->out.write("\n"); }

}  // namespace onrecord
