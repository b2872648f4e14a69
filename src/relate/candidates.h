// Pairs of a statement and what it may be about, and what the scorer sees of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "relate/act_model.h"
#include "relate/facts.h"
#include "relate/mentions.h"

namespace onrecord::relating {

struct Candidate {
  std::uint32_t from = none;
  std::uint32_t to = none;       // a statement, or
  std::uint32_t mention = none;  // an index into CandidateSet::mentions
};

struct CandidateSet {
  std::vector<WordsMention> mentions;
  std::vector<std::array<float, act_outcomes>> acts;  // by statement (act_model.h)
  std::vector<Candidate> pairs;                       // sorted by from; statements before mentions, each in order
};

// All pairs worth scoring: near ones, and far ones where the text gives a sign of a tie. At most some sixty for a
// statement, so that the time stays linear in the number of statements.
CandidateSet find_candidates(const ArticleFacts& article);

// The features of one pair, always in the same order and number; values are small counts, flags and shares.
void features_of(const ArticleFacts& article, const CandidateSet& set, const Candidate& candidate,
                 std::vector<float>& values);

// Their names in that order, for training and for reading a decision.
std::vector<std::string> feature_names();

}  // namespace onrecord::relating
