// Whether a pair is tied, and how: boosted decision trees over the features of candidates.h.
#pragma once

#include <array>
#include <vector>

namespace onrecord::relating {

struct PairScore {
  float tied = 0.0f;             // 0 to 1
  std::array<float, 7> types{};  // in the order of RelationType; they sum to 1, or are 0 where no threshold is in reach
};

// Whether a pair whose trees sum up to this may bear a relation at all: a score is at most `tied`.
float tied(float logit);
bool is_in_reach(float tied);

PairScore score(const std::vector<float>& features);

}  // namespace onrecord::relating
