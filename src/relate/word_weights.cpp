#include "relate/word_weights.h"

#include <algorithm>
#include <iterator>

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

constexpr double rare = 6.0;  // of the stems that are not listed: about the mean of those in the same articles

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

}  // namespace onrecord::relating
