// What the two of a pair have in common, and how the pair stands among all pairs of its statement: the likeliest target
// is not the one with many words in common, but the one with more of them than the others, or the last that the other
// side said.
#pragma once

#include <vector>

#include "relate/candidates.h"
#include "relate/facts.h"

namespace onrecord::relating {

// Share of the words of `name` that stand in `zone` of a statement.
float named_in(const std::vector<Stem>& name, const StatementFacts& facts, Zone zone);

// One for each pair, in their order; `pairs` as in a CandidateSet, and complete.
std::vector<Common> common_of(const ArticleFacts& article, const std::vector<Candidate>& pairs);
std::vector<Standing> standings_of(const ArticleFacts& article, const std::vector<Candidate>& pairs,
                                   const std::vector<Common>& common);

}  // namespace onrecord::relating
