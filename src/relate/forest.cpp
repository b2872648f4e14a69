#include "relate/forest.h"

#include <algorithm>
#include <cmath>

namespace onrecord::relating {

const tables::Forest& forest_for(const CandidateSet& set) {
  return set.read_acts.empty() ? tables::of_words : tables::of_acts;
}

float likelihood_of(float sum) { return 1.0f / (1.0f + std::exp(-sum)); }

float tied_of(const tables::Forest& forest, const std::vector<float>& features) {
  if (features.size() != forest.feature_count) return 0.0f;
  float sum = 0.0f;
  for (const std::uint32_t root : forest.tie_roots) sum += leaf(forest.tie_nodes, root, features);
  return likelihood_of(sum);
}

bool is_in_reach(const tables::Forest& forest, float tied) {
  return tied >= *std::min_element(forest.thresholds.begin(), forest.thresholds.end());
}

PairScore score(const tables::Forest& forest, const std::vector<float>& features, float tied) {
  PairScore result{tied, {}};
  if (features.size() != forest.feature_count) return result;
  std::array<float, 7> sums{};
  for (std::size_t i = 0; i < forest.type_roots.size(); ++i) {
    sums[i % sums.size()] += leaf(forest.type_nodes, forest.type_roots[i], features);
  }
  const float most = *std::max_element(sums.begin(), sums.end());
  float total = 0.0f;
  for (std::size_t k = 0; k < sums.size(); ++k) total += result.types[k] = std::exp(sums[k] - most);
  for (float& type : result.types) type /= total;
  return result;
}

}  // namespace onrecord::relating
