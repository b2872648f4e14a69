#include "relate/alignment.h"

#include <algorithm>

namespace onrecord::relating {

namespace {

constexpr std::uint32_t most_words = 600;
constexpr std::uint32_t short_gap = 6;  // words on either side up to which a single common word ties a gap together

struct Window {
  std::uint32_t a_begin, a_end, b_begin, b_end;
};

Block longest_run(const std::vector<std::string>& a, const std::vector<std::string>& b, Window window) {
  Block best;
  std::vector<std::uint32_t> before(window.b_end - window.b_begin + 1, 0);
  for (std::uint32_t i = window.a_begin; i < window.a_end; ++i) {
    for (std::uint32_t j = window.b_end; j > window.b_begin; --j) {
      std::uint32_t& run = before[j - window.b_begin];
      run = a[i] == b[j - 1] ? before[j - 1 - window.b_begin] + 1 : 0;
      // Of equally long runs the first in `a`, then the first in `b`.
      if (run > best.words || (run == best.words && run > 0 && best.a == i + 1 - run && best.b > j - run)) {
        best = {i + 1 - run, j - run, run};
      }
    }
  }
  return best;
}

}  // namespace

std::vector<Block> align(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto size = [](const std::vector<std::string>& words) {
    return std::min(static_cast<std::uint32_t>(words.size()), most_words);
  };
  std::vector<Block> blocks;
  const Window all{0, size(a), 0, size(b)};
  std::vector<Window> open{all};
  while (!open.empty()) {
    const Window window = open.back();
    open.pop_back();
    if (window.a_begin == window.a_end || window.b_begin == window.b_end) continue;
    const Block run = longest_run(a, b, window);
    const bool whole = blocks.empty();
    const bool enclosed = window.a_begin > 0 && window.b_begin > 0 && window.a_end < all.a_end &&
                          window.b_end < all.b_end && window.a_end - window.a_begin <= short_gap &&
                          window.b_end - window.b_begin <= short_gap;
    if (run.words == 0 || (run.words == 1 && !whole && !enclosed)) continue;
    blocks.push_back(run);
    open.push_back({window.a_begin, run.a, window.b_begin, run.b});
    open.push_back({run.a + run.words, window.a_end, run.b + run.words, window.b_end});
  }
  std::sort(blocks.begin(), blocks.end(), [](const Block& x, const Block& y) { return x.a < y.a; });
  return blocks;
}

}  // namespace onrecord::relating
