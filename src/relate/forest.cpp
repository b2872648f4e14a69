#include "relate/forest.h"

#include <algorithm>
#include <cmath>

#include "relate/model_tables.h"

namespace onrecord::relating {

float likelihood_of(float sum) { return 1.0f / (1.0f + std::exp(-sum)); }

float tied_of(const std::vector<float>& features) {
  if (features.size() != tables::feature_count) return 0.0f;
  float sum = 0.0f;
  each_leaf(tables::tie_nodes, tables::tie_roots, features, [&](std::size_t, float value) { sum += value; });
  return likelihood_of(sum);
}

bool is_in_reach(float tied) {
  static const float least = *std::min_element(tables::thresholds.begin(), tables::thresholds.end());
  return tied >= least;
}

PairScore score(const std::vector<float>& features, float tied) {
  PairScore result{tied, {}};
  if (features.size() != tables::feature_count) return result;
  std::array<float, 7> sums{};
  each_leaf(tables::type_nodes, tables::type_roots, features,
            [&](std::size_t tree, float value) { sums[tree % sums.size()] += value; });
  const float most = *std::max_element(sums.begin(), sums.end());
  float total = 0.0f;
  for (std::size_t k = 0; k < sums.size(); ++k) total += result.types[k] = std::exp(sums[k] - most);
  for (float& type : result.types) type /= total;
  return result;
}

}  // namespace onrecord::relating
