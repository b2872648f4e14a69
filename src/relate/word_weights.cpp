#include "relate/word_weights.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "relate/telling_words.h"

namespace onrecord::relating {

namespace {

struct Row {
  std::string_view stem;
  unsigned char sixteenths;
};

constexpr Row rows[] = {
// sorted by stem
#include "relate/word_weights.inc"
};
static_assert(std::is_sorted(std::begin(rows), std::end(rows),
                             [](const Row& a, const Row& b) { return a.stem < b.stem; }));

constexpr double least_pair_weight = 8.0;
constexpr double rare =
    6.0;  // of the stems that are not listed, the rarest of which are in 1 of 50 articles; chosen, not fitted

}  // namespace

double word_weight(std::string_view stem) {
  const Row* row = std::lower_bound(std::begin(rows), std::end(rows), stem,
                                    [](const Row& one, std::string_view wanted) { return one.stem < wanted; });
  return row != std::end(rows) && row->stem == stem ? row->sixteenths / 16.0 : rare;
}

double total_weight(const std::vector<std::string>& stems) {
  double sum = 0;
  for (const std::string& stem : stems) sum += word_weight(stem);
  return sum;
}

std::vector<std::string> rare_pairs(const std::vector<std::string>& words, std::size_t most) {
  std::vector<std::pair<double, std::string>> pairs;
  std::string last;
  for (const std::string& word : words) {
    if (word.size() < 2 || is_function_word(word)) continue;
    std::string next = stem(word);
    const double weight = last.empty() ? 0.0 : word_weight(last) + word_weight(next);
    if (weight >= least_pair_weight) pairs.emplace_back(-weight, last < next ? last + " " + next : next + " " + last);
    last = std::move(next);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  if (pairs.size() > most) pairs.resize(most);
  std::vector<std::string> out;
  for (auto& [weight, pair] : pairs) out.push_back(std::move(pair));
  return out;
}

}  // namespace onrecord::relating
