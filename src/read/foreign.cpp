#include "read/foreign.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/lines.h"

namespace onrecord {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  ForeignKind kind;
};

constexpr ForeignKind image{"is an image", "give the text that it shows"};
constexpr ForeignKind sound{"is a sound file", "give a transcript"};
constexpr ForeignKind office{"is an office document or a ZIP archive", "save it as text, or unpack it"};

constexpr std::array magics{
    Magic{"%PDF-"sv, {"is a PDF", "save its text, for example with: pdftotext -layout"}},
    Magic{"PK\x03\x04"sv, office},
    Magic{"PK\x05\x06"sv, office},
    Magic{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, {"is an old office document", "save it as text"}},
    Magic{"{\\rtf"sv, {"is a rich text document (RTF)", "save it as text"}},
    Magic{"\x89PNG"sv, image},
    Magic{"\xff\xd8\xff"sv, image},
    Magic{"GIF87a"sv, image},
    Magic{"GIF89a"sv, image},
    Magic{"\x28\xb5\x2f\xfd"sv, {"is packed with zstd", "unpack it first: unzstd"}},
    Magic{"\xfd\x37zXZ\0"sv, {"is packed with xz", "unpack it first: unxz"}},
    Magic{"7z\xbc\xaf\x27\x1c"sv, {"is a 7z archive", "unpack it first"}},
    Magic{"SQLite format 3\0"sv,
          {"is a database (SQLite)", "a ledger is named with --ledger, and holds no articles to read"}},
    Magic{"\x7f"
          "ELF"sv,
          {"is a program", "give a text, a page or JSON Lines"}},
    Magic{"ID3\x02"sv, sound},
    Magic{"ID3\x03"sv, sound},
    Magic{"ID3\x04"sv, sound},
    Magic{"OggS\0"sv, sound},
};

// A tar archive has its mark behind the first file's name and numbers.
bool is_tar(std::string_view head) { return head.size() > 262 && head.substr(257, 5) == "ustar"; }

// The name before the colon of a mail's header line, in lower case; nothing where the line is none.
std::string header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return {};
  const std::string name = lower_ascii(line.substr(0, colon));
  const bool fits =
      std::ranges::all_of(name, [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '-'; });
  return fits ? name : std::string{};
}

// A mail as programs keep it: header lines up to the first blank one, some of them such as nobody types.
bool is_mail(std::string_view head) {
  bool from = false, machine = false;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    std::string_view line = head.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const bool goes_on = at > 0 && (line.front() == ' ' || line.front() == '\t');
    if (!goes_on) {
      const std::string name = header_name(line);
      if (name.empty() && !(at == 0 && line.starts_with("From "))) return false;
      from = from || name == "from";
      machine =
          machine || name == "mime-version" || name == "message-id" || name == "received" || name == "return-path";
    }
    at = end + 1;
  }
  return from && machine;
}

bool is_feed(std::string_view head) {
  head = trimmed_bytes(head.starts_with("\xef\xbb\xbf") ? head.substr(3) : head);
  if (!head.starts_with('<')) return false;
  const std::string low = lower_ascii(head);
  for (std::size_t at = 0; at < low.size();) {
    const std::string_view rest = std::string_view(low).substr(at);
    if (rest.starts_with("<rss") || rest.starts_with("<feed") || rest.starts_with("<rdf:rdf")) return true;
    // Only what may stand before the first element.
    const std::string_view behind = rest.starts_with("<!--") ? "-->" : ">";
    if (!rest.starts_with("<?") && !rest.starts_with("<!")) return false;
    const std::size_t end = rest.find(behind);
    if (end == std::string_view::npos) return false;
    at = low.find('<', at + end);
    if (at == std::string::npos) return false;
  }
  return false;
}

}  // namespace

std::optional<ForeignKind> foreign_kind(std::string_view head) {
  for (const Magic& magic : magics) {
    if (head.starts_with(magic.bytes)) return magic.kind;
  }
  if (head.size() > 12 && head.starts_with("RIFF")) {
    const std::string_view form = head.substr(8, 4);
    if (form == "WEBP") return image;
    if (form == "WAVE") return sound;
  }
  if (head.starts_with("BZh") && head.substr(0, 10).ends_with("1AY&SY"))
    return ForeignKind{"is packed with bzip2", "unpack it first: bunzip2"};
  if (is_tar(head)) return ForeignKind{"is a tar archive", "unpack it, and name the folder"};
  if (is_mail(head)) return ForeignKind{"is an e-mail with its headers", "save the text of the mail alone"};
  if (is_feed(head)) {
    return ForeignKind{"is a feed, which names articles and seldom holds them",
                       "give the feed's address to: onrecord follow"};
  }
  return std::nullopt;
}

}  // namespace onrecord
