#include "relate/rules.h"

#include <algorithm>

namespace onrecord::relating {

namespace {

bool cue(const StatementFacts& facts, Zone zone, CueClass wanted) {
  return facts.cues[static_cast<std::size_t>(zone)][static_cast<std::size_t>(wanted)] > 0;
}

// The type that the statement's own act and cue speak for.
std::optional<RelationType> type_of(const ArticleFacts& article, std::uint32_t from) {
  const StatementFacts& facts = article.facts[from];
  const auto near = [&](CueClass wanted) { return cue(facts, Zone::cue, wanted) || cue(facts, Zone::lead, wanted); };
  switch (article.statements[from].act) {
    case Act::retract:
      return RelationType::retracts;
    case Act::clarify:
      return RelationType::clarifies;
    case Act::reaffirm:
      return RelationType::reaffirms;
    case Act::deny:
      return RelationType::denies;
    case Act::answer:
      return RelationType::responds;
    default:
      break;
  }
  if (cue(facts, Zone::head, CueClass::mistake) && facts.first_person) return RelationType::retracts;
  if (near(CueClass::retract)) return RelationType::retracts;
  if (near(CueClass::asked) || cue(facts, Zone::cue, CueClass::respond)) return RelationType::responds;
  if (cue(facts, Zone::head, CueClass::deny) && facts.first_person) return RelationType::denies;
  const bool about_words = cue(facts, Zone::head, CueClass::words_noun);
  if (article.statements[from].act == Act::criticise && about_words) return RelationType::disputes;
  if (about_words && (cue(facts, Zone::head, CueClass::scorn) || cue(facts, Zone::head, CueClass::falsehood)))
    return RelationType::disputes;
  if (article.statements[from].act == Act::agree && cue(facts, Zone::cue, CueClass::agree))
    return RelationType::supports;
  return std::nullopt;
}

float target_score(const ArticleFacts& article, std::uint32_t from, std::uint32_t to, RelationType type) {
  const StatementFacts& f = article.facts[from];
  const StatementFacts& t = article.facts[to];
  if (to > from || t.hull.overlaps(f.hull) || t.in_headline || !article.statements[to].communicated) return 0.0f;
  const Side side = article.sides.between(from, to);
  if (own_side_only(type) ? side != Side::own : side == Side::own) return 0.0f;
  const auto apart = static_cast<float>(from - to);
  float score = 1.0f / (1.0f + apart);
  score += 0.15f * static_cast<float>(std::min<std::size_t>(4, shared_words(f.content_stems, t.content_stems).size()));
  for (const std::string& name : article.names[to]) {
    for (const Zone zone : {Zone::cue, Zone::head, Zone::lead}) {
      const auto& stems = f.stems[static_cast<std::size_t>(zone)];
      if (std::binary_search(stems.begin(), stems.end(), stem(name))) score += 0.2f;
    }
  }
  const bool asks = article.statements[to].act == Act::ask || t.question;
  if (type == RelationType::responds && asks) score += 0.4f;
  if (type == RelationType::denies && article.statements[to].act == Act::accuse) score += 0.3f;
  return score;
}

}  // namespace

std::optional<RuleVerdict> decide_by_rule(const ArticleFacts& article, const CandidateSet& set, std::uint32_t from) {
  const auto type = type_of(article, from);
  if (!type) return std::nullopt;
  const auto first = std::lower_bound(set.pairs.begin(), set.pairs.end(), from,
                                      [](const Candidate& c, std::uint32_t f) { return c.from < f; });
  std::optional<RuleVerdict> best;
  constexpr float least = 0.3f;
  for (auto pair = first; pair != set.pairs.end() && pair->from == from; ++pair) {
    float score = 0.0f;
    if (pair->to != none) {
      score = target_score(article, from, pair->to, *type);
    } else {
      // "reiterated his support": what the act is done to, where nothing fuller is reported.
      const WordsMention& mention = set.mentions[pair->mention];
      const bool object = article.facts[from].content_hull.contains(mention.span) &&
                          mention.determiner != Determiner::bare &&
                          mention.span.begin < article.facts[from].content_hull.begin + 12;
      score = object && *type != RelationType::responds ? 0.4f : 0.0f;
    }
    if (score >= least && (!best || score > best->score)) best = RuleVerdict{*pair, *type, std::min(score, 0.9f)};
  }
  return best;
}

}  // namespace onrecord::relating
