// What the API answers to each question, from one reader of the ledger; docs/api.md has the list.
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "show/http/message.h"

namespace onrecord {

// `target` begins with api, v1; `version` is what the summary tells of the ledger. A problem where the question makes
// no sense or leads to nothing.
Response answer_question(const LedgerReader& reader, const Target& target, const std::string& version);

}  // namespace onrecord
