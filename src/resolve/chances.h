// What the tagger's judges (onrecord/tags.h) say of who said something, when and to whom, beside trees or rules.
#pragma once

#include <span>
#include <vector>

#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord::resolving {

// A day, an audience or a speaker that may be that of a statement.
struct Chance {
  std::uint32_t statement = 0;
  std::uint32_t candidate = 0;
  std::span<const float> features;  // as the trees see them
  std::vector<Span> places;         // where the article speaks of it; at least one
  float likely = 0.0f;              // as the trees say; then, with a judge, as both do
};

// Where the article speaks of it that a statement beginning at `at` has it from: the nearest place, those ahead counting
// half as far again.
Span nearest_place(std::span<const Span> places, std::uint32_t at);

// Asks the judge: each chance becomes, as odds, a mean of the trees' answer and the judge's, of which the judge's has
// this `share`. All chances of one statement stand side by side, and none of those that there are may be left out.
// `judge` is made for as many features.
void ask_judge(const PairReader& judge, float share, const Readings& readings, const Statements& statements,
               std::vector<Chance>& chances);

}  // namespace onrecord::resolving
