#include "tag/pair_reader.h"

#include <algorithm>

#include "tag/pair_judge.h"

namespace onrecord::model {

bool judges(const Weights& weights, JudgedPair of) {
  return std::ranges::any_of(weights.judges, [&](const PairWeights& judge) { return judge.shape.of == of; });
}

ModelPairReader::ModelPairReader(const Model& model, JudgedPair of, const Kernels& kernels)
    : columns_(model.weights.judge_words.outputs), kernels_(kernels) {
  for (const PairWeights& judge : model.weights.judges) {
    if (judge.shape.of == of) judges_.push_back(&judge);
  }
  if (model.weights.second && model.weights.second->judge.shape.of == of) second_.emplace(model, kernels);
}

PairLikelihoods ModelPairReader::read(const Readings& readings, const PairQuestion& question) const {
  PairLikelihoods out = read_once(readings, question);
  if (second_) second_->revise(readings, question, second_->least(), out);
  return out;
}

PairLikelihoods ModelPairReader::read_all_again(const Readings& readings, const PairQuestion& question) const {
  if (!second_) return {};
  PairLikelihoods out = read_once(readings, question);
  second_->revise(readings, question, -1.0f, out);
  return out;
}

PairLikelihoods ModelPairReader::read_once(const Readings& readings, const PairQuestion& question) const {
  if (question.pairs.empty()) return {};
  PairLikelihoods out = judge_pairs(*judges_.front(), columns_, kernels_, readings, question);
  for (std::size_t n = 1; n < judges_.size(); ++n) {
    const PairLikelihoods other = judge_pairs(*judges_[n], columns_, kernels_, readings, question);
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (std::size_t k = 0; k < most_kinds; ++k) out[i][k] += other[i][k];
    }
  }
  const auto all = static_cast<float>(judges_.size());
  for (auto& one : out) {
    for (float& likely : one) likely /= all;
  }
  return out;
}

}  // namespace onrecord::model
