// Whether a pair is tied, and how: boosted decision trees over the features of candidates.h.
#pragma once

#include <array>
#include <vector>

namespace onrecord::relating {

struct PairScore {
  float tied = 0.0f;             // 0 to 1
  std::array<float, 7> types{};  // in the order of RelationType; they sum to 1, or are 0 where no threshold is in reach
};

PairScore score(const std::vector<float>& features);

}  // namespace onrecord::relating
