#include "resolve/trees.h"

#include <cmath>

namespace onrecord::resolving {

float probability(const Trees& trees, std::span<const float> features) {
  if (features.size() != trees.features || trees.roots.empty()) return 0.0f;
  float sum = 0.0f;
  for (const std::uint32_t root : trees.roots) {
    const TreeNode* const first = &trees.nodes[root];
    const TreeNode* node = first;
    while (node->feature >= 0) {
      node = first + (features[static_cast<std::size_t>(node->feature)] <= node->value ? node->low : node->high);
    }
    sum += node->value;
  }
  return 1.0f / (1.0f + std::exp(-sum));
}

}  // namespace onrecord::resolving
