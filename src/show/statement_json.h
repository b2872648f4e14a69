// The pieces of JSON that extracted records and the ledger's answers share: spans, days, decisions, all with the field
// names of the extract contract.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/record.h"
#include "show/json_writer.h"

namespace onrecord {

void write_span(JsonWriter& json, Span span);
void write_span(JsonWriter& json, std::string_view name, const std::optional<Span>& span);  // null where there is none
void write_spans(JsonWriter& json, std::string_view name, const std::vector<Span>& spans);
void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date);
void write_words(JsonWriter& json, std::string_view name, const std::vector<std::string>& words);
void write_kind(JsonWriter& json, SpeakerKind kind);
void write_decision(JsonWriter& json, const Decision& decision);  // "decided_by", "confidence"

// "form", "act" and the span lists of a statement.
void write_spans_of(JsonWriter& json, const Statement& statement);
// "said" and "told".
void write_circumstances(JsonWriter& json, const Circumstances& circumstances);
// "communicated", "polarity" and the decision.
void write_certainty(JsonWriter& json, const Statement& statement);

}  // namespace onrecord
