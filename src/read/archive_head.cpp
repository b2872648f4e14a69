#include "read/archive_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "read/http_message.h"
#include "read/lines.h"

namespace onrecord {

namespace {

constexpr std::size_t longest_arc_line = 16384;

// The first line of `bytes` without its line break; nothing where none ends within `most` bytes.
std::optional<std::string_view> first_line(std::string_view bytes, std::size_t most) {
  const std::size_t end = bytes.substr(0, most).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = bytes.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_ascii_digit(c); });
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

// "ADDRESS IP DAY TYPE LENGTH"; an address may hold blanks, so the fields are counted from the end.
struct ArcLine {
  std::string_view address, type, length;
};
std::optional<ArcLine> arc_line(std::string_view bytes) {
  const auto line = first_line(bytes, longest_arc_line);
  if (!line) return std::nullopt;
  std::array<std::string_view, 4> fields;  // from the end: length, type, day, IP
  std::string_view left = *line;
  for (std::string_view& field : fields) {
    const std::size_t blank = left.rfind(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    field = left.substr(blank + 1);
    left = left.substr(0, blank);
  }
  const std::size_t scheme = left.find(':');
  const bool has_scheme = scheme != std::string_view::npos && scheme > 0 && scheme < 16 &&
                          std::ranges::all_of(left.substr(0, scheme), [](char c) { return is_ascii_lower(c); });
  if (!has_scheme || !all_digits(fields[2]) || fields[2].size() < 8) return std::nullopt;
  return ArcLine{left, fields[1], fields[0]};
}

bool begins_warc(std::string_view bytes) {
  if (!bytes.starts_with("WARC/") || bytes.size() < 6 || !is_ascii_digit(bytes[5])) return false;
  const auto line = first_line(bytes, 32);
  if (!line) return false;
  const std::size_t next = bytes.find('\n') + 1;
  const auto field = first_line(bytes.substr(next), longest_record_head);
  return field && field->find(':') != std::string_view::npos;
}

// One field of a WARC head into `head`.
void take_field(std::string_view line, RecordHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string name = lower_ascii(trimmed_bytes(line.substr(0, colon)));
  std::string_view value = trimmed_bytes(line.substr(colon + 1));
  if (name == "warc-type") head.type = lower_ascii(value);
  if (name == "content-length") head.length = number(value);
  if (name == "content-type") head.content_type = bare_content_type(value);
  if (name == "warc-target-uri") {
    if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
    head.address = value;
  }
}

std::optional<RecordHead> read_warc_head(std::string_view bytes) {
  if (!begins_warc(bytes)) return std::nullopt;
  RecordHead head;
  std::size_t at = bytes.find('\n') + 1;
  for (;;) {
    const auto line = first_line(bytes.substr(at), longest_record_head);
    if (!line) return std::nullopt;
    at = bytes.find('\n', at) + 1;
    if (line->empty()) break;
    if (line->starts_with("WARC/")) return std::nullopt;  // the next head: this one has no end
    take_field(*line, head);
  }
  head.bytes = at;
  return head;
}

std::optional<RecordHead> read_arc_head(std::string_view bytes) {
  const auto line = arc_line(bytes);
  if (!line) return std::nullopt;
  RecordHead head;
  head.bytes = bytes.find('\n') + 1;
  head.length = number(line->length);
  head.type = line->address.starts_with("filedesc:") ? "filedesc" : "response";
  head.address = line->address;
  head.content_type = bare_content_type(line->type);
  return head;
}

}  // namespace

bool begins_record(ArchiveKind kind, std::string_view bytes) {
  return kind == ArchiveKind::warc ? begins_warc(bytes) : arc_line(bytes).has_value();
}

std::size_t find_record(ArchiveKind kind, std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (kind == ArchiveKind::warc) {
      at = bytes.find("WARC/", at);
      if (at == std::string_view::npos) return at;
    }
    if ((at == 0 || bytes[at - 1] == '\n') && begins_record(kind, bytes.substr(at))) return at;
    const std::size_t line_end = bytes.find('\n', at);
    if (line_end == std::string_view::npos) break;
    at = line_end + 1;
  }
  return std::string_view::npos;
}

std::optional<RecordHead> read_record_head(ArchiveKind kind, std::string_view bytes) {
  return kind == ArchiveKind::warc ? read_warc_head(bytes) : read_arc_head(bytes);
}

}  // namespace onrecord
