// What `extract` and `add` do alike: choose a tagger, read and process articles, print refusals, show progress.
#pragma once

#include <functional>

#include "onrecord/record.h"
#include "onrecord/result.h"
#include "show/choices.h"
#include "show/console.h"

namespace onrecord {

enum class Continue : std::uint8_t { yes, no };

// Calls `take` once a record, in input order and on the calling thread, until it says no. Gives the exit status: 0, 1
// where something was refused, 2 where no such model is installed.
int read_records(const ReadingChoices& choices, Console& console, const std::function<Continue(Record&&)>& take);

}  // namespace onrecord
