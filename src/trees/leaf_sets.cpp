#include <algorithm>
#include <bit>
#include <limits>

#include "trees/trees.h"

namespace onrecord {

LeafSets::LeafSets(std::span<const TreeNode> nodes, std::span<const std::uint32_t> roots, std::size_t features)
    : of_feature_(features) {
  usable_ = roots.size() <= std::numeric_limits<std::uint16_t>::max();
  for (std::size_t tree = 0; tree < roots.size() && usable_; ++tree) {
    leaves_.resize((tree + 1) * most_leaves);
    std::size_t count = 0;
    take_in(nodes, roots[tree], 0, static_cast<std::uint16_t>(tree), count);
  }
  for (std::vector<Test>& tests : of_feature_) {
    std::sort(tests.begin(), tests.end(), [](const Test& a, const Test& b) { return a.value < b.value; });
    first_test_.push_back(static_cast<std::uint32_t>(tests_.size()));
    tests_.insert(tests_.end(), tests.begin(), tests.end());
  }
  first_test_.push_back(static_cast<std::uint32_t>(tests_.size()));
  of_feature_ = {};
}

// Takes in what is below `node`, counted from the root, and gives the set of its leaves; `count` have been met before.
LeafSets::Set LeafSets::take_in(std::span<const TreeNode> nodes, std::uint32_t root, std::uint32_t node,
                                std::uint16_t tree, std::size_t& count) {
  const TreeNode& here = nodes[root + node];
  if (here.feature < 0) {
    const std::size_t number = count++;
    if (number >= most_leaves) {
      usable_ = false;
      return 0;
    }
    leaves_[tree * most_leaves + number] = here.value;
    return static_cast<Set>(1u << number);
  }
  const Set low = take_in(nodes, root, static_cast<std::uint32_t>(here.low), tree, count);
  if (static_cast<std::size_t>(here.feature) >= of_feature_.size()) {
    usable_ = false;
  } else {
    of_feature_[static_cast<std::size_t>(here.feature)].push_back({here.value, tree, static_cast<Set>(~low)});
  }
  return low | take_in(nodes, root, static_cast<std::uint32_t>(here.high), tree, count);
}

void LeafSets::narrow(std::size_t first, std::span<const float> values, std::span<Set> sets) const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Test* const end = tests_.data() + first_test_[first + i + 1];
    for (const Test* test = tests_.data() + first_test_[first + i]; test != end && !(values[i] <= test->value);
         ++test) {
      sets[test->tree] &= test->left;
    }
  }
}

float LeafSets::sum(std::span<const Set> a, std::span<const Set> b) const {
  float sum = 0.0f;
  const float* leaves = leaves_.data();
  for (std::size_t tree = 0; tree < trees(); ++tree, leaves += most_leaves) {
    // One leaf is always left; the bit above all only keeps the index within bounds.
    const unsigned left = static_cast<unsigned>(a[tree] & b[tree]) | 1u << (most_leaves - 1);
    sum += leaves[std::countr_zero(left)];
  }
  return sum;
}

}  // namespace onrecord
