#include "relate/pair_question.h"

#include <algorithm>

namespace onrecord::relating {

namespace {

// Of all features, those that no act model made.
const std::vector<std::size_t>& told() {
  static const std::vector<std::size_t> columns = [] {
    std::vector<std::size_t> out;
    const std::vector<std::string> names = feature_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!names[i].starts_with("act.is.")) out.push_back(i);
    }
    return out;
  }();
  return columns;
}

}  // namespace

std::size_t told_features() { return told().size(); }

PairQuestion question_of(const ArticleFacts& article, const CandidateSet& set) {
  PairQuestion out;
  for (const Statement& statement : article.statements) {
    out.statements.push_back({statement.source, statement.cue, statement.content});
  }
  for (const WordsMention& mention : set.mentions) out.mentions.push_back({mention.whole, {}});
  const auto statements = static_cast<std::uint32_t>(out.statements.size());
  std::vector<float> features;
  out.features.reserve(set.pairs.size() * told().size());
  for (std::size_t pair = 0; pair < set.pairs.size(); ++pair) {
    const Candidate& candidate = set.pairs[pair];
    out.pairs.push_back({candidate.from, candidate.to != none ? candidate.to : statements + candidate.mention});
    features_of(article, set, pair, features);
    for (const std::size_t column : told()) out.features.push_back(features[column]);
  }
  return out;
}

}  // namespace onrecord::relating
