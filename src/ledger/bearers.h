// The bearers of one name as a ledger's rows tell of them, and which of them are one person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/known_names.h"
#include "ledger/namesakes.h"
#include "ledger/sqlite.h"

namespace onrecord::ledger {

// The row `number` of `speaker`; words of `names` are not among those near it. Throws Failure.
Bearer bearer_of(const Database& database, std::int64_t number, const std::vector<std::string>& names);

// Of those who merge under `forms`, forms of one name: the rows of `speaker` of each person, by handle, the persons by
// their first handle; nothing where all are one. Notes in `known` whose coming could alter it. Throws Failure.
void read_people(const Database& database, KnownName& known);

// The names of persons in the ledger, roughly and in few steps, so that they rarely change.
std::int64_t names_roughly(std::int64_t last_named);

}  // namespace onrecord::ledger
