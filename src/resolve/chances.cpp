#include "resolve/chances.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "trees/odds.h"

namespace onrecord::resolving {

namespace {

// Distances that differ by much are brought nearer to each other: log(1 + x), with its sign.
float bent(float feature) { return std::copysign(std::log1p(std::fabs(feature)), feature); }

std::uint32_t begin_of(const Statement& statement) {
  std::uint32_t begin = none;
  for (const auto* spans : {&statement.source, &statement.cue, &statement.content}) {
    for (const Span span : *spans) begin = std::min(begin, span.begin);
  }
  return begin;
}

}  // namespace

Span nearest_place(std::span<const Span> places, std::uint32_t at) {
  return *std::ranges::min_element(places, {}, [&](const Span& place) {
    return place.begin <= at ? std::uint64_t{2} * (at - place.begin) : std::uint64_t{3} * (place.begin - at);
  });
}

void ask_judge(const PairReader& judge, float share, const Readings& readings, const Statements& statements,
               std::vector<Chance>& chances) {
  PairQuestion question;
  for (const Statement& statement : statements)
    question.statements.push_back({statement.source, statement.cue, statement.content});
  std::map<std::pair<Span, std::vector<Span>>, std::uint32_t> mentions;
  for (const Chance& chance : chances) {
    const Span nearest = nearest_place(chance.places, begin_of(statements[chance.statement]));
    const auto number = static_cast<std::uint32_t>(statements.size() + mentions.size());
    const auto [mention, added] = mentions.try_emplace({nearest, chance.places}, number);
    if (added) question.mentions.push_back({nearest, chance.places});
    question.pairs.push_back({chance.statement, mention->second});
    std::ranges::transform(chance.features, std::back_inserter(question.features), bent);
  }
  const PairLikelihoods judged = judge.read(readings, question);
  for (std::size_t n = 0; n < chances.size(); ++n)
    chances[n].likely = from_odds((1.0f - share) * odds_of(chances[n].likely) + share * odds_of(judged[n][0]));
}

}  // namespace onrecord::resolving
