#include "ledger/snapshot.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "ledger/columns.h"
#include "ledger/verdict_writer.h"
#include "ledger/words.h"
#include "text/text.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t most_articles = 256;
constexpr std::size_t most_lone = 1024;
constexpr std::uint32_t shown_context = 300;

constexpr const char* across_columns =
    "SELECT number, type, from_statement, to_statement, confidence, nature FROM across_relation r WHERE ";
constexpr const char* not_withdrawn =
    " AND NOT EXISTS (SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number)";
constexpr const char* inside_columns =
    "SELECT number, type, from_statement, to_statement, confidence FROM relation WHERE ";

bool is_sound(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size() && on_boundary(text, span.begin) &&
         on_boundary(text, span.end);
}

std::vector<Span> all_spans(const Statement& statement) {
  std::vector<Span> spans = statement.content;
  spans.insert(spans.end(), statement.cue.begin(), statement.cue.end());
  spans.insert(spans.end(), statement.source.begin(), statement.source.end());
  return spans;
}

}  // namespace

Snapshot::Snapshot(const Database& opened, std::shared_ptr<Known> known)
    : database(opened),
      transaction_(opened, Access::read),
      known_(std::move(known)),
      verdicts(read_verdicts(opened)),
      speakers(opened, verdicts, known_->names),
      utterances(opened),
      reader_(opened),
      article_of_(opened.query("SELECT article FROM statement WHERE number = ?")),
      inside_from_(opened.query(std::string(inside_columns) + "from_statement = ?")),
      inside_to_(opened.query(std::string(inside_columns) + "to_statement = ?")),
      across_from_(opened.query(std::string(across_columns) + "from_statement = ?" + not_withdrawn)),
      across_to_(opened.query(std::string(across_columns) + "to_statement = ?" + not_withdrawn)),
      across_row_(
          opened.query("SELECT handle, evidence, decided_by, confidence FROM across_relation WHERE number = ?")),
      inside_row_(opened.query("SELECT to_span, evidence, decided_by, confidence FROM relation WHERE number = ?")),
      // Cut out in SQL: many are compared, and few of their articles are shown.
      mention_(opened.query(
          "SELECT CAST(substr(CAST(a.text AS BLOB), json_extract(r.to_span, '$[0]') + 1, json_extract(r.to_span, "
          "'$[1]') - json_extract(r.to_span, '$[0]')) AS TEXT) FROM relation r JOIN article a ON a.number = r.article "
          "WHERE r.number = ?")),
      handle_(opened.query("SELECT a.handle, r.ordinal FROM relation r JOIN article a ON a.number = r.article "
                           "WHERE r.number = ?")) {
  for (const Verdict& verdict : verdicts) {
    if (!about_speakers(verdict.kind))
      judgements_[verdict.subject] = verdict.kind == VerdictKind::confirm ? Judgement::confirmed : Judgement::rejected;
  }
}

std::shared_ptr<const StoredRecord> Snapshot::article(std::int64_t number) {
  if (const auto found = where_.find(number); found != where_.end()) {
    recent_.splice(recent_.begin(), recent_, found->second);
    return recent_.front();
  }
  recent_.push_front(std::make_shared<const StoredRecord>(reader_.read(number)));
  where_[number] = recent_.begin();
  if (recent_.size() > most_articles) {
    where_.erase(recent_.back()->number);
    recent_.pop_back();
  }
  return recent_.front();
}

std::shared_ptr<const StoredRecord> Snapshot::article_of(std::int64_t statement) {
  article_of_.bind(statement);
  const std::int64_t number = article_of_.step() ? article_of_.integer(0) : 0;
  article_of_.reset();
  return article(number);
}

std::shared_ptr<const LoneStatement> Snapshot::lone(std::int64_t statement) {
  if (const auto found = lone_.find(statement); found != lone_.end()) return found->second;
  if (lone_.size() >= most_lone) lone_.clear();
  return lone_[statement] = std::make_shared<const LoneStatement>(reader_.read_lone(statement));
}

