// The second reading: the words of one statement and of what it is likeliest to act on go through the encoder's upper
// layers once more, each marked with what it is to that statement, and a judge of its own judges by these vectors. Only
// for statements that the first judges take for likely to act so. docs/model-format.md, "Second reading", has the
// arithmetic.
#pragma once

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/model_file.h"

namespace onrecord::model {

class SecondReading {
 public:
  // The model, which has a second reading, and the kernels must outlive it.
  SecondReading(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

  // From which sum of a statement's likelihoods on it is worth a second reading.
  float least() const { return model_.weights.second->least; }

  // `likely` is of question.pairs, as first judged. Those of a statement whose sum is at least `least` become what the
  // second judge says; those of its pairs that there was no room for become 0.
  void revise(const Readings& readings, const PairQuestion& question, float least, PairLikelihoods& likely) const;

 private:
  const Model& model_;
  const Kernels& kernels_;
};

}  // namespace onrecord::model
