// The ledger's answers as JSON objects (docs/commands.md, "--json"): statements, turns, utterances, speakers, verdicts.
#pragma once

#include <string>

#include "ledger/ledger.h"

namespace onrecord {

// Each appends one object, without a line break.
void append_json(std::string& out, const LedgerStatement& statement);
void append_json(std::string& out, const Turn& turn);
void append_json(std::string& out, const Utterance& utterance);
void append_json(std::string& out, const SpeakerPage& page);
void append_json(std::string& out, const Verdict& verdict);

}  // namespace onrecord
