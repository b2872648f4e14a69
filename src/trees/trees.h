// Boosted decision trees as LightGBM makes them: what they consist of and how they are read. The numbers stand with the
// stages that were given them (resolve/learned.h, relate/model_tables.h). Pure; from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace onrecord {

// A feature not above `value` goes to `low`, else to `high`, both counted from the tree's first node. A leaf has no
// feature (-1) and bears its share of the sum as `value`.
struct TreeNode {
  std::int16_t feature;
  float value;
  std::int16_t low;
  std::int16_t high;
};

// The value of the leaf that `features` lead to, from the node `root` on. There must be as many features as the tree
// was made for.
float leaf(std::span<const TreeNode> nodes, std::uint32_t root, std::span<const float> features);

// Calls use(number of the root, value of its leaf) for each tree, in their order. Several trees are gone down together
// and without branches, since each step of one waits for the one before and cannot be foreseen.
template <class Use>
void each_leaf(std::span<const TreeNode> nodes, std::span<const std::uint32_t> roots, std::span<const float> features,
               const Use& use) {
  constexpr std::size_t together = 4;
  std::size_t tree = 0;
  for (; tree + together <= roots.size(); tree += together) {
    const TreeNode* first[together];
    const TreeNode* node[together];
    for (std::size_t k = 0; k < together; ++k) first[k] = node[k] = &nodes[roots[tree + k]];
    bool within = true;
    while (within) {
      within = false;
      for (std::size_t k = 0; k < together; ++k) {
        const TreeNode& here = *node[k];
        const bool inner = here.feature >= 0;
        const bool high = !(features[inner ? static_cast<std::size_t>(here.feature) : 0] <= here.value);
        const TreeNode* const next = first[k] + (here.low + ((here.high - here.low) & -static_cast<int>(high)));
        node[k] = inner ? next : node[k];
        within |= inner;
      }
    }
    for (std::size_t k = 0; k < together; ++k) use(tree + k, node[k]->value);
  }
  for (; tree < roots.size(); ++tree) use(tree, leaf(nodes, roots[tree], features));
}

struct Trees {
  std::span<const TreeNode> nodes;
  std::span<const std::uint32_t> roots;
  std::uint32_t features = 0;  // how many the trees were made for
  float least = 1.0f;          // the least probability that an answer is given with
};

// The probability of "yes", 0 to 1; 0 where the features are not as many as the trees were made for.
float probability(const Trees& trees, std::span<const float> features);

// The same trees read by parts of their features: what is known of many candidates together (a statement, its target)
// is asked for once, and only what a pair alone has is asked for each pair. Each tree keeps the set of leaves that it
// may still end in; every feature that goes high takes the leaves below it out, and what is left first is the tree's
// answer. The sum is that of `leaf`, bit for bit. Pure after construction; from any number of threads.
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
