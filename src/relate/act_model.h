// How much a statement's own words and those around it speak for each type of relation: a linear model over words and
// word pairs by zone. Its weights are made by train/relate/train.py.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "relate/facts.h"

namespace onrecord::relating {

inline constexpr std::size_t act_outcomes = 8;  // no act, then the types in the order of RelationType

// The hashes of a statement's words and word pairs, each with its zone; sorted, each once.
std::vector<std::uint32_t> grams_of(const ArticleFacts& article, std::uint32_t statement);

// One score an outcome, in logits.
std::array<float, act_outcomes> act_scores(const ArticleFacts& article, std::uint32_t statement);

}  // namespace onrecord::relating
