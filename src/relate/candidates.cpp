#include "relate/candidates.h"

#include <algorithm>

namespace onrecord::relating {

namespace {

constexpr std::uint32_t near = 4;  // statements on either side that are always looked at
constexpr std::uint32_t far_before = 60;
constexpr std::uint32_t far_after = 12;
constexpr std::uint32_t mention_reach = 40;  // words around a statement in which a mention is looked for

std::uint8_t cue_count(const StatementFacts& facts, Zone zone, CueClass cue) {
  return facts.cues[static_cast<std::size_t>(zone)][static_cast<std::size_t>(cue)];
}

// A sign that the statement does something to somebody's words.
bool has_sign(const StatementFacts& facts) {
  for (const Zone zone : {Zone::cue, Zone::head, Zone::rest, Zone::lead, Zone::before}) {
    for (CueClass cue = CueClass::retract; cue <= CueClass::asked;
         cue = static_cast<CueClass>(static_cast<int>(cue) + 1)) {
      if (cue_count(facts, zone, cue) > 0) return true;
    }
    if (cue_count(facts, zone, CueClass::words_noun) > 0 || cue_count(facts, zone, CueClass::stance_noun) > 0)
      return true;
  }
  return false;
}

bool named_in(const ArticleFacts& article, const StatementFacts& from, std::uint32_t to) {
  for (const std::string& name : article.names[to]) {
    const std::string stemmed = stem(name);
    for (const Zone zone : {Zone::cue, Zone::head, Zone::rest, Zone::lead, Zone::before}) {
      const auto& stems = from.stems[static_cast<std::size_t>(zone)];
      if (std::binary_search(stems.begin(), stems.end(), stemmed)) return true;
    }
  }
  return false;
}

}  // namespace

CandidateSet find_candidates(const ArticleFacts& article) {
  CandidateSet set;
  set.mentions = find_mentions(article);
  const auto count = static_cast<std::uint32_t>(article.facts.size());
  for (std::uint32_t i = 0; i < count; ++i) set.acts.push_back(act_scores(article, i));
  for (std::uint32_t from = 0; from < count; ++from) {
    const StatementFacts& acting = article.facts[from];
    if (acting.sentence == none) continue;
    const bool sign = has_sign(acting);
    for (std::uint32_t to = from > far_before ? from - far_before : 0; to < std::min(count, from + far_after + 1);
         ++to) {
      if (to == from || article.facts[to].sentence == none) continue;
      const std::uint32_t apart = to < from ? from - to : to - from;
      const bool close = apart <= (sign ? near : 2);
      if (!close) {
        if (!sign) continue;
        const bool tied = article.sides.between(from, to) == Side::own || named_in(article, acting, to) ||
                          shared_words(acting.content_stems, article.facts[to].content_stems).size() >= 2;
        if (!tied) continue;
      }
      set.pairs.push_back({from, to, none});
    }
    if (!sign) continue;
    // Mentions in the statement's sentences and the one before.
    const std::uint32_t first_sentence = acting.sentence > 0 ? acting.sentence - 1 : 0;
    const Span reach{article.segments.sentences[first_sentence].span.begin,
                     article.segments.sentences[acting.last_sentence].span.end};
    auto mention = std::lower_bound(set.mentions.begin(), set.mentions.end(), reach.begin,
                                    [](const WordsMention& m, std::uint32_t at) { return m.span.begin < at; });
    for (; mention != set.mentions.end() && mention->span.end <= reach.end; ++mention) {
      if (mention->span.begin > acting.content_hull.begin &&
          article.word_at(mention->span.begin) - article.word_at(acting.content_hull.begin) > mention_reach) {
        break;
      }
      set.pairs.push_back({from, none, static_cast<std::uint32_t>(mention - set.mentions.begin())});
    }
  }
  return set;
}

}  // namespace onrecord::relating
