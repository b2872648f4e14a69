// What the tagger read about acts, brought from words to statements, mentions and pairs of them. A statement's reading
// is the mean of its words' rows, each weighted by the softmax of the gate in question (docs/model-format.md, "Acts").
// Pure.
#pragma once

#include <array>
#include <vector>

#include "onrecord/tags.h"
#include "relate/candidates.h"

namespace onrecord::relating {

// Fills set.read_acts and set.read_ties from `readings`; leaves them empty where it holds none. The set's mentions and
// pairs must be complete.
void add_readings(const ArticleFacts& article, const Readings& readings, CandidateSet& set);

}  // namespace onrecord::relating