LedgerStatement Snapshot::statement(std::int64_t number) {
  const auto read = lone(number);
  const StoredRecord& stored = read->stored;
  const std::string_view text = stored.record.article.text;
  LedgerStatement out;
  out.id = statement_id(stored.handle, read->index);
  out.utterance = utterances.of(number)->id;
  out.statement = stored.record.statements.front();
  out.statement.within = read->within;
  out.circumstances = stored.record.resolution.statements.front();
  if (out.circumstances.speaker != none) {
    out.speaker = speakers.of(stored.speakers.front());
    for (const Role& role : stored.record.resolution.speakers.front().roles) out.roles.push_back(role.text);
  }
  if (read->within != none) out.within = statement_id(stored.handle, read->within);
  out.content = joined(text, out.statement.content, " … ");
  out.cue = joined(text, out.statement.cue, " … ");
  out.source_words = joined(text, out.statement.source, " … ");
  out.passage_span = passage(text, all_spans(out.statement), shown_context);
  out.passage = slice(text, out.passage_span);
  out.source = source_of(stored);
  return out;
}

Judgement Snapshot::judgement(const std::string& turn) const {
  const auto found = judgements_.find(turn);
  return found == judgements_.end() ? Judgement::pending : found->second;
}

std::string Snapshot::turn_id(const TurnRow& row) {
  Query& query = row.kind == TurnKind::inside ? handle_ : across_row_;
  query.bind(row.number);
  std::string id;
  if (query.step()) {
    id = query.text(0);
    if (row.kind == TurnKind::inside) id = relation_id(id, static_cast<std::size_t>(query.integer(1) - 1));
  }
  query.reset();
  return id;
}

Turn Snapshot::turn(const TurnRow& row) {
  Turn turn;
  turn.id = turn_id(row);
  turn.kind = row.kind;
  turn.type = row.type;
  const auto read = lone(row.from);
  const std::string_view text = read->stored.record.article.text;
  turn.from = statement(row.from);
  if (row.to != 0) turn.to = statement(row.to);
  Query& query = row.kind == TurnKind::inside ? inside_row_ : across_row_;
  query.bind(row.number);
  if (query.step()) {
    turn.evidence = spans_of(query.text(1)).value_or(std::vector<Span>{});
    turn.decision = {std::string(query.text(2)), static_cast<float>(query.real(3))};
  }
  query.reset();
  if (row.kind == TurnKind::inside) turn.mention_span = mention_span(row);
  if (turn.mention_span) turn.mention = slice(text, *turn.mention_span);
  for (const Span span : turn.evidence) {
    if (!is_sound(text, span))
      fail(database.path(), "the ledger is damaged at relation " + turn.id, "restore it from a copy");
    turn.evidence_words.emplace_back(slice(text, span));
  }
  turn.judgement = judgement(turn.id);
  turn.told_by = {turn.from.source};
  return turn;
}

Turn Snapshot::turn(const United& united) {
  Turn made = turn(united.row);
  std::set<std::string> seen{made.from.source.article};
  std::vector<Source> others;
  for (const std::int64_t statement : united.acting) {
    Source source = source_of(lone(statement)->stored);
    if (seen.insert(source.article).second) others.push_back(std::move(source));
  }
  std::sort(others.begin(), others.end(), [](const Source& a, const Source& b) {
    return std::tie(a.published, a.article) < std::tie(b.published, b.article);
  });
  made.told_by.insert(made.told_by.end(), others.begin(), others.end());
  return made;
}

void Snapshot::collect(Query& query, TurnKind kind, std::int64_t statement, std::vector<TurnRow>& rows) {
  query.bind(statement);
  while (query.step()) {
    TurnRow row;
    row.kind = kind;
    row.number = query.integer(0);
    const auto type = relation_type(query.text(1));
    if (!type) fail(database.path(), "the ledger is damaged: a relation of no known type", "restore it from a copy");
    row.type = *type;
    row.from = query.integer(2);
    row.to = query.is_null(3) ? 0 : query.integer(3);
    row.confidence = static_cast<float>(query.real(4));
    if (kind != TurnKind::inside && query.text(5) == "candidate") row.kind = TurnKind::candidate;
    rows.push_back(row);
  }
  query.reset();
}

