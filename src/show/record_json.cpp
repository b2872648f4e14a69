#include "show/record_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/ledger.h"
#include "show/statement_json.h"

namespace onrecord {

namespace {

// What things are called: by their place in the article, or by the ledger.
class Names {
 public:
  Names() = default;
  explicit Names(const LedgerRecord& ledger) : ledger_(&ledger) {}

  std::optional<std::string> statement(std::uint32_t index) const {
    if (index == none) return std::nullopt;
    return ledger_ == nullptr ? fmt::format("s{}", index + 1) : statement_id(ledger_->article, index);
  }
  std::optional<std::string> speaker(std::uint32_t index) const {
    if (index == none) return std::nullopt;
    return ledger_ == nullptr ? fmt::format("p{}", index + 1) : ledger_->speakers[index].id;
  }
  const LedgerRecord* ledger() const { return ledger_; }

 private:
  const LedgerRecord* ledger_ = nullptr;
};

void write_article(JsonWriter& json, const Article& article, const Names& names) {
  json.key("source");
  json.open_object();
  json.field("path", article.path);  // of an exported article the same for all: export.jsonl
  json.optional_field("url", article.url);
  json.close_object();
  json.key("article");
  json.open_object();
  json.field("id", article.id);
  if (names.ledger() != nullptr) json.field("key", names.ledger()->article);
  json.optional_field("title", article.title.empty() ? std::nullopt : std::optional(article.title));
  write_words(json, "byline", article.byline);
  json.optional_field("outlet", article.outlet);
  write_date(json, "published", article.published);
  json.field("language", article.language);
  json.close_object();
}

void write_speaker(JsonWriter& json, const std::string& id, const std::string& name, const Speaker& speaker) {
  json.open_object();
  json.field("id", id);
  json.field("name", name);
  write_kind(json, speaker.kind);
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

// Speakers of one article whom the ledger knows to be the same, as one.
std::vector<std::pair<std::uint32_t, Speaker>> joined_speakers(const LedgerRecord& ledger) {
  std::vector<std::pair<std::uint32_t, Speaker>> joined;
  for (std::uint32_t i = 0; i < ledger.record.resolution.speakers.size(); ++i) {
    const Speaker& speaker = ledger.record.resolution.speakers[i];
    const auto same = std::find_if(joined.begin(), joined.end(), [&](const auto& one) {
      return ledger.speakers[one.first].id == ledger.speakers[i].id;
    });
    if (same == joined.end()) {
      joined.emplace_back(i, speaker);
      joined.back().second.kind = ledger.speakers[i].kind;
      continue;
    }
    Speaker& whole = same->second;
    whole.roles.insert(whole.roles.end(), speaker.roles.begin(), speaker.roles.end());
    whole.mentions.insert(whole.mentions.end(), speaker.mentions.begin(), speaker.mentions.end());
    std::sort(whole.mentions.begin(), whole.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
  }
  return joined;
}

void write_speakers(JsonWriter& json, const Record& record, const Names& names) {
  json.key("speakers");
  json.open_array();
  if (names.ledger() == nullptr) {
    const auto& speakers = record.resolution.speakers;
    for (std::uint32_t i = 0; i < speakers.size(); ++i)
      write_speaker(json, *names.speaker(i), speakers[i].name, speakers[i]);
  } else {
    for (const auto& [index, speaker] : joined_speakers(*names.ledger())) {
      const LedgerSpeaker& known = names.ledger()->speakers[index];
      write_speaker(json, known.id, known.name, speaker);
    }
  }
  json.close_array();
}

void write_statement(JsonWriter& json, const Record& record, std::uint32_t index, const Names& names) {
  const Statement& statement = record.statements[index];
  const Circumstances& circumstances = record.resolution.statements[index];
  json.open_object();
  json.optional_field("id", names.statement(index));
  if (names.ledger() != nullptr) json.field("utterance", names.ledger()->utterances[index]);
  write_spans_of(json, statement);
  json.optional_field("speaker", names.speaker(circumstances.speaker));
  if (circumstances.speaker != none) {
    json.field("speaker_decided_by", circumstances.speaker_decision.by);
    json.key("speaker_confidence");
    json.share(circumstances.speaker_decision.confidence);
  }
  json.optional_field("within", names.statement(statement.within));
  write_circumstances(json, circumstances);
  write_certainty(json, statement);
  json.close_object();
}

void write_relations(JsonWriter& json, const Record& record, const Names& names) {
  json.key("relations");
  json.open_array();
  for (std::size_t i = 0; i < record.relations.size(); ++i) {
    const Relation& relation = record.relations[i];
    json.open_object();
    if (names.ledger() != nullptr) json.field("id", relation_id(names.ledger()->article, i));
    json.field("type", to_text(relation.type));
    json.optional_field("from", names.statement(relation.from));
    json.optional_field("to", names.statement(relation.to));
    write_span(json, "to_span", relation.to_span);
    write_spans(json, "evidence", relation.evidence);
    write_decision(json, relation.decision);
    json.close_object();
  }
  if (names.ledger() != nullptr) {
    for (const LedgerRelation& relation : names.ledger()->across) {
      json.open_object();
      json.field("id", relation.id);
      json.field("type", to_text(relation.type));
      json.optional_field("from", names.statement(relation.from));
      json.field("to", relation.to);
      write_span(json, "to_span", std::nullopt);
      write_spans(json, "evidence", relation.evidence);
      write_decision(json, relation.decision);
      json.close_object();
    }
  }
  json.close_array();
}

void append(std::string& out, const Record& record, const Names& names) {
  JsonWriter json(out);
  json.open_object();
  write_article(json, record.article, names);
  write_speakers(json, record, names);
  json.key("statements");
  json.open_array();
  for (std::uint32_t i = 0; i < record.statements.size(); ++i) write_statement(json, record, i, names);
  json.close_array();
  write_relations(json, record, names);
  json.close_object();
}

}  // namespace

void append_json(std::string& out, const Record& record) { append(out, record, Names()); }

void append_json(std::string& out, const LedgerRecord& record) { append(out, record.record, Names(record)); }

}  // namespace onrecord
