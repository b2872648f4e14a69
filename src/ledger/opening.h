// Opening a ledger's file, for both roles.
#pragma once

#include <string>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

// For reading. Throws Failure where there is no ledger of this version at `path`; one of an older version is brought up
// to date first, which needs the writers' lock.
Database open_to_read(const std::string& path);

// For writing; the caller holds the writers' lock. Makes the ledger where the file is absent or empty.
Database open_to_write(const std::string& path);

// Throws Failure, touching nothing, where `path` holds something that is no ledger of a version known here.
void refuse_foreign(const std::string& path);

}  // namespace onrecord::ledger
