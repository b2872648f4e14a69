// The model's judges behind the door: several judges of one thing are asked, and their mean is given.
#pragma once

#include <optional>

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/model_file.h"
#include "tag/second_reading.h"

namespace onrecord::model {

// Whether there is a judge of it.
bool judges(const Weights& weights, JudgedPair of);

// The model, with a judge of it, and the kernels must outlive it. Relations are read a second time where the model can.
class ModelPairReader final : public PairReader {
 public:
  ModelPairReader(const Model& model, JudgedPair of, const Kernels& kernels);

  std::size_t features() const override { return judges_.front()->shape.features; }
  // Those of the first judge: they are of the mean.
  std::span<const float, most_kinds> thresholds() const override { return judges_.front()->thresholds; }
  std::span<const float, 2> calibration() const override { return judges_.front()->calibration; }
  PairLikelihoods read(const Readings& readings, const PairQuestion& question) const override;

  // As first judged, and as judged where every statement is read a second time (nothing where the model does not).
  PairLikelihoods read_once(const Readings& readings, const PairQuestion& question) const;
  PairLikelihoods read_all_again(const Readings& readings, const PairQuestion& question) const;

 private:
  std::vector<const PairWeights*> judges_;  // at least one
  std::size_t columns_;                     // of a word's readings
  const Kernels& kernels_;
  std::optional<SecondReading> second_;
};

}  // namespace onrecord::model
