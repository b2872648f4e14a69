// Drops the pairs that no relation can come of, which are nearly all of them, for a fraction of what their whole score
// costs. It decides nothing: a pair is dropped only where the whole score would be below every threshold.
#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "relate/candidates.h"
#include "trees/trees.h"

namespace onrecord::relating {

// Of one article; neither argument is copied. To be asked for pairs in their order. Not for several threads.
class Sieve {
 public:
  Sieve(const ArticleFacts& article, const CandidateSet& set);

  // How likely the pair is tied (PairScore::tied), where that is in reach of a relation; else nothing.
  std::optional<float> tied(std::size_t pair);

 private:
  void narrow(std::size_t pair, std::initializer_list<FeaturePart> parts, std::span<LeafSets::Set> sets);
  std::span<LeafSets::Set> begin_sets(std::vector<LeafSets::Set>& all, std::size_t place, bool fresh);
  std::span<const LeafSets::Set> sets_of_target(std::size_t pair);
  std::span<const LeafSets::Set> sets_of_voice(std::size_t pair);

  const ArticleFacts& article_;
  const CandidateSet& set_;
  std::uint32_t acting_ = none;            // the statement whose
  std::vector<LeafSets::Set> of_acting_;   // features have been told here
  std::vector<LeafSets::Set> of_targets_;  // by statement, and then that of a mention
  std::vector<bool> told_;                 // which of them are made
  std::vector<LeafSets::Set> of_voices_;   // by speaker, and then that of nobody: for the acting statement
  std::vector<std::uint32_t> voice_told_;  // that they are made for
  std::vector<LeafSets::Set> of_pair_;
  std::vector<float> values_;
};

}  // namespace onrecord::relating
