#include "ledger/record_reader.h"

#include <fmt/format.h>

#include "ledger/columns.h"
#include "ledger/enum_text.h"
#include "ledger/invariants.h"

namespace onrecord::ledger {

namespace {

// The thing, or nothing after setting `whole` to false: columns are read first and judged once.
template <class Value>
Value taken(std::optional<Value> value, bool& whole) {
  if (!value) whole = false;
  return std::move(value).value_or(Value{});
}

std::optional<Date> date(const Query& query, int column, bool& whole) {
  if (query.is_null(column)) return std::nullopt;
  return taken(parse_iso(query.text(column)), whole);
}

std::optional<Span> maybe_span(const Query& query, int column, bool& whole) {
  if (query.is_null(column)) return std::nullopt;
  return taken(span_of(query.text(column)), whole);
}

constexpr std::string_view statement_columns =
    "SELECT number, ordinal, form, act, content, cue, source, quotes, within, communicated, polarity, decided_by, "
    "confidence, speaker, speaker_decided_by, speaker_confidence, said_from, said_to, said_basis, said_phrase, "
    "said_confidence, told_name, told_span, told_confidence";

float confidence(const Query& query, int column) { return static_cast<float>(query.real(column)); }

}  // namespace

Source source_of(const StoredRecord& stored) {
  const Article& article = stored.record.article;
  return {stored.handle,  article.id,  article.title,     article.byline,
          article.outlet, article.url, article.published, article.path};
}

std::size_t StoredRecord::index_of(std::int64_t statement) const {
  const std::int64_t index = statements.empty() ? -1 : statement - statements.front();
  if (index < 0 || index >= static_cast<std::int64_t>(statements.size()))
    fail("ledger", "the ledger is damaged: a statement is not in its article", "restore it from a copy");
  return static_cast<std::size_t>(index);
}

RecordReader::RecordReader(const Database& database)
    : path_(database.path()),
      article_(database.query("SELECT key, handle, id, url, title, byline, outlet, published, language, headline, "
                              "standfirst, dateline, asides, path, text FROM article WHERE number = ?")),
      speakers_(database.query("SELECT number, ordinal, name, kind, roles, mentions FROM speaker WHERE article = ? "
                               "ORDER BY ordinal")),
      statements_(
          database.query(std::string(statement_columns) + " FROM statement WHERE article = ? ORDER BY ordinal")),
      relations_(database.query("SELECT number, ordinal, type, from_statement, to_statement, to_span, evidence, "
                                "decided_by, confidence FROM relation WHERE article = ? ORDER BY ordinal")),
      lone_(database.query(std::string(statement_columns) + ", article FROM statement WHERE number = ?")),
      lone_speaker_(
          database.query("SELECT number, ordinal, name, kind, roles, mentions FROM speaker WHERE number = ?")) {}

StoredRecord RecordReader::read(std::int64_t article) {
  StoredRecord stored;
  stored.number = article;
  read_article(stored);
  read_speakers(stored);
  read_statements(stored);
  read_relations(stored);
  each_violation(stored.record, stored.handle, [&](std::string what) { damaged(stored, what); });
  return stored;
}

void RecordReader::damaged(const StoredRecord& stored, std::string_view what) const {
  fail(path_, fmt::format("the ledger is damaged at article {}: {}", stored.handle.empty() ? "?" : stored.handle, what),
       "restore it from a copy, or add the articles to a new one");
}

void RecordReader::read_article(StoredRecord& stored) {
  article_.reset();
  article_.bind(stored.number);
  if (!article_.step()) damaged(stored, "it is not there");
  bool whole = true;
  Article& article = stored.record.article;
  stored.key = article_.text(0);
  stored.handle = article_.text(1);
  article.id = article_.text(2);
  article.url = article_.maybe_text(3);
  article.title = article_.text(4);
  article.byline = taken(texts_of(article_.text(5)), whole);
  article.outlet = article_.maybe_text(6);
  article.published = date(article_, 7, whole);
  article.language = article_.text(8);
  article.headline = maybe_span(article_, 9, whole);
  article.standfirst = maybe_span(article_, 10, whole);
  article.dateline = maybe_span(article_, 11, whole);
  article.asides = taken(spans_of(article_.text(12)), whole);
  article.path = article_.text(13);
  article.text = article_.text(14);
  article_.reset();
  if (!whole) damaged(stored, "what it says of itself cannot be read");
}

void RecordReader::read_speaker(const Query& row, StoredRecord& stored, bool& whole) {
  Speaker& speaker = stored.record.resolution.speakers.emplace_back();
  stored.speakers.push_back(row.integer(0));
  speaker.name = row.text(2);
  speaker.kind = taken(kind_of(row.text(3)), whole);
  speaker.roles = taken(roles_of(row.text(4)), whole);
  speaker.mentions = taken(mentions_of(row.text(5)), whole);
}

void RecordReader::read_speakers(StoredRecord& stored) {
  speakers_.reset();
  speakers_.bind(stored.number);
  bool whole = true;
  while (speakers_.step()) {
    read_speaker(speakers_, stored, whole);
    whole = whole && speakers_.integer(1) == static_cast<std::int64_t>(stored.speakers.size());
  }
  speakers_.reset();
  if (!whole) damaged(stored, "its speakers cannot be read");
}

void RecordReader::read_statement(const Query& row, StoredRecord& stored, bool& whole) {
  Statement& statement = stored.record.statements.emplace_back();
  Circumstances& circumstances = stored.record.resolution.statements.emplace_back();
  stored.statements.push_back(row.integer(0));
  statement.form = taken(form_of(row.text(2)), whole);
  statement.act = taken(act_of(row.text(3)), whole);
  statement.content = taken(spans_of(row.text(4)), whole);
  statement.cue = taken(spans_of(row.text(5)), whole);
  statement.source = taken(spans_of(row.text(6)), whole);
  statement.quotes = taken(spans_of(row.text(7)), whole);
  statement.within = row.is_null(8) ? none : static_cast<std::uint32_t>(row.integer(8) - 1);
  statement.communicated = row.integer(9) != 0;
  statement.polarity = taken(polarity_of(row.text(10)), whole);
  statement.decision = {std::string(row.text(11)), confidence(row, 12)};
  if (!row.is_null(13)) {
    const std::int64_t first = stored.speakers.empty() ? 0 : stored.speakers.front();
    const std::int64_t index = row.integer(13) - first;
    const bool there = index >= 0 && index < static_cast<std::int64_t>(stored.speakers.size());
    whole = whole && there && stored.speakers[static_cast<std::size_t>(index)] == row.integer(13);
    circumstances.speaker = there ? static_cast<std::uint32_t>(index) : none;
  }
  circumstances.speaker_decision = {std::string(row.text(14)), confidence(row, 15)};
  if (!row.is_null(18)) {
    circumstances.said = Said{date(row, 16, whole), date(row, 17, whole), std::string(row.text(18)),
                              maybe_span(row, 19, whole), confidence(row, 20)};
  }
  if (!row.is_null(21))
    circumstances.told = Told{std::string(row.text(21)), maybe_span(row, 22, whole), confidence(row, 23)};
}

void RecordReader::read_statements(StoredRecord& stored) {
  statements_.reset();
  statements_.bind(stored.number);
  bool whole = true;
  while (statements_.step()) {
    read_statement(statements_, stored, whole);
    const auto ordinal = static_cast<std::int64_t>(stored.statements.size());
    whole =
        whole && statements_.integer(1) == ordinal && statements_.integer(0) == stored.statements.front() + ordinal - 1;
  }
  statements_.reset();
  if (!whole) damaged(stored, "its statements cannot be read");
}

LoneStatement RecordReader::read_lone(std::int64_t statement) {
  LoneStatement lone;
  StoredRecord& stored = lone.stored;
  bool whole = true;
  lone_.reset();
  lone_.bind(statement);
  if (!lone_.step()) damaged(stored, "a statement is not there");
  stored.number = lone_.integer(24);
  read_article(stored);
  if (!lone_.is_null(13)) {
    lone_speaker_.bind(lone_.integer(13));
    if (lone_speaker_.step()) read_speaker(lone_speaker_, stored, whole);
    lone_speaker_.reset();
  }
  read_statement(lone_, stored, whole);
  whole = whole && lone_.integer(1) > 0;
  lone.index = static_cast<std::size_t>(lone_.integer(1) - 1);
  lone_.reset();
  std::swap(lone.within, stored.record.statements.front().within);  // what it is nested in is not there
  if (!whole) damaged(stored, "a statement cannot be read");
  each_violation(stored.record, stored.handle, [&](std::string what) { damaged(stored, what); });
  return lone;
}

void RecordReader::read_relations(StoredRecord& stored) {
  relations_.reset();
  relations_.bind(stored.number);
  bool whole = true;
  const auto index = [&](std::int64_t statement) {
    const std::int64_t first = stored.statements.empty() ? 0 : stored.statements.front();
    const bool there = statement >= first && statement < first + static_cast<std::int64_t>(stored.statements.size());
    whole = whole && there;
    return there ? static_cast<std::uint32_t>(statement - first) : 0;
  };
  while (relations_.step()) {
    Relation& relation = stored.record.relations.emplace_back();
    stored.relations.push_back(relations_.integer(0));
    whole = whole && relations_.integer(1) == static_cast<std::int64_t>(stored.relations.size());
    relation.type = taken(relation_type(relations_.text(2)), whole);
    relation.from = index(relations_.integer(3));
    relation.to = relations_.is_null(4) ? none : index(relations_.integer(4));
    relation.to_span = maybe_span(relations_, 5, whole);
    relation.evidence = taken(spans_of(relations_.text(6)), whole);
    relation.decision = {std::string(relations_.text(7)), confidence(relations_, 8)};
  }
  relations_.reset();
  if (!whole) damaged(stored, "its relations cannot be read");
}

}  // namespace onrecord::ledger
