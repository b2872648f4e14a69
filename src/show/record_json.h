// One article's record as the JSON object of the extract contract (docs/commands.md): one line, exact field names, ids
// s1… and p1…, absent facts as null or an empty list.
#pragma once

#include <string>

#include "onrecord/record.h"

namespace onrecord {

// Appends the object, without a line break. `record` holds the pipeline's invariants.
void append_json(std::string& out, const Record& record);

}  // namespace onrecord
