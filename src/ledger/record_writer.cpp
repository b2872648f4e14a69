#include "ledger/record_writer.h"

#include "ledger/columns.h"
#include "ledger/keys.h"
#include "ledger/views.h"

namespace onrecord::ledger {

namespace {

std::optional<std::string> iso(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return to_iso(*date);
}

std::optional<std::string> column(const std::optional<Span>& span) {
  if (!span) return std::nullopt;
  return to_column(*span);
}

}  // namespace

RecordWriter::RecordWriter(const Database& database)
    : database_(database),
      find_(database.query("SELECT key FROM article WHERE handle = ?")),
      article_(database.query("INSERT INTO article (key, handle, id, url, title, byline, outlet, published, language, "
                              "headline, standfirst, dateline, asides, path, text) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      speaker_(database.query("INSERT INTO speaker (article, ordinal, handle, name, name_key, merges, kind, roles, "
                              "mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      statement_(database.query(
          "INSERT INTO statement (article, ordinal, form, act, content, cue, source, quotes, within, communicated, "
          "polarity, decided_by, confidence, speaker, speaker_decided_by, speaker_confidence, said_from, said_to, "
          "said_basis, said_phrase, said_confidence, told_name, told_span, told_confidence) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      relation_(database.query("INSERT INTO relation (article, ordinal, type, from_statement, to_statement, to_span, "
                               "evidence, decided_by, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      search_(database.query("INSERT INTO statement_search (rowid, content, speaker, cue) "
                             "SELECT number, content, speaker, cue FROM statement_words WHERE number = ?")),
      entry_(database.query("INSERT INTO entry (what, row, digest, chain) VALUES (?, ?, ?, ?)")),
      last_chain_(database.query("SELECT chain FROM entry ORDER BY number DESC LIMIT 1")) {}

std::optional<std::string> RecordWriter::find(const std::string& handle) {
  find_.bind(std::string_view(handle));
  std::optional<std::string> key;
  if (find_.step()) key = find_.text(0);
  find_.reset();
  return key;
}

RecordWriter::Numbers RecordWriter::insert(const Record& record, const std::string& key) {
  const std::string handle = handle_of(key);
  Numbers numbers;
  numbers.article = insert_article(record.article, key);
  std::vector<std::int64_t> speakers;
  for (const Speaker& speaker : record.resolution.speakers)
    speakers.push_back(insert_speaker(speaker, numbers.article, handle, speakers.size()));
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    const std::int64_t number =
        insert_statement(record.statements[i], record.resolution.statements[i], numbers.article, i, speakers);
    if (i == 0) numbers.first_statement = number;
    search_.bind(number).run();
  }
  for (std::size_t i = 0; i < record.relations.size(); ++i)
    insert_relation(record.relations[i], numbers.article, i, numbers.first_statement);
  enter("article", numbers.article, digest(record));
  return numbers;
}

void RecordWriter::enter(std::string_view what, std::int64_t row, const std::string& digest) {
  std::string before;
  if (last_chain_.step()) before = last_chain_.text(0);
  last_chain_.reset();
  const std::string chain = ledger::digest({before, what, digest});
  entry_.bind(what).bind(row).bind(std::string_view(digest)).bind(std::string_view(chain)).run();
}

std::int64_t RecordWriter::insert_article(const Article& article, const std::string& key) {
  const std::string handle = handle_of(key);
  const std::string byline = to_column(article.byline);
  const std::string asides = to_column(article.asides);
  const auto published = iso(article.published);
  const auto headline = column(article.headline);
  const auto standfirst = column(article.standfirst);
  const auto dateline = column(article.dateline);
  const std::string_view id = article.id.empty() ? std::string_view(key) : std::string_view(article.id);
  article_.bind(std::string_view(key)).bind(std::string_view(handle)).bind(id);
  article_.bind(article.url).bind(std::string_view(article.title)).bind(std::string_view(byline));
  article_.bind(article.outlet).bind(published).bind(std::string_view(article.language));
  article_.bind(headline).bind(standfirst).bind(dateline).bind(std::string_view(asides));
  article_.bind(std::string_view(article.path)).bind(std::string_view(article.text)).run();
  return database_.last_number();
}

std::int64_t RecordWriter::insert_speaker(const Speaker& speaker, std::int64_t article, const std::string& handle,
                                          std::size_t index) {
  const std::string id = speaker_id(handle, index);
  const std::string key = name_key(speaker.name);
  const std::string roles = to_column(speaker.roles);
  const std::string mentions = to_column(speaker.mentions);
  speaker_.bind(article).bind(static_cast<std::int64_t>(index + 1)).bind(std::string_view(id));
  speaker_.bind(std::string_view(speaker.name)).bind(std::string_view(key));
  speaker_.bind(std::int64_t{merges(speaker)}).bind(to_text(speaker.kind));
  speaker_.bind(std::string_view(roles)).bind(std::string_view(mentions)).run();
  return database_.last_number();
}

std::int64_t RecordWriter::insert_statement(const Statement& statement, const Circumstances& circumstances,
                                            std::int64_t article, std::size_t index,
                                            const std::vector<std::int64_t>& speakers) {
  const std::string content = to_column(statement.content);
  const std::string cue = to_column(statement.cue);
  const std::string source = to_column(statement.source);
  const std::string quotes = to_column(statement.quotes);
  statement_.bind(article).bind(static_cast<std::int64_t>(index + 1));
  statement_.bind(to_text(statement.form)).bind(to_text(statement.act));
  statement_.bind(std::string_view(content)).bind(std::string_view(cue));
  statement_.bind(std::string_view(source)).bind(std::string_view(quotes));
  if (statement.within == none) {
    statement_.bind_null();
  } else {
    statement_.bind(std::int64_t{statement.within} + 1);
  }
  statement_.bind(std::int64_t{statement.communicated}).bind(to_text(statement.polarity));
  statement_.bind(std::string_view(statement.decision.by)).bind(to_column(statement.decision.confidence));

  if (circumstances.speaker == none) {
    statement_.bind_null();
  } else {
    statement_.bind(speakers[circumstances.speaker]);
  }
  statement_.bind(std::string_view(circumstances.speaker_decision.by));
  statement_.bind(to_column(circumstances.speaker_decision.confidence));

  const auto& said = circumstances.said;
  const auto from = said ? iso(said->from) : std::nullopt;
  const auto to = said ? iso(said->to) : std::nullopt;
  const auto phrase = said ? column(said->phrase) : std::nullopt;
  statement_.bind(from).bind(to);
  if (said) {
    statement_.bind(std::string_view(said->basis)).bind(phrase).bind(to_column(said->confidence));
  } else {
    statement_.bind_null().bind_null().bind_null();
  }
  const auto& told = circumstances.told;
  const auto told_span = told ? column(told->span) : std::nullopt;
  if (told) {
    statement_.bind(std::string_view(told->name)).bind(told_span).bind(to_column(told->confidence));
  } else {
    statement_.bind_null().bind_null().bind_null();
  }
  statement_.run();
  return database_.last_number();
}

void RecordWriter::insert_relation(const Relation& relation, std::int64_t article, std::size_t index,
                                   std::int64_t first_statement) {
  const auto to_span = column(relation.to_span);
  const std::string evidence = to_column(relation.evidence);
  relation_.bind(article).bind(static_cast<std::int64_t>(index + 1)).bind(to_text(relation.type));
  relation_.bind(first_statement + relation.from);
  if (relation.to == none) {
    relation_.bind_null();
  } else {
    relation_.bind(first_statement + relation.to);
  }
  relation_.bind(to_span).bind(std::string_view(evidence));
  relation_.bind(std::string_view(relation.decision.by)).bind(to_column(relation.decision.confidence)).run();
}

}  // namespace onrecord::ledger
