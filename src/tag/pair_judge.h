// Judges pairs by what the encoder made of their words: a statement is the weighted mean of the words of its source,
// cue, content and surroundings, a pair the sum of an actor, a target and its features. docs/model-format.md, "Judges",
// has the arithmetic.
#pragma once

#include <span>
#include <vector>

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/weights.h"

namespace onrecord::model {

// The numbers of the words, which rise, that meet the span.
void append_words(const std::vector<Span>& words, const Span& span, std::vector<std::uint32_t>& out);

// out = each row of `rows` [count, width], with mean 0 and variance 1. `out` may be `rows`. Not the kernels' add_norm:
// its epsilon is another, and it adds two.
void normalise_rows(const float* rows, std::size_t count, std::size_t width, float* out);

// What one judge says. Of each word readings.rows has `columns` numbers. Where the readings are of some words of the
// article alone, `numbers` are those that they have there; else it is empty.
PairLikelihoods judge_pairs(const PairWeights& weights, std::size_t columns, const Kernels& kernels,
                            const Readings& readings, const PairQuestion& question,
                            std::span<const std::uint32_t> numbers = {});

}  // namespace onrecord::model
