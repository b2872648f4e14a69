#include "show/record_csv.h"

#include <fmt/format.h>

#include <array>

#include "show/json_writer.h"

namespace onrecord {

namespace {

constexpr std::array columns{"statement",  "utterance", "article_id", "outlet",       "published", "title",   "url",
                             "speaker_id", "speaker",   "kind",       "roles",        "said_from", "said_to", "told",
                             "form",       "act",       "polarity",   "communicated", "content",   "cue",     "source",
                             "within",     "relations", "decided_by", "confidence"};

// Spreadsheets take a field for a formula where it begins with one of these, also behind blanks.
bool looks_like_formula(std::string_view field) {
  const std::size_t first = field.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n|").find(field[first]) != std::string_view::npos;
}

// One statement's fields, in the order of the columns, in one of two languages.
enum class RowFormat : std::uint8_t { csv, json };
class Row {
 public:
  Row(std::string& out, RowFormat format) : out_(&out), format_(format) {}

  void add(std::string_view field) {
    if (format_ == RowFormat::csv) {
      add_csv(field);
    } else {
      add_json(field);
    }
    ++column_;
  }
  void end() { *out_ += format_ == RowFormat::csv ? "\r\n" : "}\n"; }

 private:
  void add_json(std::string_view field) {
    out_->push_back(column_ == 0 ? '{' : ',');
    append_json_string(*out_, columns[column_]);
    out_->push_back(':');
    if (field.empty()) {
      *out_ += "null";
    } else {
      append_json_string(*out_, field);
    }
  }

  void add_csv(std::string_view field) {
    if (column_ > 0) out_->push_back(',');
    const bool guarded = looks_like_formula(field);
    if (!guarded && field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_->append(field);
      return;
    }
    *out_ += guarded ? "\"'" : "\"";
    for (const char c : field) {
      if (c == '"') out_->push_back('"');
      out_->push_back(c);
    }
    out_->push_back('"');
  }

  std::string* out_;
  RowFormat format_;
  std::size_t column_ = 0;
};

std::string text_of(const std::string& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " … ";
    out += slice(text, span);
  }
  return out;
}

// "retracts 3fa9c1d2e4b5a697-s1; disputes “the comments”"
std::string relations_of(const LedgerRecord& ledger, std::uint32_t index) {
  std::string out;
  const auto add = [&out](std::string_view type, const std::string& target) {
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", type, target);
  };
  for (const Relation& relation : ledger.record.relations) {
    if (relation.from != index) continue;
    const std::string mention =
        relation.to_span ? std::string(slice(ledger.record.article.text, *relation.to_span)) : "";
    add(to_text(relation.type), relation.to == none ? "“" + mention + "”" : statement_id(ledger.article, relation.to));
  }
  for (const LedgerRelation& relation : ledger.across) {
    if (relation.from == index) add(to_text(relation.type), relation.to);
  }
  return out;
}

void append_speaker(Row& row, const LedgerRecord& ledger, std::uint32_t speaker) {
  if (speaker == none) {
    for (int i = 0; i < 4; ++i) row.add("");
    return;
  }
  const LedgerSpeaker& known = ledger.speakers[speaker];
  row.add(known.id);
  row.add(known.name);
  row.add(to_text(known.kind));
  std::string roles;
  for (const Role& role : ledger.record.resolution.speakers[speaker].roles)
    roles += (roles.empty() ? "" : "; ") + role.text;
  row.add(roles);
}

void append_statement(Row& row, const LedgerRecord& ledger, std::uint32_t index) {
  const Article& article = ledger.record.article;
  const Statement& statement = ledger.record.statements[index];
  const Circumstances& circumstances = ledger.record.resolution.statements[index];
  const auto& said = circumstances.said;
  row.add(statement_id(ledger.article, index));
  row.add(ledger.utterances[index]);
  row.add(article.id);
  row.add(article.outlet.value_or(""));
  row.add(article.published ? to_iso(*article.published) : "");
  row.add(article.title);
  row.add(article.url.value_or(""));
  append_speaker(row, ledger, circumstances.speaker);
  row.add(said && said->from ? to_iso(*said->from) : "");
  row.add(said && said->to ? to_iso(*said->to) : "");
  row.add(circumstances.told ? circumstances.told->name : "");
  row.add(to_text(statement.form));
  row.add(to_text(statement.act));
  row.add(to_text(statement.polarity));
  row.add(statement.communicated ? "yes" : "no");
  row.add(text_of(article.text, statement.content));
  row.add(text_of(article.text, statement.cue));
  row.add(text_of(article.text, statement.source));
  row.add(statement.within == none ? "" : statement_id(ledger.article, statement.within));
  row.add(relations_of(ledger, index));
  row.add(statement.decision.by);
  row.add(fmt::format("{:.2f}", statement.decision.confidence));
  row.end();
}

}  // namespace

std::string csv_header() {
  std::string out;
  Row row(out, RowFormat::csv);
  for (const char* column : columns) row.add(column);
  row.end();
  return out;
}

namespace {

void append_rows(std::string& out, const LedgerRecord& record, RowFormat format) {
  for (std::uint32_t i = 0; i < record.record.statements.size(); ++i) {
    Row row(out, format);
    append_statement(row, record, i);
  }
}

}  // namespace

void append_csv(std::string& out, const LedgerRecord& record) { append_rows(out, record, RowFormat::csv); }

void append_json_rows(std::string& out, const LedgerRecord& record) { append_rows(out, record, RowFormat::json); }

}  // namespace onrecord
