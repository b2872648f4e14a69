// What `extract` and `add` do alike: choose a tagger, read and process articles, print refusals, show progress.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "onrecord/record.h"
#include "onrecord/result.h"
#include "show/choices.h"
#include "show/console.h"
#include "show/run_account.h"

namespace onrecord {

enum class Continue : std::uint8_t { yes, no };

// How many of an archive's first records an earlier run has dealt with, by its path.
using BeginAfter = std::function<std::uint64_t(const std::string& path)>;

// Calls `take` once a record, in input order and on the calling thread, until it says no; `account` is what became of
// the rest. Gives the exit status: 0, 1 where something was refused or read only in part, 2 where no such model is
// installed.
int read_records(const ReadingChoices& choices, Console& console, RunAccount& account,
                 const std::function<Continue(Record&&)>& take, const BeginAfter& begin_after = nullptr);

}  // namespace onrecord
