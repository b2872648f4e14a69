// The day of a saying as its own sentence tells it. What is carried from sentence to sentence stands in occasions.h.
#pragma once

#include <optional>
#include <vector>

#include "resolve/dates.h"
#include "resolve/setting.h"

namespace onrecord::resolving {

// The date phrase that tells when the statement was made, among `phrases` of its sentence; none where none does.
// `ahead` phrases, deadlines ("by Friday") and dates of other things ("Monday's vote") are passed over.
std::optional<DatePhrase> date_of_saying(const Reading& reading, const Settings& settings, std::uint32_t statement,
                                         const std::vector<DatePhrase>& phrases);

}  // namespace onrecord::resolving
