// A page for people: styled text, wrapped to the console's width. The only place that writes escape sequences, and all
// that it is given is made harmless first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "show/console.h"

namespace onrecord {

enum class Style : std::uint8_t { plain, strong, quiet, name, good, bad, turn, quoted };

struct Piece {
  std::string text;
  Style style = Style::plain;
};
using Line = std::vector<Piece>;

class Page {
 public:
  // Writes to `console.out`, which must outlive the page.
  explicit Page(Console& console) : console_(&console) {}

  unsigned width() const { return console_->width; }
  // `line` from column `first` on, wrapped, its further lines from column `further` on.
  void text(unsigned first, unsigned further, const Line& line);
  void text(unsigned indent, const Line& line) { text(indent, indent, line); }
  // One line as it is, never wrapped.
  void unwrapped(const Line& line);
  void blank();

 private:
  void put(std::string_view harmless, Style style);

  Console* console_;
};

}  // namespace onrecord
