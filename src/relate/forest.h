// Whether a pair is tied, and how: boosted decision trees over the features of candidates.h.
#pragma once

#include <array>
#include <vector>

namespace onrecord::relating {

struct PairScore {
  float tied = 0.0f;             // 0 to 1
  std::array<float, 7> types{};  // in the order of RelationType; they sum to 1
};

// How likely a pair is tied: from its features, or from what the trees sum up to. 0 where the features are not as many
// as the trees were made for.
float tied_of(const std::vector<float>& features);
float likelihood_of(float sum);

// Whether a pair that is so likely tied may bear a relation at all: a score is at most `tied`.
bool is_in_reach(float tied);

// The whole score of a pair that is in reach.
PairScore score(const std::vector<float>& features, float tied);

}  // namespace onrecord::relating
