// The shortest words that show a tie.
#pragma once

#include <vector>

#include "onrecord/relation.h"
#include "relate/candidates.h"

namespace onrecord::relating {

// A cue phrase of the relation's type in or beside the acting statement, nearest zone first; else a phrase that refers
// to words ("the comments"); else the statement's cue. One span, never empty.
std::vector<Span> evidence_for(const ArticleFacts& article, const CandidateSet& set, const Candidate& candidate,
                               RelationType type);

}  // namespace onrecord::relating
