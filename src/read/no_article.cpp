#include "read/no_article.h"

#include <array>
#include <cstdint>
#include <string>

#include "read/lines.h"

namespace onrecord {

namespace {

constexpr std::size_t longest_text = 1200;  // bytes; what says more is read whatever it is called
constexpr std::size_t beginning = 240;      // of the text, where such a page says what it is

enum class Place : std::uint8_t { title, text };

// A line or the beginning of a text that says so. Those of titles are the whole title but for the outlet's name.
struct Sign {
  std::string_view words;  // in lower case
  Place place;
  std::string_view what;
};

constexpr std::string_view not_found = "says that there is no such page";
constexpr std::string_view refused = "was refused to whoever fetched it";
constexpr std::string_view asks_who = "asks whether a person reads";
constexpr std::string_view asks_consent = "asks for consent to cookies and shows no article";
constexpr std::string_view asks_script = "shows its article only to programs that run scripts";

constexpr auto signs = std::to_array<Sign>({
    {"page not found", Place::title, not_found},
    {"404", Place::title, not_found},
    {"404 not found", Place::title, not_found},
    {"not found", Place::title, not_found},
    {"error 404", Place::title, not_found},
    {"410 gone", Place::title, not_found},
    {"403 forbidden", Place::title, refused},
    {"access denied", Place::title, refused},
    {"forbidden", Place::title, refused},
    {"just a moment...", Place::title, asks_who},
    {"just a moment", Place::title, asks_who},
    {"attention required!", Place::title, asks_who},
    {"are you a robot?", Place::title, asks_who},
    {"are you human?", Place::title, asks_who},
    {"security check", Place::title, asks_who},
    {"we value your privacy", Place::title, asks_consent},
    {"before you continue", Place::title, asks_consent},
    {"cookie consent", Place::title, asks_consent},
    {"the page you are looking for", Place::text, not_found},
    {"the page you were looking for", Place::text, not_found},
    {"the page you requested", Place::text, not_found},
    {"this page could not be found", Place::text, not_found},
    {"this page isn't available", Place::text, not_found},
    {"access to this page has been denied", Place::text, refused},
    {"you don't have permission to access", Place::text, refused},
    {"verify you are a human", Place::text, asks_who},
    {"verify you are human", Place::text, asks_who},
    {"verify that you are human", Place::text, asks_who},
    {"verifying you are human", Place::text, asks_who},
    {"unusual traffic from your", Place::text, asks_who},
    {"complete the security check", Place::text, asks_who},
    {"we value your privacy", Place::text, asks_consent},
    {"store and access information on your device", Place::text, asks_consent},
    {"store and/or access information on a device", Place::text, asks_consent},
    {"enable javascript", Place::text, asks_script},
    {"javascript is disabled", Place::text, asks_script},
    {"javascript to run this app", Place::text, asks_script},
    {"requires javascript", Place::text, asks_script},
});

// In lower case, with straight apostrophes.
std::string plain_lower(std::string_view text) {
  std::string out = lower_ascii(one_line(text));
  for (std::size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

// `title` is `words`, alone or beside an outlet's name: "Page not found | Sundvik Post".
bool is_title(std::string_view title, std::string_view words) {
  const std::size_t at = title.find(words);
  if (at == std::string_view::npos) return false;
  const auto parted = [](std::string_view rest) {
    rest = trimmed_bytes(rest);
    return rest.empty() || rest == "." || rest == "!" || rest.front() == '|' || rest.front() == '-' ||
           rest.front() == ':' || rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("·");
  };
  const std::string_view before = trimmed_bytes(title.substr(0, at));
  const bool begins = before.empty() || before.back() == '|' || before.back() == '-' || before.back() == ':' ||
                      before.ends_with("–") || before.ends_with("—") || before.ends_with("·");
  return begins && parted(title.substr(at + words.size()));
}

}  // namespace

std::optional<std::string_view> tells_no_article(std::string_view title, std::string_view heading,
                                                 std::string_view text) {
  if (text.size() > longest_text) return std::nullopt;
  const std::string first = plain_lower(heading), named = plain_lower(title);
  const std::string begin = plain_lower(text).substr(0, beginning);
  for (const Sign& sign : signs) {
    const bool told = sign.place == Place::text ? begin.find(sign.words) != std::string::npos
                                                : is_title(first, sign.words) || is_title(named, sign.words);
    if (told) return sign.what;
  }
  return std::nullopt;
}

}  // namespace onrecord
