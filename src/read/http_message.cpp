#include "read/http_message.h"

#include <charconv>
#include <utility>
#include <vector>

#include "read/gzip.h"
#include "read/lines.h"
#include "read/unpack.h"

namespace onrecord {

namespace {

constexpr std::size_t longest_head = std::size_t{256} << 10;
constexpr std::size_t most_codings = 6;

// The elements of a list field, in lower case.
std::vector<std::string> elements(std::string_view field) {
  std::vector<std::string> all;
  while (!field.empty()) {
    const std::size_t comma = std::min(field.find(','), field.size());
    const std::string_view one = trimmed_bytes(field.substr(0, comma));
    if (!one.empty()) all.push_back(lower_ascii(one));
    field.remove_prefix(std::min(comma + 1, field.size()));
  }
  return all;
}

struct Head {
  std::size_t bytes = 0;
  bool chunked = false;
  std::vector<std::string> codings;  // in the order they were applied
};

Head read_head(std::string_view bytes, HttpMessage& message) {
  Head head;
  const std::string_view front = bytes.substr(0, longest_head);
  bool first = true;
  while (head.bytes < front.size()) {
    const std::size_t end = std::min(front.find('\n', head.bytes), front.size() - 1);
    const std::string_view line = trimmed_bytes(front.substr(head.bytes, end - head.bytes));
    head.bytes = end + 1;
    if (line.empty()) break;
    if (std::exchange(first, false)) {
      const std::size_t blank = line.find(' ');
      if (blank != std::string_view::npos)
        std::from_chars(line.data() + blank + 1, line.data() + line.size(), message.status);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = lower_ascii(trimmed_bytes(line.substr(0, colon)));
    const std::string_view value = trimmed_bytes(line.substr(colon + 1));
    if (name == "content-type") message.content_type = bare_content_type(value);
    if (name != "content-encoding" && name != "transfer-encoding") continue;
    for (std::string& coding : elements(value)) {
      if (coding == "chunked") {
        head.chunked = true;
      } else {
        head.codings.push_back(std::move(coding));
      }
    }
  }
  return head;
}

}  // namespace

std::string bare_content_type(std::string_view field) {
  return lower_ascii(trimmed_bytes(field.substr(0, field.find_first_of(";,"))));
}

HttpMessage read_http(std::string_view bytes, std::size_t limit) {
  HttpMessage message;
  if (!bytes.starts_with("HTTP/")) return message;
  const Head head = read_head(bytes, message);
  std::string body(bytes.substr(head.bytes));
  if (head.chunked) {
    Unpacked joined = join_chunks(body);
    // Many archives keep the head and the joined body; that is no loss.
    if (joined.damaged && joined.bytes.size() != body.size()) message.damage = "a chunk of its body breaks off";
    body = std::move(joined.bytes);
  }
  std::vector<std::string> codings = head.codings;
  if (codings.size() > most_codings) {
    message.damage = "its body is packed more than six times over";
    codings.clear();
    body.clear();
  }
  // Packed though the head does not say so, or more often than it says: a page never begins like gzip.
  for (std::size_t layer = 0; !codings.empty() || (layer < most_codings && looks_gzipped(body)); ++layer) {
    const std::string name = codings.empty() ? "gzip" : std::move(codings.back());
    if (!codings.empty()) codings.pop_back();
    const Coding coding = coding_of(name);
    if (coding == Coding::unknown) {
      message.damage = "its body is packed in a way that is not known here";
      body.clear();
      break;
    }
    Unpacked unpacked = unpack(body, coding, limit);
    if (unpacked.damaged) message.damage = "its packed body is damaged";
    message.cut = unpacked.cut;
    body = std::move(unpacked.bytes);
  }
  if (body.size() > limit) {
    message.cut = true;
    body.resize(limit);
  }
  message.body = std::move(body);
  return message;
}

}  // namespace onrecord
