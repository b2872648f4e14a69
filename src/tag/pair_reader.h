// Judges pairs of statements by what the encoder made of their words: a statement is the weighted mean of the words of
// its source, cue, content and surroundings, a pair the sum of an actor, a target and its features.
// docs/model-format.md, "Pairs", has the arithmetic.
#pragma once

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/weights.h"

namespace onrecord::model {

// out = each row of `rows` [count, norm width], with mean 0 and variance 1, times gain plus bias. `out` may be `rows`. Not the kernels'
// add_norm: its epsilon is another, and it adds two.
void normalise_rows(const float* rows, std::size_t count, const Norm& norm, float* out);

// Both arguments must outlive it.
class ModelPairReader final : public PairReader {
 public:
  ModelPairReader(const PairWeights& weights, const Kernels& kernels) : weights_(weights), kernels_(kernels) {}

  std::size_t features() const override { return weights_.feature_mean.size(); }
  std::span<const float, 7> thresholds() const override { return weights_.thresholds; }
  std::span<const float, 2> calibration() const override { return weights_.calibration; }
  PairLikelihoods read(const Readings& readings, const PairQuestion& question) const override;

 private:
  const PairWeights& weights_;
  const Kernels& kernels_;
};

}  // namespace onrecord::model
