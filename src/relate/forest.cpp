#include "relate/forest.h"

#include <algorithm>
#include <cmath>

#include "relate/model_tables.h"

namespace onrecord::relating {

float tied(float logit) { return 1.0f / (1.0f + std::exp(-logit)); }

bool is_in_reach(float tied) {
  static const float least = *std::min_element(tables::thresholds.begin(), tables::thresholds.end());
  return tied >= least;
}

PairScore score(const std::vector<float>& features) {
  PairScore result;
  if (features.size() != tables::feature_count) return result;
  float logit = 0.0f;
  for (const std::uint32_t root : tables::tie_roots) logit += leaf(tables::tie_nodes, root, features);
  result.tied = tied(logit);
  if (!is_in_reach(result.tied)) return result;
  std::array<float, 7> sums{};
  for (std::size_t i = 0; i < tables::type_roots.size(); ++i) {
    sums[i % sums.size()] += leaf(tables::type_nodes, tables::type_roots[i], features);
  }
  const float most = *std::max_element(sums.begin(), sums.end());
  float total = 0.0f;
  for (std::size_t k = 0; k < sums.size(); ++k) total += result.types[k] = std::exp(sums[k] - most);
  for (float& type : result.types) type /= total;
  return result;
}

}  // namespace onrecord::relating
