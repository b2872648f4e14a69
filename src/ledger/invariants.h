// What must hold of one article's record, as sentences a person can read. The writer refuses a record that breaks any;
// `check` says so of a ledger that does.
#pragma once

#include <functional>
#include <string>

#include "onrecord/record.h"

namespace onrecord::ledger {

using Complain = std::function<void(std::string)>;

// Calls `complain` once for each thing that does not hold; `handle` is how the article is named.
void each_violation(const Record& record, const std::string& handle, const Complain& complain);

}  // namespace onrecord::ledger
