// Which statement stands in the content of which.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "attribute/draft.h"

namespace onrecord {

namespace {

std::uint64_t size_of(const Statement& statement) {
  return std::accumulate(statement.content.begin(), statement.content.end(), std::uint64_t{0},
                         [](std::uint64_t sum, Span span) { return sum + span.size(); });
}

}  // namespace

void nest(Statements& statements) {
  // All fragments, by begin; what holds a cue begins before it. The innermost is the smallest, and only a larger
  // statement can hold a smaller one, so that no two hold each other.
  struct Fragment {
    Span span;
    std::uint32_t statement;
  };
  std::vector<Fragment> fragments;
  std::vector<std::uint64_t> sizes;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    sizes.push_back(size_of(statements[i]));
    for (const Span span : statements[i].content) fragments.push_back({span, i});
  }
  std::ranges::sort(fragments, [](const Fragment& a, const Fragment& b) {
    return std::tie(a.span, a.statement) < std::tie(b.span, b.statement);
  });
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto place = [&](std::uint32_t i) {
    return statements[i].cue.empty() ? (statements[i].content.empty() ? Span{} : statements[i].content.front())
                                     : statements[i].cue.front();
  };
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(place(a).begin, a) < std::tuple(place(b).begin, b);
  });
  std::vector<Fragment> open;  // fragments that reach beyond the current place
  std::size_t next = 0;
  for (const std::uint32_t i : order) {
    const Span at = place(i);
    statements[i].within = none;
    if (at.empty()) continue;
    while (next < fragments.size() && fragments[next].span.begin <= at.begin) open.push_back(fragments[next++]);
    std::erase_if(open, [&](const Fragment& fragment) { return fragment.span.end <= at.begin; });
    std::uint64_t smallest = 0;
    for (const Fragment& fragment : open) {
      const std::uint32_t outer = fragment.statement;
      if (outer == i || !fragment.span.contains(at) || sizes[outer] <= sizes[i]) continue;
      if (statements[i].within == none || sizes[outer] < smallest) {
        statements[i].within = outer;
        smallest = sizes[outer];
      }
    }
  }
}

}  // namespace onrecord
