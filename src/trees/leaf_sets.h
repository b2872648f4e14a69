// The same trees read by parts of their features: what is known of many candidates together (a statement, its target)
// is asked for once, and only what a pair alone has is asked for each pair. Each tree keeps the set of leaves that it
// may still end in; every feature that goes high takes the leaves below it out, and what is left first is the tree's
// answer. The sum is that of `leaf`, bit for bit. Pure after construction; from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "trees/trees.h"

namespace onrecord {

class LeafSets {
 public:
  static constexpr std::size_t most_leaves = 16;
  using Set = std::uint16_t;  // of one tree: bit n is its nth leaf from the low side

  // Takes in the trees at `roots`; a tree with more than 16 leaves, or a feature not below `features`, makes it
  // unusable.
  LeafSets(std::span<const TreeNode> nodes, std::span<const std::uint32_t> roots, std::size_t features);

  bool usable() const { return usable_; }
  std::size_t trees() const { return leaves_.size() / most_leaves; }

  static constexpr Set every_leaf = 0xffff;

  // Takes out of `sets` (one a tree) what the features from number `first` on exclude by their `values`.
  void narrow(std::size_t first, std::span<const float> values, std::span<Set> sets) const;

  // The sum of the leaves once all features have been told, the sets of two parts taken together.
  float sum(std::span<const Set> a, std::span<const Set> b) const;

 private:
  struct Test {
    float value;  // above it,
    std::uint16_t tree;
    Set left;  // only these leaves are left
  };
  std::uint16_t take_in(std::span<const TreeNode> nodes, std::uint32_t root, std::uint32_t node, std::uint16_t tree,
                        std::size_t& count);

  bool usable_ = true;
  std::vector<std::vector<Test>> of_feature_;  // while being made
  std::vector<Test> tests_;                    // by feature, then rising by value
  std::vector<std::uint32_t> first_test_;      // by feature, and one behind the last
  std::vector<float> leaves_;                  // most_leaves a tree
};

}  // namespace onrecord
