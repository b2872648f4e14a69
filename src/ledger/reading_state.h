// The rows of 2_reading.sql and 2_revisions.sql. Throws Failure like all of this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/bookkeeping.h"
#include "ledger/sqlite.h"

namespace onrecord::ledger {

// Writes within the transaction that is open.
void keep(const Database& database, const Bookkeeping& kept);

std::optional<ReadingState> reading_state(const Database& database, ReadingKind kind, const std::string& name);
// Those of `kind` with something to do, the earliest due first, then by name; at most `limit`.
std::vector<ReadingState> due_states(const Database& database, ReadingKind kind, std::size_t limit);

// Every revision in which the article with this ledger id is the earlier or the later one, in the order noticed.
std::vector<Revision> revisions_of(const Database& database, const std::string& article);

}  // namespace onrecord::ledger
