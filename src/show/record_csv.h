// A ledger's record as lines of CSV (RFC 4180), one statement each, for spreadsheets. A field that a spreadsheet would
// take for a formula gets an apostrophe before it.
#pragma once

#include <string>

#include "ledger/ledger.h"

namespace onrecord {

// The names of the columns.
std::string csv_header();
void append_csv(std::string& out, const LedgerRecord& record);

// The same rows as JSON objects, one a line, without the guard: what is empty is null. Programs make tables of them.
void append_json_rows(std::string& out, const LedgerRecord& record);

}  // namespace onrecord
