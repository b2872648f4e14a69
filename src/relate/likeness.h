// How likely it is that two reports by one speaker tell the same point of the same occasion.
#pragma once

#include <array>
#include <string_view>

#include "relate/across.h"

namespace onrecord::relating {

inline constexpr std::array<std::string_view, 10> likeness_names{
    "same speaker", "weight of the shorter", "weight shared", "words in runs", "quoted run",
    "days apart",   "told days apart",       "one unquoted",  "same act",      "numbers shared"};
using Likeness = std::array<float, likeness_names.size()>;

// Symmetric, as is what is made from it.
Likeness likeness(const Report& a, const Report& b);

// 0 to 1, by the weights of likeness_weights.inc, which train/utterances/train.py makes.
float likelihood(const Likeness& likeness);

}  // namespace onrecord::relating
