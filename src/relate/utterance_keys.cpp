// Keys under which reports of one saying meet. Three kinds: five quoted words in a row, whoever said them and whenever;
// a speaker with a telling word in one week; and two rare words side by side in one week, for what one paper ascribes
// to a person and another to a letter, an office or nobody.
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <utility>

#include "relate/across.h"
#include "relate/occasion.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord {

namespace {

constexpr std::size_t quoted_run = 5;
constexpr std::size_t winnow = 4;       // of so many runs that begin one word apart, one is kept
constexpr std::int32_t window = 4;      // days: reports that lie further apart need quoted words to meet
constexpr std::size_t most_pairs = 6;   // the rarest
constexpr std::size_t most_stems = 14;  // the longest of a long content's telling words, so that keys stay bounded

void sort_once(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::uint64_t hash(const std::string& text) { return XXH3_64bits(text.data(), text.size()); }

// Winnowing (Schleimer, Wilkerson, Aiken 2003): of every `winnow` runs in a row the one of the smallest hash. Two
// quotations that share eight words in a row (quoted_run + winnow - 1) always share a key, at a third of the keys.
void add_quoted_runs(const std::vector<std::string>& words, std::vector<std::uint64_t>& keys) {
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + quoted_run <= words.size(); ++i) {
    std::string run = "q";
    for (std::size_t j = i; j < i + quoted_run; ++j) run.append(" ").append(words[j]);
    runs.push_back(hash(run));
  }
  if (runs.size() < winnow) {
    keys.insert(keys.end(), runs.begin(), runs.end());
    return;
  }
  for (std::size_t i = 0; i + winnow <= runs.size(); ++i) {
    keys.push_back(*std::min_element(runs.begin() + static_cast<std::ptrdiff_t>(i),
                                     runs.begin() + static_cast<std::ptrdiff_t>(i + winnow)));
  }
}

// The stretches of `window` days that a report may fall into: each day is in two that overlap, so that two days at most
// `window` apart always have one in common.
std::vector<std::string> weeks_of(const relating::Days& days) {
  const auto week = [](std::int32_t day) { return day >= 0 ? day / window : -((window - 1 - day) / window); };
  std::vector<std::string> weeks;
  for (std::int32_t w = week(days.first); w <= std::min(week(days.last), week(days.first) + 8) + 1; ++w) {
    weeks.push_back(std::to_string(w));
  }
  return weeks;
}

}  // namespace

std::vector<std::uint64_t> utterance_keys(const Report& report) {
  std::vector<std::uint64_t> keys;
  if (!report.view.communicated || report.view.polarity == Polarity::declined) return keys;
  add_quoted_runs(report.quoted_words, keys);
  const std::optional<relating::Days> days = relating::days_of(report);
  if (!report.speaker_key.empty() && days) {
    std::vector<std::string> stems = report.stems;
    std::sort(stems.begin(), stems.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    if (stems.size() > most_stems) stems.resize(most_stems);
    const std::vector<std::string> weeks = weeks_of(*days);
    for (const std::string& stem : stems) {
      for (const std::string& w : weeks) keys.push_back(hash("s " + report.speaker_key + " " + w + " " + stem));
    }
  }
  if (days) {
    const std::vector<std::string> weeks = weeks_of(*days);
    for (const std::string& pair : relating::rare_pairs(report.content_words, most_pairs)) {
      for (const std::string& w : weeks) keys.push_back(hash("p " + w + " " + pair));
    }
  }
  sort_once(keys);
  return keys;
}

}  // namespace onrecord
