// The JSON shapes of the API (api_definition.h), one function a shape.
#pragma once

#include "ledger/ledger.h"
#include "show/json_writer.h"

namespace onrecord {

void write_statement(JsonWriter& json, const LedgerStatement& statement);
void write_turn(JsonWriter& json, const Turn& turn);
void write_utterance(JsonWriter& json, const Utterance& utterance);
void write_match(JsonWriter& json, const SpeakerMatch& match);
void write_article(JsonWriter& json, const LedgerRecord& record);
void write_outlet(JsonWriter& json, const OutletCounts& row);
void write_speakers(std::string& body, const SpeakerMatches& found);
void write_speaker_record(std::string& body, const SpeakerRecord& record);

}  // namespace onrecord
