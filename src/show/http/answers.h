// What the API answers to each question, from one reader of the ledger; api_definition.h has the list.
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "show/http/question.h"

namespace onrecord {

// `version` is what the summary tells of the ledger. A problem where the question leads to nothing. The question was
// not refused and asks for no verdict.
Response answer_question(const LedgerReader& reader, const Question& question, const std::string& version);

}  // namespace onrecord
