// Boosted decision trees as LightGBM makes them: what they consist of and how they are read. The numbers stand with the
// stages that were given them (resolve/learned.h, relate/model_tables.h). Pure; from any number of threads.
#pragma once

#include <cstdint>
#include <span>

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

struct Trees {
  std::span<const TreeNode> nodes;
  std::span<const std::uint32_t> roots;
  std::uint32_t features = 0;  // how many the trees were made for
  float least = 1.0f;          // the least probability that an answer is given with
};

// The probability of "yes", 0 to 1; 0 where the features are not as many as the trees were made for.
float probability(const Trees& trees, std::span<const float> features);

}  // namespace onrecord
