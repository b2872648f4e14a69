// One article's record as the JSON object of the extract contract (docs/commands.md): one line, exact field names,
// absent facts as null or an empty list.
#pragma once

#include <string>

#include "onrecord/record.h"

namespace onrecord {

struct LedgerRecord;

// Appends the object, without a line break, with ids s1… and p1…. `record` holds the pipeline's invariants.
void append_json(std::string& out, const Record& record);

// The same with the ids, names, utterances and relations that the whole ledger knows, and without the path, which is no
// part of an export.
void append_json(std::string& out, const LedgerRecord& record);

}  // namespace onrecord
