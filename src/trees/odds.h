// What a likelihood says, and what it is worth. Likelihoods lie in 0 to 1. Pure; from any number of threads.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

namespace onrecord {

// The logarithm of a likelihood against its contrary; of none and of certainty as of what is nearly so.
inline float odds_of(float likelihood) {
  const float bounded = std::clamp(likelihood, 1e-6f, 1.0f - 1e-6f);
  return std::log(bounded / (1.0f - bounded));
}

inline float from_odds(float odds) { return 1.0f / (1.0f + std::exp(-odds)); }

// How often what is scored so is right: `calibration` is the slope and the offset of its odds.
inline float calibrated(float score, std::span<const float, 2> calibration) {
  return from_odds(calibration[0] * odds_of(score) + calibration[1]);
}

}  // namespace onrecord