std::vector<TurnRow> Snapshot::turns_from(const std::vector<std::int64_t>& statements) {
  std::vector<TurnRow> rows;
  for (const std::int64_t statement : statements) {
    collect(inside_from_, TurnKind::inside, statement, rows);
    collect(across_from_, TurnKind::across, statement, rows);
  }
  return rows;
}

std::vector<TurnRow> Snapshot::turns_to(const std::vector<std::int64_t>& statements) {
  std::vector<TurnRow> rows;
  for (const std::int64_t statement : statements) {
    collect(inside_to_, TurnKind::inside, statement, rows);
    collect(across_to_, TurnKind::across, statement, rows);
  }
  return rows;
}

std::optional<Span> Snapshot::mention_span(const TurnRow& row) {
  inside_row_.bind(row.number);
  const std::optional<std::string> column = inside_row_.step() ? inside_row_.maybe_text(0) : std::nullopt;
  inside_row_.reset();
  if (!column) return std::nullopt;
  const std::optional<Span> span = span_of(*column);
  if (!span || !is_sound(lone(row.from)->stored.record.article.text, *span))
    fail(database.path(), "the ledger is damaged at relation " + turn_id(row), "restore it from a copy");
  return span;
}

std::string Snapshot::mention_of(const TurnRow& row) {
  mention_.bind(row.number);
  const std::string words = mention_.step() ? std::string(mention_.text(0)) : std::string();
  mention_.reset();
  return first_invalid_utf8(words) == words.size() ? lower(words) : words;
}

NamedTurn Snapshot::named(const TurnRow& row) {
  return {row, turn_id(row), utterances.of(row.from), row.to != 0 ? utterances.of(row.to) : nullptr,
          row.to != 0 ? std::string() : mention_of(row)};
}

std::vector<Snapshot::United> Snapshot::unite(const std::vector<TurnRow>& rows) {
  std::vector<NamedTurn> turns;
  for (const TurnRow& row : rows) {
    if (NamedTurn turn = named(row); judgement(turn.id) != Judgement::rejected) turns.push_back(std::move(turn));
  }
  std::vector<const NamedTurn*> all;
  for (const NamedTurn& turn : turns) all.push_back(&turn);
  std::vector<United> out;
  for (UnitedTurn& one : ledger::unite(all)) out.push_back({one.turn->row, std::move(one.acting)});
  return out;
}

std::optional<Date> day_of(const LedgerStatement& statement) {
  const auto& said = statement.circumstances.said;
  return said && said->from ? said->from : statement.source.published;
}

bool earlier(const LedgerStatement& a, const LedgerStatement& b) {
  const auto day_a = day_of(a), day_b = day_of(b);
  if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
  return std::tie(day_a, a.source.published, a.id) < std::tie(day_b, b.source.published, b.id);
}

Utterance Snapshot::utterance(const UtteranceMembers& members) {
  Utterance out;
  out.id = members.id;
  for (const std::int64_t number : members.statements) out.reports.push_back(statement(number));
  std::sort(out.reports.begin(), out.reports.end(), [](const LedgerStatement& a, const LedgerStatement& b) {
    if (a.source.published.has_value() != b.source.published.has_value()) return a.source.published.has_value();
    return std::tie(a.source.published, a.id) < std::tie(b.source.published, b.id);
  });
  out.differs = wording_differs(members.statements);
  for (const United& united : unite(turns_to(members.statements))) out.done_to_it.push_back(turn(united));
  for (const United& united : unite(turns_from(members.statements))) out.does.push_back(turn(united));
  const auto by_day = [](const Turn& a, const Turn& b) { return earlier(a.from, b.from); };
  std::stable_sort(out.done_to_it.begin(), out.done_to_it.end(), by_day);
  std::stable_sort(out.does.begin(), out.does.end(), by_day);
  return out;
}

}  // namespace onrecord::ledger
