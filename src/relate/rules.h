// The decider that needs no learned numbers: what a statement does by its act and cue phrases, and the nearest
// statement that the speakers and the words allow for its target. It speaks beside the trees, and alone where
// model_tables.inc holds none.
#pragma once

#include <optional>

#include "onrecord/relation.h"
#include "relate/candidates.h"

namespace onrecord::relating {

struct RuleVerdict {
  Candidate candidate;
  RelationType type = RelationType::responds;
  float score = 0.0f;
};

// What statement `from` does, and to what; nothing where no rule speaks. `candidates` are the pairs of `from`.
std::optional<RuleVerdict> decide_by_rule(const ArticleFacts& article, const CandidateSet& set, std::uint32_t from);

}  // namespace onrecord::relating
