#include "ledger/reading_state.h"

#include <boost/json.hpp>

#include "ledger/record_reader.h"

namespace onrecord::ledger {

namespace {

constexpr std::string_view kind_names[] = {"archive", "feed", "page"};
constexpr std::string_view change_names[] = {"altered", "removed", "added"};

std::string_view name_of(ReadingKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string to_column(const std::vector<StatementChange>& changes) {
  boost::json::array rows;
  for (const StatementChange& change : changes) {
    const auto ordinal = [](const std::optional<std::uint32_t>& index) {
      return index ? boost::json::value(*index + 1) : boost::json::value(nullptr);
    };
    const std::string_view name = change_names[static_cast<std::size_t>(change.kind)];
    rows.push_back(boost::json::array{boost::json::string(name), ordinal(change.earlier), ordinal(change.later)});
  }
  return boost::json::serialize(rows);
}

// What to_column wrote; nothing for any other text.
std::optional<std::vector<StatementChange>> changes_of(std::string_view column) {
  boost::system::error_code error;
  const boost::json::value parsed = boost::json::parse({column.data(), column.size()}, error);
  if (error || !parsed.is_array()) return std::nullopt;
  std::vector<StatementChange> changes;
  for (const boost::json::value& row : parsed.get_array()) {
    if (!row.is_array() || row.get_array().size() != 3 || !row.get_array()[0].is_string()) return std::nullopt;
    const auto index = [&row](std::size_t at) -> std::optional<std::uint32_t> {
      const auto* number = row.get_array()[at].if_int64();
      if (number == nullptr || *number < 1 || *number > UINT32_MAX) return std::nullopt;
      return static_cast<std::uint32_t>(*number - 1);
    };
    const auto& name = row.get_array()[0].get_string();
    const auto* kind = std::find(std::begin(change_names), std::end(change_names), std::string_view(name));
    if (kind == std::end(change_names)) return std::nullopt;
    changes.push_back({static_cast<StatementChange::Kind>(kind - std::begin(change_names)), index(1), index(2)});
  }
  return changes;
}

ReadingState state_of(const Query& row, ReadingKind kind) {
  ReadingState state{kind, std::string(row.text(0)), std::string(row.text(1)), std::nullopt};
  if (!row.is_null(2)) state.due = row.integer(2);
  return state;
}

std::int64_t number_of(const Database& database, const std::string& article) {
  Query find = database.query("SELECT number FROM article WHERE handle = ?");
  find.bind(std::string_view(article));
  if (!find.step()) fail(database.path(), "there is no article " + article, "report it: this is a mistake of onrecord");
  return find.integer(0);
}

void keep_revision(const Database& database, const Bookkeeping::Replaced& replaced) {
  const std::int64_t earlier = number_of(database, replaced.earlier);
  const std::int64_t later = number_of(database, replaced.later);
  RecordReader records(database);
  const std::string changes = to_column(compare_versions(records.read(earlier).record, records.read(later).record));
  database.query("INSERT OR IGNORE INTO revision (earlier, later, noticed, changes) VALUES (?, ?, ?, ?)")
      .bind(earlier)
      .bind(later)
      .bind(std::string_view(replaced.noticed))
      .bind(std::string_view(changes))
      .run();
}

}  // namespace

void keep(const Database& database, const Bookkeeping& kept) {
  for (const ReadingState& state : kept.states) {
    database.query("INSERT OR REPLACE INTO reading (kind, name, state, due) VALUES (?, ?, ?, ?)")
        .bind(name_of(state.kind))
        .bind(std::string_view(state.name))
        .bind(std::string_view(state.state))
        .bind(state.due)
        .run();
  }
  for (const Bookkeeping::Replaced& replaced : kept.replaced) {
    if (replaced.earlier != replaced.later) keep_revision(database, replaced);
  }
}

std::optional<ReadingState> reading_state(const Database& database, ReadingKind kind, const std::string& name) {
  Query find = database.query("SELECT name, state, due FROM reading WHERE kind = ? AND name = ?");
  find.bind(name_of(kind)).bind(std::string_view(name));
  if (!find.step()) return std::nullopt;
  return state_of(find, kind);
}

std::vector<ReadingState> due_states(const Database& database, ReadingKind kind, std::size_t limit) {
  Query find = database.query(
      "SELECT name, state, due FROM reading WHERE kind = ? AND due IS NOT NULL ORDER BY due, name LIMIT ?");
  find.bind(name_of(kind)).bind(static_cast<std::int64_t>(limit));
  std::vector<ReadingState> all;
  while (find.step()) all.push_back(state_of(find, kind));
  return all;
}

std::vector<Revision> revisions_of(const Database& database, const std::string& article) {
  Query find = database.query(
      "SELECT e.handle, l.handle, r.noticed, r.changes FROM revision r JOIN article e ON e.number = r.earlier "
      "JOIN article l ON l.number = r.later WHERE e.handle = ?1 OR l.handle = ?1 ORDER BY r.number");
  find.bind(std::string_view(article));
  std::vector<Revision> all;
  while (find.step()) {
    Revision revision{std::string(find.text(0)), std::string(find.text(1)), std::string(find.text(2)), {}};
    auto changes = changes_of(find.text(3));
    if (!changes) {
      fail(database.path(), "the ledger is damaged: it tells wrongly what article " + revision.later + " changed",
           "restore it from a copy, or add the articles to a new one");
    }
    revision.changes = std::move(*changes);
    all.push_back(std::move(revision));
  }
  return all;
}

}  // namespace onrecord::ledger
