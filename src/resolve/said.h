// The day of a saying as its own sentence tells it. What is carried from sentence to sentence stands in occasions.h.
#pragma once

#include <optional>
#include <vector>

#include "resolve/dates.h"
#include "resolve/setting.h"

namespace onrecord::resolving {

// A phrase that costs as much belongs to something else in the sentence.
inline constexpr float greatest_cost = 16.0f;

// How far a date phrase of the statement's sentence stands from telling when the statement was made; nothing where it
// cannot: `ahead` phrases, deadlines ("by Friday"), dates of other things ("Monday's vote"), other sentences, words
// that the statement's own speaker is reported to have said.
std::optional<float> saying_cost(const Reading& reading, const Settings& settings, std::uint32_t statement,
                                 const DatePhrase& phrase);

// The index of the phrase of least cost, or none.
std::uint32_t date_of_saying(const Reading& reading, const Settings& settings, std::uint32_t statement,
                             const std::vector<DatePhrase>& phrases);

// The phrase that closes what is reported of a statement and yet tells when it was made, as in "appeared to walk back
// her remarks | on Monday": the content is a noun phrase or an infinitive, not a clause that could have a day of its
// own. An index, or none.
std::uint32_t date_behind_content(const Reading& reading, const Settings& settings, const Statement& of,
                                  std::uint32_t statement, const std::vector<DatePhrase>& phrases);

}  // namespace onrecord::resolving
