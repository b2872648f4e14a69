// The JSON shapes of the API (docs/api.md), one function a shape. web/src/api.ts reads them.
#pragma once

#include "ledger/ledger.h"
#include "show/json_writer.h"

namespace onrecord {

void write_statement(JsonWriter& json, const LedgerStatement& statement);
void write_turn(JsonWriter& json, const Turn& turn);
void write_utterance(JsonWriter& json, const Utterance& utterance);
void write_match(JsonWriter& json, const SpeakerMatch& match);
void write_article(JsonWriter& json, const LedgerRecord& record);

}  // namespace onrecord
