#include "resolve/link_text.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace onrecord::resolving {

namespace {

constexpr std::uint32_t reach = 8;  // words back to the name that a link repeats

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "Ada Lund Adelaide (Ada) Lund": the name ends before the formal first name, whatever nickname stands in brackets.
std::uint32_t before_formal_name(const std::vector<Word>& words, Range run) {
  const std::uint32_t end = run.end;
  if (run.size() < 3 || end + 2 >= words.size() || words[end].lower != "(" || words[end + 2].lower != ")") return end;
  const bool formal = formal_name(words[end - 1].lower) == formal_name(words[end + 1].lower) ||
                      std::any_of(words.begin() + run.begin, words.begin() + end - 1,
                                  [&](const Word& word) { return word.lower == words[end + 1].lower; });
  return formal ? end - 1 : end;
}

// The word before `at` that the word there begins with: "Lund" for "LundBridge"; `at` where there is none.
std::uint32_t repeated(const Reading& reading, std::uint32_t at) {
  const std::string_view written = reading.of(reading.words[at].span);
  for (std::size_t cut = 3; cut < written.size(); ++cut) {
    if (!is_lower(written[cut - 1]) || !is_upper_or_digit(written[cut])) continue;
    const std::string_view front = std::string_view(reading.words[at].lower).substr(0, cut);
    for (std::uint32_t k = at > reach ? at - reach : 0; k < at; ++k) {
      if (reading.words[k].lower == front) return k;
    }
  }
  return at;
}

}  // namespace

std::uint32_t end_before_link_text(const Reading& reading, Range run) {
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const std::uint32_t first = repeated(reading, i);
    if (first != i) return std::max(first + 1, run.begin);
  }
  return before_formal_name(reading.words, run);
}

}  // namespace onrecord::resolving
