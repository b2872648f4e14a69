#include "read/format.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/archive.h"
#include "read/foreign.h"
#include "read/lines.h"

namespace onrecord {

namespace {

// `head` without a byte order mark and without the white space before its content.
std::string_view without_mark(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return head;
}

// True where the first line of `head` opens an object and does not close it: one JSON document, not a record a line.
bool spread_over_lines(std::string_view head) {
  head.remove_prefix(std::min(head.find('{'), head.size()));
  std::string_view line = head.substr(0, head.find('\n'));
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
  return line.size() < head.size() && !line.ends_with('}');
}

// An array that holds objects, or nothing.
bool opens_array(std::string_view head) {
  head = without_mark(head);
  if (!head.starts_with('[')) return false;
  const std::size_t next = head.find_first_not_of(" \t\r\n", 1);
  if (next == std::string_view::npos) return false;
  if (head[next] == ']') return trimmed_bytes(head.substr(next + 1)).empty();
  const std::size_t inside = head.find_first_not_of(" \t\r\n", next + 1);
  return head[next] == '{' && inside != std::string_view::npos && head[inside] == '"';
}

// A byte that is no character's, and one that is, in turns: a page in 16-bit characters that does not say so.
bool is_wide_page(std::string_view head) {
  return head.starts_with(std::string_view("<\0", 2)) || head.starts_with(std::string_view("\0<", 2));
}

Format from_content(std::string_view head) {
  if (looks_like_archive(head)) return Format::archive;
  // A text in 16-bit characters shows as bytes with a mark before them; only pages are read in them.
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff") || is_wide_page(head)) return Format::html;
  head = without_mark(head);
  if (opens_array(head)) return Format::json_array;
  if (head.starts_with('{')) {
    const std::size_t next = head.find_first_not_of(" \t\r\n", 1);
    if (next != std::string_view::npos && head[next] == '"') {
      return spread_over_lines(head) ? Format::json_document : Format::json_lines;
    }
  }
  if (!head.starts_with('<')) return Format::plain_text;
  const std::string low = lower_ascii(head);
  constexpr auto tags = std::to_array<std::string_view>(
      {"<!doctype html", "<html", "<head", "<body", "<meta", "<article", "<div", "<p>", "<title"});
  if (std::ranges::any_of(tags, [&](std::string_view tag) { return low.find(tag) != std::string::npos; })) {
    return Format::html;
  }
  return low.starts_with("<?xml") ? Format::unsupported : Format::plain_text;
}

}  // namespace

Format detect_format(std::string_view name, std::string_view head) {
  if (foreign_kind(head)) return Format::unsupported;
  std::string low = lower_ascii(name);
  if (low.ends_with(".gz")) low.resize(low.size() - 3);
  const auto ends = [&low](std::string_view ending) { return low.ends_with(ending); };
  if (ends(".txt") || ends(".text")) return Format::plain_text;
  if (ends(".html") || ends(".htm") || ends(".xhtml")) return Format::html;
  if (ends(".jsonl") || ends(".ndjson")) return opens_array(head) ? Format::json_array : Format::json_lines;
  if (ends(".warc") || ends(".arc")) return Format::archive;
  return from_content(head);
}

}  // namespace onrecord
