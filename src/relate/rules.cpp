#include "relate/rules.h"

#include <algorithm>

#include "relate/standing.h"

namespace onrecord::relating {

namespace {

bool cue(const StatementFacts& facts, Zone zone, CueClass wanted) {
  return facts.cues[static_cast<std::size_t>(zone)][static_cast<std::size_t>(wanted)] > 0;
}

// The type that the statement's own act and cue speak for. Each case asks for two signs at least: an act is not yet an
// act on somebody's words.
std::optional<RelationType> type_of(const ArticleFacts& article, std::uint32_t from) {
  const StatementFacts& facts = article.facts[from];
  const Statement& statement = article.statements[from];
  const auto head = [&](CueClass wanted) { return cue(facts, Zone::head, wanted); };
  const bool about_words = head(CueClass::words_noun) || cue(facts, Zone::cue, CueClass::words_noun);
  if (facts.narrated && statement.act == Act::retract) return RelationType::retracts;
  if (facts.first_person && statement.form == Form::direct &&
      (head(CueClass::mistake) || (about_words && cue(facts, Zone::rest, CueClass::mistake))) &&
      article.statements[from].communicated) {
    return RelationType::retracts;
  }
  if (cue(facts, Zone::cue, CueClass::retract) && about_words) return RelationType::retracts;
  // "did not clarify", "would not deny": no such act. (A refusal to retract is a reaffirmation by its act.)
  if (statement.polarity == Polarity::negated && (statement.act == Act::clarify || statement.act == Act::deny)) {
    return std::nullopt;
  }
  if (statement.act == Act::clarify && cue(facts, Zone::cue, CueClass::clarify)) return RelationType::clarifies;
  if (statement.act == Act::reaffirm && cue(facts, Zone::cue, CueClass::reaffirm)) return RelationType::reaffirms;
  if (statement.act == Act::deny && cue(facts, Zone::cue, CueClass::deny)) return RelationType::denies;
  // A verdict on somebody's words: "called Lund's suggestion “ridiculous”".
  if (about_words && !statement.quotes.empty() && (head(CueClass::scorn) || head(CueClass::falsehood))) {
    return RelationType::disputes;
  }
  if (cue(facts, Zone::cue, CueClass::respond)) return RelationType::responds;
  if (cue(facts, Zone::lead, CueClass::asked)) return RelationType::responds;
  return std::nullopt;
}

// How sure it is that `to` is what `from` is about: 0 where the sides forbid it or the tie is too thin to be given.
float target_score(const ArticleFacts& article, std::uint32_t from, std::uint32_t to, RelationType type) {
  const StatementFacts& f = article.facts[from];
  const StatementFacts& t = article.facts[to];
  if (t.hull.overlaps(f.hull) || t.in_headline || t.narrated || !article.statements[to].communicated) return 0.0f;
  const Side side = article.sides.between(from, to);
  if (own_side_only(type) ? side != Side::own : side != Side::other) return 0.0f;
  // What a taking back is about is often told after it ("A day earlier, he said …"); everything else looks back.
  const bool told_after = to > from;
  if (told_after && !(type == RelationType::retracts && cue(t, Zone::lead, CueClass::earlier))) return 0.0f;
  const std::size_t shared = count_shared(f.content_stems, t.content_stems);
  bool named = false;
  for (const Zone zone : {Zone::cue, Zone::head}) named = named || named_in(article.name_stems[to], f, zone) > 0.0f;
  const std::uint32_t apart = told_after ? t.sentence - f.sentence : f.sentence - t.sentence;
  const bool asks = article.statements[to].act == Act::ask || t.question;
  switch (type) {
    case RelationType::retracts:
      // "Lund backtracked": what the speaker said last, however far back.
      if (f.narrated && article.statements[from].act == Act::retract && !told_after)
        return 0.4f - 0.002f * std::min(static_cast<float>(apart), 45.0f);
      if (apart > 12) return 0.0f;
      if (told_after) return 0.8f;
      return shared >= 4 ? 0.6f : 0.0f;
    case RelationType::disputes:
      return named && apart <= 12 ? 0.7f - 0.02f * static_cast<float>(apart) : 0.0f;
    case RelationType::responds:
      return asks && apart <= 2 ? 0.7f : 0.0f;
    case RelationType::denies:
      return shared >= 3 && apart <= 6 ? 0.6f : 0.0f;
    default:
      return shared >= 4 && apart <= 12 ? 0.6f : 0.0f;
  }
}

// Whether an act of this type may be given with nothing but a noun phrase as its target.
bool facts_allow_mention(const ArticleFacts& article, std::uint32_t from, RelationType type) {
  return (type == RelationType::retracts && article.facts[from].narrated) ||
         (type == RelationType::reaffirms && article.statements[from].act == Act::reaffirm);
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
      if (object && facts_allow_mention(article, from, *type) && mention.determiner == Determiner::own)
        score = *type == RelationType::retracts ? 0.3f : 0.5f;  // what was said is likelier than its name
    }
    if (score >= least && (!best || score > best->score)) best = RuleVerdict{*pair, *type, std::min(score, 0.9f)};
  }
  return best;
}

}  // namespace onrecord::relating
