#include "relate/relate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "relate/candidates.h"
#include "relate/evidence.h"
#include "relate/forest.h"
#include "relate/model_tables.h"
#include "relate/pair_question.h"
#include "relate/rules.h"
#include "relate/sieve.h"
#include "trees/odds.h"

namespace onrecord {

namespace {

using relating::ArticleFacts;
using relating::Candidate;
using relating::CandidateSet;
using relating::CueClass;
using relating::Side;

struct Scored {
  Candidate candidate;
  RelationType type = RelationType::responds;
  float score = 0.0f;
  bool learned = true;
};

// Denials and answers are the trees' alone; of the other types the narrow rules speak too (docs/relating.md).
bool rules_speak(RelationType type) { return type != RelationType::denies && type != RelationType::responds; }

// How often a rule that gives this type was right where it was surest (docs/relating.md).
float trust_in_rule(RelationType type) { return type == RelationType::disputes ? 0.2f : 1.0f; }

// Whether the statement's own words say that nothing of this type is done: "did not withdraw it", "would not deny it".
bool said_not_done(const ArticleFacts& article, std::uint32_t from, RelationType type) {
  const auto undone = [&](CueClass cue) { return article.facts[from].undone[static_cast<std::size_t>(cue)]; };
  switch (type) {
    case RelationType::retracts:
      return undone(CueClass::retract);
    case RelationType::clarifies:
      return undone(CueClass::clarify);
    case RelationType::denies:
      return undone(CueClass::deny);
    default:
      return false;
  }
}

// The likeliest type that the speakers allow: only the own side retracts, clarifies or reaffirms, and nobody denies or
// disputes what the own side said (invariant 8). A mention has no speaker of its own: the words that name it decide.
std::optional<Scored> decide(const ArticleFacts& article, const Candidate& candidate, const relating::PairScore& score,
                             std::span<const float, 7> thresholds) {
  if (score.tied <= 0.0f) return std::nullopt;
  const Side side = candidate.to == none ? Side::unknown : article.sides.between(candidate.from, candidate.to);
  std::optional<Scored> best;
  float most = 0.0f;
  for (std::size_t k = 0; k < score.types.size(); ++k) {
    const auto type = static_cast<RelationType>(k);
    float likely = score.types[k];
    if (own_side_only(type) && candidate.to != none && side != Side::own) continue;
    if (said_not_done(article, candidate.from, type)) continue;
    const bool against =
        type == RelationType::denies || type == RelationType::disputes || type == RelationType::supports;
    if (against && side == Side::own) likely *= 0.05f;
    if (likely > most) {
      most = likely;
      best = Scored{candidate, type, score.tied * likely};
    }
  }
  if (!best || best->score < thresholds[static_cast<std::size_t>(best->type)]) return std::nullopt;
  return best;
}

// Whether `later` in the order of scores only repeats what `kept` already says.
bool repeats(const ArticleFacts& article, const Scored& kept, const Scored& later) {
  const Candidate& a = kept.candidate;
  const Candidate& b = later.candidate;
  if (a.from == b.from) return true;  // the best target of each statement
  if (a.to != none && b.to == a.from && b.from == a.to) return true;
  if (kept.type != later.type) return false;
  if (article.facts[a.from].content_hull.overlaps(article.facts[b.from].content_hull)) return true;
  if (article.facts[a.from].hull.overlaps(article.facts[b.from].content_hull) && article.facts[b.from].narrated)
    return true;
  // The reporter tells of a taking back, and the speaker's own words take back: two reports, each with its proof.
  if (later.type == RelationType::retracts &&
      article.statements[a.from].quotes.empty() != article.statements[b.from].quotes.empty())
    return false;
  // One speaker goes on about the same thing: the first part stands for all.
  const auto speaker = [&](std::uint32_t i) { return article.resolution.statements[i].speaker; };
  const std::uint32_t apart = a.from < b.from ? b.from - a.from : a.from - b.from;
  return apart <= 2 && a.to == b.to && a.mention == b.mention && speaker(a.from) != none &&
         speaker(a.from) == speaker(b.from);
}

// What the trees find.
std::vector<Scored> find_by_forest(const ArticleFacts& facts, const CandidateSet& set) {
  std::vector<Scored> found;
  std::vector<float> features;
  relating::Sieve sieve(facts, set);
  for (std::size_t pair = 0; pair < set.pairs.size(); ++pair) {
    const auto tied = sieve.tied(pair);
    if (!tied) continue;
    relating::features_of(facts, set, pair, features);
    const auto score = relating::score(features, *tied);
    if (const auto decided = decide(facts, set.pairs[pair], score, relating::tables::thresholds))
      found.push_back(*decided);
  }
  return found;
}

// What the tagger's reader finds.
std::vector<Scored> find_by_reading(const ArticleFacts& facts, const CandidateSet& set, const Readings& readings) {
  std::vector<Scored> found;
  const PairReader& reader = *readings.reader(JudgedPair::relation);
  const PairLikelihoods likely = reader.read(readings, relating::question_of(facts, set));
  for (std::size_t pair = 0; pair < set.pairs.size(); ++pair) {
    const relating::PairScore score{1.0f, likely[pair]};
    if (const auto decided = decide(facts, set.pairs[pair], score, reader.thresholds()))
      found.push_back(*decided);
  }
  return found;
}

// Of what was learned: who scored it, and how its scores are to be read.
struct Learned {
  const char* by;
  std::span<const float, 2> calibration;
};

// The relations of what is scored: what the rules say is added, and of what says the same the likeliest is kept.
Relations settle(const ArticleFacts& facts, const CandidateSet& set, std::vector<Scored> scored,
                 const std::optional<Learned>& learned) {
  for (std::uint32_t from = 0; from < facts.statements.size(); ++from) {
    const auto verdict = relating::decide_by_rule(facts, set, from);
    if (verdict && (!learned || rules_speak(verdict->type)))
      scored.push_back({verdict->candidate, verdict->type, verdict->score, false});
  }
  std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
    return std::tuple(-a.score, a.candidate.from, a.candidate.to, a.candidate.mention) <
           std::tuple(-b.score, b.candidate.from, b.candidate.to, b.candidate.mention);
  });
  std::vector<Scored> kept;
  for (const Scored& one : scored) {
    if (std::none_of(kept.begin(), kept.end(), [&](const Scored& other) { return repeats(facts, other, one); }))
      kept.push_back(one);
  }
  Relations relations;
  for (const Scored& one : kept) {
    Relation relation;
    relation.type = one.type;
    relation.from = one.candidate.from;
    relation.to = one.candidate.to;
    if (one.candidate.mention != none) relation.to_span = set.mentions[one.candidate.mention].whole;
    relation.evidence = relating::evidence_for(facts, set, one.candidate, one.type);
    relation.decision = one.learned ? Decision{learned->by, calibrated(one.score, learned->calibration)}
                                    : Decision{"cue-rules", one.score * trust_in_rule(one.type)};
    relations.push_back(std::move(relation));
  }
  std::sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
    return std::tie(a.from, a.to, a.to_span, a.type) < std::tie(b.from, b.to, b.to_span, b.type);
  });
  return relations;
}

bool relatable(const Statements& statements, const Resolution& resolution) {
  return !statements.empty() && resolution.statements.size() == statements.size();
}

}  // namespace

Relations relate(const Article& article, const Segments& segments, const Statements& statements,
                 const Resolution& resolution, const Readings& readings) {
  if (!relatable(statements, resolution)) return {};
  const ArticleFacts facts(article, segments, statements, resolution);
  const CandidateSet set = relating::find_candidates(facts);
  const PairReader* const reader = readings.reader(JudgedPair::relation);
  if (reader != nullptr && reader->features() == relating::told_features())
    return settle(facts, set, find_by_reading(facts, set, readings), Learned{"pair-reader", reader->calibration()});
  if (relating::tables::tie_roots.empty()) return settle(facts, set, {}, std::nullopt);
  return settle(facts, set, find_by_forest(facts, set), Learned{"pair-forest", relating::tables::calibration});
}

Relations relate_by_rules(const Article& article, const Segments& segments, const Statements& statements,
                          const Resolution& resolution) {
  if (!relatable(statements, resolution)) return {};
  const ArticleFacts facts(article, segments, statements, resolution);
  return settle(facts, relating::find_candidates(facts), {}, std::nullopt);
}

}  // namespace onrecord
