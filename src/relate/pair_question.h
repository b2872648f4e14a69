// What is asked of the tagger's reader of pairs (onrecord/tags.h): the candidates with their pieces, and the features
// that the trees would see, but for what the act model says.
#pragma once

#include "onrecord/tags.h"
#include "relate/candidates.h"

namespace onrecord::relating {

// Features a pair that a question tells.
std::size_t told_features();

PairQuestion question_of(const ArticleFacts& article, const CandidateSet& set);

}  // namespace onrecord::relating
