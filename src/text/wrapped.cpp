#include "text/wrapped.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t widest_column = 120;  // characters; longer lines are whole paragraphs
constexpr std::size_t narrowest_column = 30;
constexpr std::size_t longest_word = 24;

struct Line {
  std::uint32_t begin = 0, end = 0;  // without the white space at its end
  std::uint32_t next = 0;            // where the next line begins
  std::size_t width = 0;             // characters up to `end`
  std::size_t indent = 0;            // white space that it begins with

  bool blank() const { return begin == end; }
};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

Line line_at(std::string_view text, std::uint32_t begin) {
  const std::size_t found = text.find('\n', begin);
  Line line;
  line.begin = begin;
  line.next = static_cast<std::uint32_t>(found == std::string_view::npos ? text.size() : found + 1);
  const Span inside = trim(text, {line.begin, line.next});
  line.end = inside.empty() ? line.begin : inside.end;
  line.indent = inside.begin - line.begin;
  line.width = characters(text.substr(line.begin, line.end - line.begin));
  return line;
}

std::string_view words_of(std::string_view text, const Line& line) {
  return text.substr(line.begin + line.indent, line.end - line.begin - line.indent);
}

std::size_t first_word(std::string_view text, const Line& line) {
  const std::string_view words = words_of(text, line);
  return characters(words.substr(0, words.find_first_of(" \t")));
}

// Whether the line may stand further out than its text was set, as an address that cannot be broken does.
bool ends_unbroken(std::string_view text, const Line& line) {
  const std::string_view words = words_of(text, line);
  const std::size_t blank = words.find_last_of(" \t");
  return blank == std::string_view::npos || characters(words.substr(blank + 1)) > longest_word;
}

bool begins_item(std::string_view text, const Line& line) {
  const std::string_view words = words_of(text, line);
  for (const std::string_view mark : {"- ", "* ", "• ", "– ", "— ", "> "}) {
    if (words.starts_with(mark)) return true;
  }
  return false;
}

bool begins_small(std::string_view text, const Line& line) {
  const std::string_view words = words_of(text, line);
  const std::size_t letter = words.find_first_not_of("\"'(\xe2\x80\x9c\x98");
  const std::string first(words.substr(letter == std::string_view::npos ? 0 : letter, 1));
  return !first.empty() && first[0] >= 'a' && first[0] <= 'z';
}

// How the lines of a text stand to each other.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  // The column at which the lines were ended; 0 where the text was not set in lines.
  std::size_t column() const {
    std::size_t column = 0, in_lines = 0, all = 0;
    for (Line line; line.next < text_.size();) {
      line = line_at(text_, line.next);
      all += line.width;
      if (line.width > widest_column) continue;
      in_lines += line.width;
      if (!ends_unbroken(text_, line)) column = std::max(column, line.width);
    }
    if (column < narrowest_column || in_lines * 5 < all * 4) return 0;
    std::size_t ends = 0, soft = 0, small = 0;
    each_end([&](const Line& line, const Line& next) {
      ++ends;
      if (!is_soft(line, next, column)) return;
      ++soft;
      small += begins_small(text_, next) ? 1 : 0;
    });
    // In running text most lines begin inside a sentence; lists, verse and paragraphs of one line begin anew.
    return soft == 0 || soft * 2 < ends || small * 5 < soft * 2 ? 0 : column;
  }

  // Calls take(line, next) for each two lines that have no blank one between them and may be of one paragraph.
  template <class Take>
  void each_end(Take take) const {
    Line line, next = line_at(text_, 0);
    while (next.next < text_.size()) {
      line = next;
      next = line_at(text_, line.next);
      if (!line.blank() && !next.blank() && std::max(line.width, next.width) <= widest_column) take(line, next);
    }
  }

  // What stands further in begins something, and a line whose end had room for the next word ends something.
  bool is_soft(const Line& line, const Line& next, std::size_t column) const {
    return next.indent <= line.indent && !begins_item(text_, next) && line.width + 1 + first_word(text_, next) > column;
  }

 private:
  std::string_view text_;
};

}  // namespace

std::vector<Span> soft_line_ends(std::string_view text) {
  std::vector<Span> soft;
  const Lines lines(text);
  const std::size_t column = lines.column();
  if (column == 0) return soft;
  lines.each_end([&](const Line& line, const Line& next) {
    if (!lines.is_soft(line, next, column)) return;
    const bool with_return = line.next >= 2 && text[line.next - 2] == '\r';
    soft.push_back({line.next - (with_return ? 2 : 1), line.next});
  });
  return soft;
}

std::string with_open_line_ends(std::string_view text) {
  std::string out(text);
  for (const Span& end : soft_line_ends(text)) std::fill(out.begin() + end.begin, out.begin() + end.end, ' ');
  return out;
}

}  // namespace onrecord
