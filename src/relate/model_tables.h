// The learned numbers of `relate`. model_tables.inc is made by train/relate/train.py and never edited.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "trees/trees.h"

namespace onrecord::relating::tables {

extern const std::array<float, 8> act_bias;
extern const float act_scale;
extern const std::span<const std::uint32_t> act_grams;  // sorted
extern const std::span<const std::int8_t> act_weights;  // eight a gram

extern const std::span<const TreeNode> tie_nodes;  // whether a pair is tied, in logits
extern const std::span<const std::uint32_t> tie_roots;
extern const std::span<const TreeNode> type_nodes;  // tree i is of type i % 7
extern const std::span<const std::uint32_t> type_roots;

extern const std::array<float, 7> thresholds;  // by type: the least score that is given; above 1 for none
// Slope and offset that turn the log odds of a score into those of a relation's being right, as cross-validated.
extern const std::array<float, 2> calibration;
extern const std::uint32_t feature_count;  // what the trees were made for

}  // namespace onrecord::relating::tables
