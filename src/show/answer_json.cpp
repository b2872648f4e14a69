#include "show/answer_json.h"

#include "show/statement_json.h"
#include "show/wording.h"

namespace onrecord {

namespace {

void write_speaker(JsonWriter& json, const LedgerSpeaker& speaker) {
  json.open_object();
  json.field("id", speaker.id);
  json.field("name", speaker.name);
  write_kind(json, speaker.kind);
  json.close_object();
}

void write_source(JsonWriter& json, const Source& source) {
  json.open_object();
  json.field("key", source.article);
  json.field("id", source.article_id);
  json.optional_field("title", source.title.empty() ? std::nullopt : std::optional(source.title));
  write_words(json, "byline", source.byline);
  json.optional_field("outlet", source.outlet);
  json.optional_field("url", source.url);
  write_date(json, "published", source.published);
  json.field("path", source.path);
  json.close_object();
}

void write_statement(JsonWriter& json, const LedgerStatement& statement) {
  json.open_object();
  json.field("id", statement.id);
  json.field("utterance", statement.utterance);
  write_spans_of(json, statement.statement);
  json.key("speaker");
  if (statement.speaker) {
    write_speaker(json, *statement.speaker);
  } else {
    json.null();
  }
  write_words(json, "roles", statement.roles);
  json.optional_field("within", statement.within.empty() ? std::nullopt : std::optional(statement.within));
  write_circumstances(json, statement.circumstances);
  write_certainty(json, statement.statement);
  json.key("words");
  json.open_object();
  json.field("content", statement.content);
  json.field("cue", statement.cue);
  json.field("source", statement.source_words);
  json.close_object();
  json.key("passage");
  json.open_object();
  json.field("text", statement.passage);
  json.key("begin");
  json.integer(statement.passage_span.begin);
  json.key("end");
  json.integer(statement.passage_span.end);
  json.close_object();
  json.key("article");
  write_source(json, statement.source);
  json.close_object();
}

std::string_view text_of(TurnKind kind) {
  switch (kind) {
    case TurnKind::inside:
      return "inside";
    case TurnKind::across:
      return "across";
    case TurnKind::candidate:
      return "candidate";
  }
  return "";
}

std::optional<std::string> text_of(Judgement judgement) {
  switch (judgement) {
    case Judgement::pending:
      return std::nullopt;
    case Judgement::confirmed:
      return "confirmed";
    case Judgement::rejected:
      return "rejected";
  }
  return std::nullopt;
}

std::string_view text_of(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::confirm:
      return "confirm";
    case VerdictKind::reject:
      return "reject";
    case VerdictKind::same_speaker:
      return "same";
    case VerdictKind::different_speakers:
      return "different";
  }
  return "";
}

void write_turn(JsonWriter& json, const Turn& turn) {
  json.open_object();
  json.field("id", turn.id);
  json.field("kind", text_of(turn.kind));
  json.field("type", to_text(turn.type));
  json.key("from");
  write_statement(json, turn.from);
  json.key("to");
  if (turn.to) {
    write_statement(json, *turn.to);
  } else {
    json.null();
  }
  json.optional_field("mention", turn.mention.empty() ? std::nullopt : std::optional(turn.mention));
  write_span(json, "to_span", turn.mention_span);
  write_spans(json, "evidence", turn.evidence);
  write_words(json, "evidence_words", turn.evidence_words);
  write_decision(json, turn.decision);
  json.optional_field("judgement", text_of(turn.judgement));
  json.key("told_by");
  json.open_array();
  for (const Source& source : turn.told_by) write_source(json, source);
  json.close_array();
  json.close_object();
}

void write_turns(JsonWriter& json, std::string_view name, const std::vector<Turn>& turns) {
  json.key(name);
  json.open_array();
  for (const Turn& turn : turns) write_turn(json, turn);
  json.close_array();
}

void write_statements(JsonWriter& json, std::string_view name, const std::vector<LedgerStatement>& statements) {
  json.key(name);
  json.open_array();
  for (const LedgerStatement& statement : statements) write_statement(json, statement);
  json.close_array();
}

}  // namespace

void append_json(std::string& out, const LedgerStatement& statement) {
  JsonWriter json(out);
  write_statement(json, statement);
}

void append_json(std::string& out, const Turn& turn) {
  JsonWriter json(out);
  write_turn(json, turn);
}

void append_json(std::string& out, const Utterance& utterance) {
  JsonWriter json(out);
  json.open_object();
  json.field("utterance", utterance.id);
  write_statements(json, "reports", utterance.reports);
  json.key("differs");
  json.boolean(utterance.differs);
  json.key("wording");
  json.open_array();
  for (const QuotedDifferently& other : quoted_differently(utterance)) {
    for (const auto& [one, another] : other.changes) {
      json.open_object();
      json.field("first", other.first);
      json.field("first_words", one);
      json.field("report", other.report);
      json.field("report_words", another);
      json.close_object();
    }
  }
  json.close_array();
  write_turns(json, "done_to_it", utterance.done_to_it);
  write_turns(json, "does", utterance.does);
  json.close_object();
}

void append_json(std::string& out, const SpeakerPage& page) {
  JsonWriter json(out);
  json.open_object();
  json.key("speaker");
  write_speaker(json, page.speaker.speaker);
  write_words(json, "names", page.names);
  write_words(json, "roles", page.speaker.roles);
  json.key("statements");
  json.integer(page.speaker.statements);
  json.key("articles");
  json.integer(page.speaker.articles);
  write_statements(json, "latest", page.latest);
  json.close_object();
}

void append_json(std::string& out, const Verdict& verdict) {
  JsonWriter json(out);
  json.open_object();
  json.key("number");
  json.integer(verdict.number);
  json.field("verdict", text_of(verdict.kind));
  json.field("subject", verdict.subject);
  json.optional_field("object", verdict.object.empty() ? std::nullopt : std::optional(verdict.object));
  json.field("by", verdict.by);
  json.optional_field("note", verdict.note.empty() ? std::nullopt : std::optional(verdict.note));
  json.field("made", verdict.made);
  json.key("replaces");
  if (verdict.replaces) {
    json.integer(*verdict.replaces);
  } else {
    json.null();
  }
  json.close_object();
}

}  // namespace onrecord
