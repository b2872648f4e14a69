#include "show/record_json.h"

#include <fmt/format.h>

#include "show/json_writer.h"

namespace onrecord {

namespace {

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

void write_id(JsonWriter& json, std::string_view name, char prefix, std::uint32_t index) {
  json.optional_field(name, index == none ? std::nullopt : std::optional(fmt::format("{}{}", prefix, index + 1)));
}

void write_decision(JsonWriter& json, const Decision& decision) {
  json.field("decided_by", decision.by);
  json.key("confidence");
  json.share(decision.confidence);
}

void write_article(JsonWriter& json, const Article& article) {
  json.key("source");
  json.open_object();
  json.field("path", article.path);
  json.optional_field("url", article.url);
  json.close_object();
  json.key("article");
  json.open_object();
  json.field("id", article.id);
  json.optional_field("title", article.title.empty() ? std::nullopt : std::optional(article.title));
  json.key("byline");
  json.open_array();
  for (const std::string& name : article.byline) json.string(name);
  json.close_array();
  json.optional_field("outlet", article.outlet);
  write_date(json, "published", article.published);
  json.field("language", article.language);
  json.close_object();
}

void write_speaker(JsonWriter& json, const Speaker& speaker, std::uint32_t index) {
  json.open_object();
  write_id(json, "id", 'p', index);
  json.field("name", speaker.name);
  json.optional_field(
      "kind", speaker.kind == SpeakerKind::unknown ? std::nullopt : std::optional(std::string(to_text(speaker.kind))));
  json.key("roles");
  json.open_array();
  for (const Role& role : speaker.roles) json.string(role.text);
  json.close_array();
  json.key("mentions");
  json.open_array();
  for (const Mention& mention : speaker.mentions) {
    json.open_object();
    json.key("begin");
    json.integer(mention.span.begin);
    json.key("end");
    json.integer(mention.span.end);
    write_decision(json, mention.decision);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

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

void write_statement(JsonWriter& json, const Statement& statement, const Circumstances& circumstances,
                     std::uint32_t index) {
  json.open_object();
  write_id(json, "id", 's', index);
  json.field("form", to_text(statement.form));
  json.field("act", to_text(statement.act));
  write_spans(json, "content", statement.content);
  write_spans(json, "cue", statement.cue);
  write_spans(json, "source", statement.source);
  write_spans(json, "quotes", statement.quotes);
  write_id(json, "speaker", 'p', circumstances.speaker);
  if (circumstances.speaker != none) {
    json.field("speaker_decided_by", circumstances.speaker_decision.by);
    json.key("speaker_confidence");
    json.share(circumstances.speaker_decision.confidence);
  }
  write_id(json, "within", 's', statement.within);
  write_said(json, circumstances.said);
  write_told(json, circumstances.told);
  json.key("communicated");
  json.boolean(statement.communicated);
  json.field("polarity", to_text(statement.polarity));
  write_decision(json, statement.decision);
  json.close_object();
}

void write_relation(JsonWriter& json, const Relation& relation) {
  json.open_object();
  json.field("type", to_text(relation.type));
  write_id(json, "from", 's', relation.from);
  write_id(json, "to", 's', relation.to);
  write_span(json, "to_span", relation.to_span);
  write_spans(json, "evidence", relation.evidence);
  write_decision(json, relation.decision);
  json.close_object();
}

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, const Write& write) {
  json.key(name);
  json.open_array();
  for (std::uint32_t i = 0; i < items.size(); ++i) write(items[i], i);
  json.close_array();
}

}  // namespace

void append_json(std::string& out, const Record& record) {
  JsonWriter json(out);
  json.open_object();
  write_article(json, record.article);
  write_list(json, "speakers", record.resolution.speakers,
             [&](const Speaker& speaker, std::uint32_t i) { write_speaker(json, speaker, i); });
  write_list(json, "statements", record.statements, [&](const Statement& statement, std::uint32_t i) {
    write_statement(json, statement, record.resolution.statements[i], i);
  });
  write_list(json, "relations", record.relations,
             [&](const Relation& relation, std::uint32_t) { write_relation(json, relation); });
  json.close_object();
}

}  // namespace onrecord
