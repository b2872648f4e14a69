// Who and when, across articles: whether two reports can come from one speaker, and from one occasion.
#pragma once

#include <cstdint>
#include <optional>

#include "relate/across.h"

namespace onrecord::relating {

enum class SameSpeaker : std::uint8_t { no, unknown, yes };

// "unknown" where one side names nobody; never `yes` for an unnamed source and a person (invariant 9).
SameSpeaker same_speaker(const Report& a, const Report& b);

// The days on which a statement can have been said, counted from 1970: from its own day, else from the article's.
struct Days {
  std::int32_t first = 0;
  std::int32_t last = 0;
  bool told = false;  // the article tells the day
};
std::optional<Days> days_of(const Report& report);

// How many days the two lie apart at the least; nothing where a day is unknown.
std::optional<std::int32_t> days_apart(const Report& a, const Report& b);

}  // namespace onrecord::relating
