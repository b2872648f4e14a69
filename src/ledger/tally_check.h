// Whether the tallies (schema/3_tallies.sql and later) are what a count of all rows gives.
#pragma once

#include <functional>

#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

// Counts each tally again and calls `differs` with one sentence for each row that is not as counted, at most twenty a
// tally. Throws Failure.
void check_tallies(const Database& database, const std::function<void(std::string)>& differs);

}  // namespace onrecord::ledger
