#include "read/headline.h"

#include <algorithm>
#include <string>

#include "read/dateline.h"
#include "read/lines.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t longest_headline = 220;
constexpr std::size_t longest_standfirst = 350;

enum class Ending { none, full_stop, question, open };

// How a line ends, closing quotation marks and brackets put aside. "…" and "." close a sentence; ":" and "," leave it
// open.
Ending ending_of(std::string_view line) {
  for (bool again = true; again && !line.empty();) {
    again = false;
    for (const std::string_view mark : {"”", "’", "»", "\"", "'", ")"}) {
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  if (line.empty()) return Ending::none;
  if (line.back() == '.' || line.ends_with("…")) return Ending::full_stop;
  if (line.back() == '?' || line.back() == '!') return Ending::question;
  if (line.back() == ':' || line.back() == ',' || line.ends_with("—") || line.ends_with("–")) return Ending::open;
  return Ending::none;
}

// "Minister Takes Back Promise on Bridge": most of the longer words behind the first begin with a capital.
bool in_title_case(std::string_view line) {
  std::size_t longer = 0;
  std::size_t capital = 0;
  bool first = true;
  for (std::string_view word : words_of(line)) {
    word.remove_prefix(std::min(word.find_first_not_of("\"'(["), word.size()));
    for (const std::string_view mark : {"“", "‘"}) {
      if (word.starts_with(mark)) word.remove_prefix(mark.size());
    }
    if (!first && word.size() >= 4) {
      ++longer;
      if (is_ascii_upper(word.front()) || is_ascii_digit(word.front())) ++capital;
    }
    first = false;
  }
  return longer >= 2 && capital * 10 >= longer * 8;
}

bool blank_between(std::string_view text, Span before, Span after) {
  const std::string_view gap = text.substr(before.end, after.begin - before.end);
  return std::ranges::count(gap, '\n') >= 2 ||
         (gap.find('\n') == std::string_view::npos && std::ranges::count(gap, '\r') >= 2);
}

// Letters and digits only, in lower case: the title beside the text and the line in it differ in marks and blanks.
std::string skeleton(std::string_view line) {
  std::string out;
  for (const char c : lower(line)) {
    if (is_ascii_lower(c) || is_ascii_digit(c)) out.push_back(c);
  }
  return out;
}

// ". A": a sentence ends inside the line.
bool holds_sentence_end(std::string_view line) {
  for (std::size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1)) {
    const bool initial = at < 2 || line[at - 2] == ' ' || line[at - 2] == '.' || is_ascii_upper(line[at - 1]);
    const bool short_form =
        at >= 3 && at - line.find_last_of(' ', at - 1) <= 5 && is_ascii_upper(line[line.find_last_of(' ', at - 1) + 1]);
    if (!initial && !short_form && at + 2 < line.size() && !is_ascii_lower(line[at + 2])) return true;
  }
  return false;
}

}  // namespace

bool is_headline(const HeadlineView& view) {
  if (view.at + 1 >= view.lines.size()) return false;
  const Span span = view.lines[view.at];
  const Span below_span = view.lines[view.at + 1];
  const std::string_view line = slice(view.text, span);
  const std::string_view below = slice(view.text, below_span);
  if (line.size() > longest_headline || words_of(line).size() < 2 || dateline_length(line) != 0) return false;
  if (!view.title.empty()) {
    const std::string mine = skeleton(line);
    return !mine.empty() && mine == skeleton(view.title);
  }
  const Ending ending = ending_of(line);
  if (ending == Ending::open) return false;
  // "Bridge will open late;" goes on in the standfirst below.
  if (line.ends_with(';')) return view.kind == TextKind::whole_file;
  const bool titled = in_title_case(line);
  const bool parted = blank_between(view.text, span, below_span);
  // Without a blank line below, the line may be the first of a wrapped paragraph.
  if (!parted && !titled && below.size() <= 2 * line.size()) return false;
  if (!parted && is_ascii_lower(below.front())) return false;
  if (ending == Ending::none || titled) return true;
  if (dateline_length(below) != 0) return true;
  if (view.kind == TextKind::body) return false;
  // A file's first line that is one short sentence on its own, above longer ones.
  constexpr std::size_t longest_sentence = 120;
  const bool longer_below =
      below.size() > line.size() || (view.at + 2 < view.lines.size() && view.lines[view.at + 2].size() > line.size());
  return parted && longer_below && line.size() <= longest_sentence && !holds_sentence_end(line);
}

bool is_standfirst(const HeadlineView& view) {
  if (view.at == 0 || view.at + 1 >= view.lines.size()) return false;
  const Span span = view.lines[view.at];
  const std::string_view line = slice(view.text, span);
  const std::string_view below = slice(view.text, view.lines[view.at + 1]);
  if (line.size() > longest_standfirst || words_of(line).size() < 4 || dateline_length(line) != 0) return false;
  if (!blank_between(view.text, span, view.lines[view.at + 1]) && below.size() <= line.size()) return false;
  const std::string_view headline = slice(view.text, view.lines[view.at - 1]);
  if (headline.ends_with(';')) return line.size() <= longest_headline;
  return ending_of(line) == Ending::none;
}

}  // namespace onrecord
