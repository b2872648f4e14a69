#include "relate/candidates.h"

#include <algorithm>

#include "relate/standing.h"

namespace onrecord::relating {

namespace {

constexpr std::uint32_t far_before = 60;
constexpr std::uint32_t far_after = 12;
constexpr std::uint32_t mention_reach = 40;  // words around a statement in which a mention is looked for

}  // namespace

CandidateSet find_candidates(const ArticleFacts& article) {
  CandidateSet set;
  set.mentions = find_mentions(article);
  const auto count = static_cast<std::uint32_t>(article.facts.size());
  for (std::uint32_t i = 0; i < count; ++i) set.acts.push_back(act_scores(article, i));
  for (std::uint32_t from = 0; from < count; ++from) {
    const StatementFacts& acting = article.facts[from];
    if (acting.sentence == none) continue;
    for (std::uint32_t to = from > far_before ? from - far_before : 0; to < std::min(count, from + far_after + 1);
         ++to) {
      if (to != from && article.facts[to].sentence != none) set.pairs.push_back({from, to, none});
    }
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
  set.common = common_of(article, set.pairs);
  set.standings = standings_of(article, set.pairs, set.common);
  return set;
}

}  // namespace onrecord::relating
