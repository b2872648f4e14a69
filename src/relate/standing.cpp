#include "relate/standing.h"

#include <algorithm>
#include <cmath>

namespace onrecord::relating {

namespace {

struct Seen {
  std::uint32_t to = none;
  bool before = false;      // the target stands before the statement
  std::uint32_t apart = 0;  // statements
  float words = 0.0f;
  float named = 0.0f;
  Side side = Side::unknown;
};

Seen see(const ArticleFacts& article, const Candidate& pair) {
  Seen seen;
  seen.to = pair.to;
  if (pair.to == none) return seen;
  seen.before = pair.to < pair.from;
  seen.apart = seen.before ? pair.from - pair.to : pair.to - pair.from;
  seen.words = rare_words_shared(article, pair.from, pair.to);
  seen.side = article.sides.between(pair.from, pair.to);
  for (const Zone zone : {Zone::cue, Zone::head, Zone::rest, Zone::lead, Zone::before}) {
    seen.named = std::max(seen.named, named_in(article.name_stems[pair.to], article.facts[pair.from], zone));
  }
  return seen;
}

}  // namespace

float rare_words_shared(const ArticleFacts& article, std::uint32_t a, std::uint32_t b) {
  if (article.facts[a].content_stems.disjoint(article.facts[b].content_stems)) return 0.0f;
  const std::vector<Stem>& of_a = article.facts[a].content_stems.stems();
  const std::vector<Stem>& of_b = article.facts[b].content_stems.stems();
  float rare = 0.0f;
  for (std::size_t i = 0, j = 0; i < of_a.size() && j < of_b.size();) {
    const Stem x = of_a[i];
    const Stem y = of_b[j];
    if (x == y) rare += 1.0f / std::sqrt(static_cast<float>(std::max(2u, article.content_users[x]) - 1));
    i += x <= y;
    j += y <= x;
  }
  return std::min(rare, 10.0f);
}

float named_in(const std::vector<Stem>& name, const StatementFacts& facts, Zone zone) {
  const StemSet& stems = facts.stems[static_cast<std::size_t>(zone)];
  float hits = 0.0f;
  for (const Stem word : name) {
    if (stems.contains(word)) hits += 1.0f;
  }
  return name.empty() ? 0.0f : hits / static_cast<float>(name.size());
}

std::vector<Standing> standings_of(const ArticleFacts& article, const std::vector<Candidate>& pairs) {
  std::vector<Seen> seen;
  for (const Candidate& pair : pairs) seen.push_back(see(article, pair));

  // A statement that shares words with many others is what the article is about.
  std::vector<float> central(article.facts.size(), 0.0f);
  std::vector<float> times(article.facts.size(), 0.0f);
  for (const Seen& one : seen) {
    if (one.to == none) continue;
    central[one.to] += one.words;
    times[one.to] += 1.0f;
  }
  float most_central = 1e-6f;
  for (std::size_t i = 0; i < central.size(); ++i) {
    central[i] /= std::max(times[i], 1.0f);
    most_central = std::max(most_central, central[i]);
  }

  std::vector<Standing> standings(pairs.size());
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    float most_words = 1e-6f;
    for (; end < pairs.size() && pairs[end].from == pairs[begin].from; ++end) {
      most_words = std::max(most_words, seen[end].words);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const Seen& one = seen[i];
      if (one.to == none) continue;
      Standing& standing = standings[i];
      standing.words_share = one.words / most_words;
      standing.centrality = central[one.to];
      standing.centrality_share = central[one.to] / most_central;
      standing.named = one.named;
      for (std::size_t j = begin; j < end; ++j) {
        const Seen& other = seen[j];
        if (other.to == none) continue;
        if (other.words > one.words) ++standing.wordier;
        if (other.before != one.before || other.apart >= one.apart) continue;
        ++standing.nearer;
        if (other.side == one.side) ++standing.nearer_of_side;
        if (other.named >= std::max(one.named, 0.01f)) ++standing.nearer_named;
      }
    }
    begin = end;
  }
  std::vector<float> rising = central;
  std::sort(rising.begin(), rising.end());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (seen[i].to == none) continue;
    standings[i].more_central = static_cast<std::uint32_t>(
        rising.end() - std::upper_bound(rising.begin(), rising.end(), standings[i].centrality));
  }
  return standings;
}

}  // namespace onrecord::relating
