#include "relate/sieve.h"

#include <algorithm>

#include "relate/forest.h"
#include "relate/model_tables.h"

namespace onrecord::relating {

namespace {

struct Trees {
  LeafSets ties{tables::tie_nodes, tables::tie_roots, tables::feature_count};
  std::array<std::size_t, feature_parts.size() + 1> first{};  // feature of each part, and how many there are

  Trees() {
    const std::vector<std::string> names = feature_names();
    const auto part_of = [](std::string_view name) {
      const std::string_view group = name.substr(0, name.find('.'));
      if (group == "from") return FeaturePart::from;
      if (group == "to") return FeaturePart::to;
      if (group == "mention") return FeaturePart::mention;
      if (group == "standing") return FeaturePart::standing;
      return group == "act" || group == "article" ? FeaturePart::article : FeaturePart::between;
    };
    for (const std::string& name : names) ++first[static_cast<std::size_t>(part_of(name)) + 1];
    for (std::size_t part = 1; part < first.size(); ++part) first[part] += first[part - 1];
  }
  bool usable() const { return ties.usable() && first.back() == tables::feature_count; }
};

const Trees& trees() {
  static const Trees made;
  return made;
}

}  // namespace

Sieve::Sieve(const ArticleFacts& article, const CandidateSet& set)
    : article_(article), set_(set), told_(article.facts.size() + 1) {
  if (!trees().usable()) return;
  of_acting_.resize(trees().ties.trees());
  of_pair_.resize(of_acting_.size());
  of_targets_.resize(told_.size() * of_acting_.size());
}

void Sieve::narrow(std::size_t pair, FeaturePart part, std::span<LeafSets::Set> sets) {
  values_.clear();
  append_features(article_, set_, pair, part, values_);
  trees().ties.narrow(trees().first[static_cast<std::size_t>(part)], values_, sets);
}

// What all pairs with this target, or all with a mention, have in common.
std::span<LeafSets::Set> Sieve::sets_of_target(std::size_t pair) {
  const Candidate& candidate = set_.pairs[pair];
  const std::size_t place = candidate.to == none ? told_.size() - 1 : candidate.to;
  const std::span sets = std::span(of_targets_).subspan(place * of_pair_.size(), of_pair_.size());
  if (!told_[place]) {
    told_[place] = true;
    std::fill(sets.begin(), sets.end(), LeafSets::every_leaf);
    narrow(pair, FeaturePart::to, sets);
    if (candidate.to == none) {
      narrow(pair, FeaturePart::between, sets);
      narrow(pair, FeaturePart::standing, sets);
    } else {
      narrow(pair, FeaturePart::mention, sets);
    }
  }
  return sets;
}

std::optional<float> Sieve::tied(std::size_t pair) {
  if (!trees().usable()) {
    features_of(article_, set_, pair, values_);
    const float known = tied_of(values_);
    return is_in_reach(known) ? std::optional(known) : std::nullopt;
  }
  const Candidate& candidate = set_.pairs[pair];
  if (candidate.from != acting_) {
    acting_ = candidate.from;
    std::fill(of_acting_.begin(), of_acting_.end(), LeafSets::every_leaf);
    narrow(pair, FeaturePart::from, of_acting_);
    narrow(pair, FeaturePart::article, of_acting_);
  }
  const std::span of_target = sets_of_target(pair);
  std::copy(of_target.begin(), of_target.end(), of_pair_.begin());
  if (candidate.to == none) {
    narrow(pair, FeaturePart::mention, of_pair_);
  } else {
    narrow(pair, FeaturePart::between, of_pair_);
    narrow(pair, FeaturePart::standing, of_pair_);
  }
  const float known = likelihood_of(trees().ties.sum(of_acting_, of_pair_));
  return is_in_reach(known) ? std::optional(known) : std::nullopt;
}

}  // namespace onrecord::relating
