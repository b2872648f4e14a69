#include "trees/trees.h"

#include <cmath>

namespace onrecord {

float leaf(std::span<const TreeNode> nodes, std::uint32_t root, std::span<const float> features) {
  const TreeNode* const first = &nodes[root];
  const TreeNode* node = first;
  while (node->feature >= 0) {
    node = first + (features[static_cast<std::size_t>(node->feature)] <= node->value ? node->low : node->high);
  }
  return node->value;
}

float probability(const Trees& trees, std::span<const float> features) {
  if (features.size() != trees.features || trees.roots.empty()) return 0.0f;
  float sum = 0.0f;
  each_leaf(trees.nodes, trees.roots, features, [&](std::size_t, float value) { sum += value; });
  return 1.0f / (1.0f + std::exp(-sum));
}

}  // namespace onrecord
