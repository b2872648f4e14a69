#include "read/dateline.h"

#include <algorithm>

#include "read/lines.h"
#include "text/text.h"

namespace onrecord {

namespace {

struct Dash {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

// The first dash that has white space or a bracket beside it: no hyphen of a word.
Dash first_dash(std::string_view front) {
  Dash first;
  for (const std::string_view dash : {"—", "–", "--", " - "}) {
    const std::size_t at = front.find(dash);
    if (at < first.at) first = {at, dash == " - " ? std::size_t{2} : dash.size()};
  }
  return first;
}

// "WASHINGTON", "ST." and "D.C.", but not "I" or "A".
bool is_shouted(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    if (is_ascii_lower(c) || is_ascii_digit(c)) return false;
    if (is_ascii_upper(c) || (static_cast<unsigned char>(c) & 0x80) != 0) ++letters;
  }
  return letters >= 2;
}

bool may_follow(std::string_view word) {
  if (word == "and" || word == "of" || word == "de" || word == "the" || word == "y") return true;
  const char lead = word.front();
  return is_ascii_upper(lead) || is_ascii_digit(lead) || lead == '(' || lead == '&' || lead == '/' ||
         (static_cast<unsigned char>(lead) & 0x80) != 0;
}

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
  constexpr std::size_t longest = 100;
  const std::string_view front = paragraph.substr(0, longest);
  const Dash dash = first_dash(front);
  if (dash.at == std::string_view::npos || dash.at == 0) return 0;
  const std::size_t length = dash.at + dash.size;
  if (length >= paragraph.size()) return 0;
  std::string_view place = front.substr(0, dash.at);
  if (first_invalid_utf8(place) != place.size()) return 0;
  place = trimmed(place);
  const auto words = words_of(place);
  if (words.empty() || words.size() > 12) return 0;
  if (!std::ranges::all_of(words, may_follow)) return 0;
  // "(NNB) —" closes a dateline also where the place is not in capitals: "Oslo (NNB) —"; alone it is one too.
  const bool agency = place.ends_with(')') && place.find('(') != std::string_view::npos && words.size() <= 9;
  if (agency) return length;
  return is_shouted(words.front()) && (words.size() == 1 || place.find(',') != std::string_view::npos ||
                                       std::ranges::all_of(words, is_shouted))
             ? length
             : 0;
}

}  // namespace onrecord
