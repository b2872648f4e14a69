// How a pair stands among all pairs of its statement: the likeliest target is not the one with many words in common,
// but the one with more of them than the others, or the last that the other side said.
#pragma once

#include <vector>

#include "relate/candidates.h"
#include "relate/facts.h"

namespace onrecord::relating {

// Words that both contents have, each counting less the more statements of the article use it.
float rare_words_shared(const ArticleFacts& article, std::uint32_t a, std::uint32_t b);

// Share of the words of `name` that stand in `zone` of a statement.
float named_in(const std::vector<Stem>& name, const StatementFacts& facts, Zone zone);

// One for each pair, in their order. Reads `pairs` alone of the set, which must be complete.
std::vector<Standing> standings_of(const ArticleFacts& article, const std::vector<Candidate>& pairs);

}  // namespace onrecord::relating
