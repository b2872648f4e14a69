#include "read/structure.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/byline.h"
#include "read/dateline.h"
#include "read/editors_note.h"
#include "read/furniture.h"
#include "read/headline.h"
#include "read/lines.h"
#include "read/written_date.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t top_lines = 10;  // headline, standfirst, bylines and date lines stand among these
constexpr std::size_t longest_note = 900;
constexpr std::size_t closing_lines = 8;  // author notes and copyright stand among these

// A line that tells of the article and is no body: a byline, a date, furniture. Takes in what it says.
bool take_aside(Article& article, std::string_view line, bool byline_known, bool day_known) {
  if (const auto names = byline_line(line)) {
    if (!byline_known) {
      for (const std::string& name : *names) add_name(article.byline, name);
    }
    return true;
  }
  if (const auto stated = day_line(line)) {
    if (!day_known && !article.published) article.published = stated->published;
    return true;
  }
  return is_furniture(line) || is_editors_note(line);
}

// Furniture and editors' notes between the paragraphs, and notes at the end. `text` is the article's, a paragraph a
// line.
void find_later_asides(std::string_view text, std::uint32_t from, Article& article) {
  const std::vector<Span> last = last_lines(text, closing_lines);
  const std::uint32_t closing = last.empty() ? static_cast<std::uint32_t>(text.size()) : last.front().begin;
  bool headed = false;  // the line before headed a note of the editors
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const Span span = trim(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (!span.empty() && span.size() <= longest_note) {
      const std::string_view line = slice(text, span);
      const bool heads = heads_editors_note(line);
      const bool closes = span.begin >= closing;
      if (headed || heads || is_furniture(line) || is_editors_note(line) ||
          (closes && is_closing_note(line, article.byline))) {
        article.asides.push_back(span);
      }
      headed = heads;
    }
    at = end + 1;
  }
}

}  // namespace

void find_structure(Article& article, TextKind kind) {
  const std::string flowed = with_open_line_ends(article.text);
  const std::string_view text = flowed;
  const std::vector<Span> lines = first_lines(text, top_lines + 2);
  if (lines.empty()) return;
  const bool byline_known = !article.byline.empty();
  const bool day_known = article.published.has_value();

  // "Author: …" often stands last: it must be known before the notes about the author are looked for.
  const std::vector<Span> last = last_lines(text, closing_lines);
  std::vector<Span> closing_bylines;
  for (const Span span : last) {
    if (span.begin <= lines.front().begin) continue;
    const std::string_view line = slice(text, span);
    const auto names = byline_line(line);
    if (!names) continue;
    closing_bylines.push_back(span);
    if (byline_known) continue;
    for (const std::string& name : *names) add_name(article.byline, name);
  }

  std::size_t next = 0;
  std::uint32_t body = lines.front().begin;
  const auto take_asides = [&] {
    while (next + 1 < lines.size() && next < top_lines &&
           take_aside(article, slice(text, lines[next]), byline_known, day_known)) {
      article.asides.push_back(lines[next]);
      body = lines[next++].end;
    }
  };
  take_asides();
  const HeadlineView view{text, lines, next, kind, article.title};
  if (is_headline(view)) {
    article.headline = lines[next];
    if (article.title.empty()) article.title = one_line(slice(text, lines[next]));
    body = lines[next++].end;
    take_asides();
    if (is_standfirst({text, lines, next, kind, article.title})) {
      article.standfirst = lines[next];
      body = lines[next++].end;
      take_asides();
    }
  }
  if (next < lines.size()) {
    const Span first = lines[next];
    if (const std::size_t length = dateline_length(slice(text, first)); length != 0) {
      article.dateline = Span{first.begin, first.begin + static_cast<std::uint32_t>(length)};
      body = first.end;
    }
  }
  find_later_asides(text, body, article);
  for (const Span span : closing_bylines) {
    const auto overlaps = [&](Span other) { return other.overlaps(span); };
    if (std::ranges::none_of(article.asides, overlaps)) article.asides.push_back(span);
  }
  std::ranges::sort(article.asides);
}

}  // namespace onrecord
