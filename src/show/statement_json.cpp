#include "show/statement_json.h"

namespace onrecord {

namespace {

void write_said(JsonWriter& json, const std::optional<Said>& said) {
  json.key("said");
  if (!said) {
    json.null();
    return;
  }
  json.open_object();
  write_date(json, "from", said->from);
  write_date(json, "to", said->to);
  json.optional_field("basis", said->basis.empty() ? std::nullopt : std::optional(said->basis));
  write_span(json, "phrase", said->phrase);
  json.key("confidence");
  json.share(said->confidence);
  json.close_object();
}

void write_told(JsonWriter& json, const std::optional<Told>& told) {
  json.key("told");
  if (!told) {
    json.null();
    return;
  }
  json.open_object();
  json.field("name", told->name);
  write_span(json, "span", told->span);
  json.key("confidence");
  json.share(told->confidence);
  json.close_object();
}

}  // namespace

void write_span(JsonWriter& json, Span span) {
  json.open_object();
  json.key("begin");
  json.integer(span.begin);
  json.key("end");
  json.integer(span.end);
  json.close_object();
}

void write_span(JsonWriter& json, std::string_view name, const std::optional<Span>& span) {
  json.key(name);
  if (span) {
    write_span(json, *span);
  } else {
    json.null();
  }
}

void write_spans(JsonWriter& json, std::string_view name, const std::vector<Span>& spans) {
  json.key(name);
  json.open_array();
  for (const Span span : spans) write_span(json, span);
  json.close_array();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  json.optional_field(name, date ? std::optional(to_iso(*date)) : std::nullopt);
}

void write_words(JsonWriter& json, std::string_view name, const std::vector<std::string>& words) {
  json.key(name);
  json.open_array();
  for (const std::string& word : words) json.string(word);
  json.close_array();
}

void write_kind(JsonWriter& json, SpeakerKind kind) {
  json.optional_field("kind", kind == SpeakerKind::unknown ? std::nullopt : std::optional(std::string(to_text(kind))));
}

void write_decision(JsonWriter& json, const Decision& decision) {
  json.field("decided_by", decision.by);
  json.key("confidence");
  json.share(decision.confidence);
}

void write_spans_of(JsonWriter& json, const Statement& statement) {
  json.field("form", to_text(statement.form));
  json.field("act", to_text(statement.act));
  write_spans(json, "content", statement.content);
  write_spans(json, "cue", statement.cue);
  write_spans(json, "source", statement.source);
  write_spans(json, "quotes", statement.quotes);
}

void write_circumstances(JsonWriter& json, const Circumstances& circumstances) {
  write_said(json, circumstances.said);
  write_told(json, circumstances.told);
}

void write_certainty(JsonWriter& json, const Statement& statement) {
  json.key("communicated");
  json.boolean(statement.communicated);
  json.field("polarity", to_text(statement.polarity));
  write_decision(json, statement.decision);
}

}  // namespace onrecord
