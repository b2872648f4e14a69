#include "relate/sieve.h"

#include <algorithm>

#include "relate/forest.h"
#include "relate/model_tables.h"

namespace onrecord::relating {

namespace {

struct Trees {
  LeafSets ties{tables::tie_nodes, tables::tie_roots, tables::feature_count};
  std::array<std::size_t, part_count + 1> first = first_features();

  bool usable() const { return ties.usable() && first.back() == tables::feature_count; }
};

const Trees& trees() {
  static const Trees made;
  return made;
}

}  // namespace

Sieve::Sieve(const ArticleFacts& article, const CandidateSet& set)
    : article_(article),
      set_(set),
      told_(article.facts.size() + 1),
      voice_told_(article.resolution.speakers.size() + 1, none) {
  if (!trees().usable()) return;
  of_acting_.resize(trees().ties.trees());
  of_pair_.resize(of_acting_.size());
  of_targets_.resize(told_.size() * of_acting_.size());
  of_voices_.resize(voice_told_.size() * of_acting_.size());
}

void Sieve::narrow(std::size_t pair, std::initializer_list<FeaturePart> parts, std::span<LeafSets::Set> sets) {
  for (const FeaturePart part : parts) {
    values_.clear();
    append_features(article_, set_, pair, part, values_);
    trees().ties.narrow(trees().first[static_cast<std::size_t>(part)], values_, sets);
  }
}

std::span<LeafSets::Set> Sieve::begin_sets(std::vector<LeafSets::Set>& all, std::size_t place, bool fresh) {
  const std::span sets = std::span(all).subspan(place * of_pair_.size(), of_pair_.size());
  if (fresh) std::fill(sets.begin(), sets.end(), LeafSets::every_leaf);
  return sets;
}

// What all pairs with this target, or all with a mention, have in common.
std::span<const LeafSets::Set> Sieve::sets_of_target(std::size_t pair) {
  using enum FeaturePart;
  const Candidate& candidate = set_.pairs[pair];
  const std::size_t row = candidate.to == none ? told_.size() - 1 : candidate.to;
  const bool fresh = !told_[row];
  const std::span sets = begin_sets(of_targets_, row, fresh);
  if (!fresh) return sets;
  told_[row] = true;
  narrow(pair, {to, headline, centrality}, sets);
  if (candidate.to == none) {
    narrow(pair, {place, voices, wording, rarity, ranks, naming}, sets);
  } else {
    narrow(pair, {mention}, sets);
  }
  return sets;
}

// What all pairs of the acting statement with targets of one speaker have in common.
std::span<const LeafSets::Set> Sieve::sets_of_voice(std::size_t pair) {
  using enum FeaturePart;
  const Candidate& candidate = set_.pairs[pair];
  const auto& statements = article_.resolution.statements;
  const std::size_t speaker = candidate.to < statements.size() ? statements[candidate.to].speaker : none;
  const std::size_t row = std::min(speaker, voice_told_.size() - 1);
  const bool fresh = voice_told_[row] != candidate.from;
  const std::span sets = begin_sets(of_voices_, row, fresh);
  if (!fresh) return sets;
  voice_told_[row] = candidate.from;
  narrow(pair, {voices, naming}, sets);
  return sets;
}

std::optional<float> Sieve::tied(std::size_t pair) {
  using enum FeaturePart;
  if (!trees().usable()) {
    features_of(article_, set_, pair, values_);
    const float known = tied_of(values_);
    return is_in_reach(known) ? std::optional(known) : std::nullopt;
  }
  const Candidate& candidate = set_.pairs[pair];
  if (candidate.from != acting_) {
    acting_ = candidate.from;
    std::fill(of_acting_.begin(), of_acting_.end(), LeafSets::every_leaf);
    narrow(pair, {from, FeaturePart::article}, of_acting_);
  }
  const std::span of_target = sets_of_target(pair);
  if (candidate.to == none) {
    std::copy(of_target.begin(), of_target.end(), of_pair_.begin());
    narrow(pair, {mention}, of_pair_);
  } else {
    const std::span of_voice = sets_of_voice(pair);
    for (std::size_t tree = 0; tree < of_pair_.size(); ++tree)
      of_pair_[tree] = static_cast<LeafSets::Set>(of_target[tree] & of_voice[tree]);
    narrow(pair, {place, wording, rarity, ranks}, of_pair_);
  }
  const float known = likelihood_of(trees().ties.sum(of_acting_, of_pair_));
  return is_in_reach(known) ? std::optional(known) : std::nullopt;
}

}  // namespace onrecord::relating
