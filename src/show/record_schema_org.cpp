#include "show/record_schema_org.h"

#include "show/json_writer.h"

namespace onrecord {

namespace {

std::string joined(const std::string& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " … ";
    out += slice(text, span);
  }
  return out;
}

void write_reference(JsonWriter& json, std::string_view key, const std::string& id) {
  json.key(key);
  json.open_object();
  json.field("@id", id);
  json.close_object();
}

void write_named(JsonWriter& json, std::string_view type, std::string_view name) {
  json.open_object();
  json.field("@type", type);
  json.field("name", name);
  json.close_object();
}

void write_article(JsonWriter& json, const LedgerRecord& ledger, const std::string& id) {
  const Article& article = ledger.record.article;
  json.open_object();
  json.field("@id", id);
  json.field("@type", "NewsArticle");
  json.field("identifier", article.id);
  if (!article.title.empty()) json.field("headline", article.title);
  if (article.url) json.field("url", *article.url);
  if (article.published) json.field("datePublished", to_iso(*article.published));
  json.field("inLanguage", article.language);
  if (article.outlet) {
    json.key("publisher");
    write_named(json, "Organization", *article.outlet);
  }
  if (!article.byline.empty()) {
    json.key("author");
    json.open_array();
    for (const std::string& name : article.byline) write_named(json, "Person", name);
    json.close_array();
  }
  json.close_object();
}

// Persons and organisations only: an unnamed source or a document is no schema.org Person.
void write_speaker(JsonWriter& json, std::string_view key, const LedgerSpeaker& speaker) {
  const bool person = speaker.kind == SpeakerKind::person || speaker.kind == SpeakerKind::author;
  const bool body = speaker.kind == SpeakerKind::organisation || speaker.kind == SpeakerKind::group;
  if ((!person && !body) || speaker.name.empty()) return;
  json.key(key);
  json.open_object();
  json.field("@id", "urn:onrecord:" + speaker.id);
  json.field("@type", person ? "Person" : "Organization");
  json.field("name", speaker.name);
  json.close_object();
}

void write_statement(JsonWriter& json, const LedgerRecord& ledger, std::uint32_t index, const std::string& article) {
  const Statement& statement = ledger.record.statements[index];
  const Circumstances& circumstances = ledger.record.resolution.statements[index];
  const bool quotation = statement.form == Form::direct;
  json.open_object();
  json.field("@id", "urn:onrecord:" + statement_id(ledger.article, index));
  json.field("@type", quotation ? "Quotation" : "Claim");
  json.field("text", joined(ledger.record.article.text, statement.content));
  if (circumstances.speaker != none) {
    const LedgerSpeaker& speaker = ledger.speakers[circumstances.speaker];
    write_speaker(json, quotation ? "spokenByCharacter" : "author", speaker);
  }
  if (circumstances.said && circumstances.said->from) json.field("dateCreated", to_iso(*circumstances.said->from));
  write_reference(json, quotation ? "isPartOf" : "appearance", article);
  if (statement.form == Form::mixed && !statement.quotes.empty()) {
    json.key("hasPart");
    json.open_array();
    for (const Span quote : statement.quotes) {
      json.open_object();
      json.field("@type", "Quotation");
      json.field("text", slice(ledger.record.article.text, quote));
      json.close_object();
    }
    json.close_array();
  }
  json.close_object();
}

}  // namespace

std::string schema_org_head() { return "{\"@context\":\"https://schema.org\",\"@graph\":[\n"; }

void append_schema_org(std::string& out, const LedgerRecord& record, bool& first) {
  const std::string article = "urn:onrecord:" + record.article;
  const auto next = [&] {
    if (!first) out += ",\n";
    first = false;
  };
  next();
  JsonWriter head(out);
  write_article(head, record, article);
  for (std::uint32_t i = 0; i < record.record.statements.size(); ++i) {
    const Statement& statement = record.record.statements[i];
    if (!statement.communicated || statement.polarity != Polarity::asserted || statement.content.empty()) continue;
    next();
    JsonWriter json(out);
    write_statement(json, record, i, article);
  }
}

std::string schema_org_tail() { return "\n]}\n"; }

}  // namespace onrecord
