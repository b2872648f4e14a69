// Judges pairs by what the encoder made of their words: a statement is the weighted mean of the words of its source, cue,
// content and surroundings, a pair the sum of an actor, a target and its features. Several judges of one thing are
// asked, and their mean is given. docs/model-format.md, "Judges", has the arithmetic.
#pragma once

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/weights.h"

namespace onrecord::model {

// out = each row of `rows` [count, width], with mean 0 and variance 1. `out` may be `rows`. Not the kernels' add_norm: its
// epsilon is another, and it adds two.
void normalise_rows(const float* rows, std::size_t count, std::size_t width, float* out);

// Whether there is a judge of it.
bool judges(const Weights& weights, JudgedPair of);

// The weights, with a judge of it, and the kernels must outlive it.
class ModelPairReader final : public PairReader {
 public:
  ModelPairReader(const Weights& weights, JudgedPair of, const Kernels& kernels);

  std::size_t features() const override { return judges_.front()->shape.features; }
  // Those of the first judge: they are of the mean.
  std::span<const float, most_kinds> thresholds() const override { return judges_.front()->thresholds; }
  std::span<const float, 2> calibration() const override { return judges_.front()->calibration; }
  PairLikelihoods read(const Readings& readings, const PairQuestion& question) const override;

 private:
  std::vector<const PairWeights*> judges_;  // at least one
  std::size_t columns_;                     // of a word's readings
  const Kernels& kernels_;
};

}  // namespace onrecord::model
