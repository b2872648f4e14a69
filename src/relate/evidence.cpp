#include "relate/evidence.h"

#include <algorithm>
#include <array>

namespace onrecord::relating {

namespace {

// The classes of phrases that show a type, the most telling first.
std::vector<CueClass> telling(RelationType type) {
  switch (type) {
    case RelationType::retracts:
      return {CueClass::retract, CueClass::mistake, CueClass::apology};
    case RelationType::clarifies:
      return {CueClass::clarify};
    case RelationType::reaffirms:
      return {CueClass::reaffirm, CueClass::repeat};
    case RelationType::denies:
      return {CueClass::deny, CueClass::falsehood, CueClass::reject};
    case RelationType::disputes:
      return {CueClass::condemn, CueClass::reject, CueClass::scorn, CueClass::falsehood, CueClass::deny};
    case RelationType::supports:
      return {CueClass::agree, CueClass::confirm};
    case RelationType::responds:
      return {CueClass::asked, CueClass::respond, CueClass::question};
  }
  return {};
}

Span span_of(const ArticleFacts& article, const CueMatch& match) {
  return {article.words[match.first].span.begin, article.words[match.last - 1].span.end};
}

}  // namespace

std::vector<Span> evidence_for(const ArticleFacts& article, const CandidateSet& set, const Candidate& candidate,
                               RelationType type) {
  const StatementFacts& facts = article.facts[candidate.from];
  const auto first_in = [&](Zone zone, CueClass cue) -> const CueMatch* {
    const auto& words = facts.words[static_cast<std::size_t>(zone)];
    if (words.empty()) return nullptr;
    auto match = std::lower_bound(article.cues.begin(), article.cues.end(), words.front(),
                                  [](const CueMatch& m, std::uint32_t w) { return m.first < w; });
    for (; match != article.cues.end() && match->first <= words.back(); ++match) {
      if (match->cue == cue && std::binary_search(words.begin(), words.end(), match->first)) return &*match;
    }
    return nullptr;
  };
  constexpr std::array zones{Zone::cue, Zone::lead, Zone::head, Zone::rest, Zone::before};
  // Who takes back in words of one's own proves it by them, whatever the reporter calls it.
  if (type == RelationType::retracts && !article.statements[candidate.from].quotes.empty()) {
    for (const CueClass cue : telling(type)) {
      for (const Zone zone : {Zone::head, Zone::rest}) {
        if (const CueMatch* match = first_in(zone, cue)) return {span_of(article, *match)};
      }
    }
  }
  for (const CueClass cue : telling(type)) {
    for (const Zone zone : zones) {
      if (const CueMatch* match = first_in(zone, cue)) return {span_of(article, *match)};
    }
  }
  if (candidate.mention != none) return {set.mentions[candidate.mention].span};
  for (const Zone zone : zones) {
    if (const CueMatch* match = first_in(zone, CueClass::words_noun)) return {span_of(article, *match)};
  }
  const Statement& statement = article.statements[candidate.from];
  if (!statement.cue.empty()) return {statement.cue.front()};
  return {statement.content.empty() ? facts.hull : statement.content.front()};
}

}  // namespace onrecord::relating
