// Who took back, clarified, denied or stood by what.
#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr const char* rows_of_changes =
    "SELECT 0, r.number, r.type, r.from_statement, r.to_statement, r.confidence, coalesce(s.said_from, a.published, "
    "''), "
    "coalesce(a.published, '') FROM relation r "
    "JOIN statement s ON s.number = r.from_statement JOIN article a ON a.number = s.article "
    "WHERE r.type IN ('retracts', 'clarifies', 'reaffirms', 'denies') AND {filter} "
    "UNION ALL "
    "SELECT CASE r.nature WHEN 'reported' THEN 1 ELSE 2 END, r.number, r.type, r.from_statement, r.to_statement, "
    "r.confidence, coalesce(s.said_from, a.published, ''), coalesce(a.published, '') FROM across_relation r "
    "JOIN statement s ON s.number = r.from_statement JOIN article a ON a.number = s.article "
    "WHERE r.type IN ('retracts', 'clarifies', 'reaffirms', 'denies') AND (r.nature = 'reported' OR ?4) AND {filter} "
    "AND NOT EXISTS (SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number)";

std::string with_filter(std::string sql, const std::string& filter) {
  constexpr std::string_view place = "{filter}";
  for (std::size_t at = sql.find(place); at != std::string::npos; at = sql.find(place))
    sql.replace(at, place.size(), filter);
  return sql;
}

TurnRow row_of(const Query& query, const std::string& path) {
  TurnRow row;
  row.kind = static_cast<TurnKind>(query.integer(0));
  row.number = query.integer(1);
  const auto type = relation_type(query.text(2));
  if (!type) fail(path, "the ledger is damaged: a relation of no known type", "restore it from a copy");
  row.type = *type;
  row.from = query.integer(3);
  row.to = query.is_null(4) ? 0 : query.integer(4);
  row.confidence = static_cast<float>(query.real(5));
  return row;
}

}  // namespace

ChangesFound changes(Snapshot& snapshot, const ChangeFilter& filter) {
  const std::string filter_sql =
      "(?1 IS NULL OR s.speaker IN (SELECT value FROM json_each(?1))) AND " + between_days(2);
  Query query = snapshot.database.query(with_filter(rows_of_changes, filter_sql));
  std::optional<std::string> rows;
  if (!filter.speakers.empty()) rows = speaker_rows(snapshot, filter.speakers);
  const auto since = iso_or_nothing(filter.since), until = iso_or_nothing(filter.until);
  query.bind(rows).bind(since).bind(until).bind(std::int64_t{filter.candidates});
  std::vector<TurnRow> found;
  std::map<std::int64_t, std::pair<std::string, std::string>> days;  // of the acting statement: said, published
  while (query.step()) {
    found.push_back(row_of(query, snapshot.database.path()));
    days.try_emplace(found.back().from, query.text(6), query.text(7));
  }
  struct Placed {
    Snapshot::United united;
    std::string id;
    const std::pair<std::string, std::string>* day = nullptr;
  };
  std::vector<Placed> placed;
  for (Snapshot::United& united : snapshot.unite(found)) {
    if (filter.type && united.row.type != *filter.type) continue;
    std::string id = snapshot.turn_id(united.row);
    placed.push_back({std::move(united), std::move(id), &days.at(united.row.from)});
  }
  // Newest first; what has no known day comes last either way.
  std::sort(placed.begin(), placed.end(),
            [](const Placed& a, const Placed& b) { return std::tie(*b.day, a.id) < std::tie(*a.day, b.id); });
  ChangesFound page;
  page.total = placed.size();
  for (std::size_t i = filter.offset; i < page.total && page.turns.size() < filter.limit; ++i)
    page.turns.push_back(snapshot.turn(placed[i].united));
  return page;
}

std::vector<Turn> candidates(Snapshot& snapshot, std::size_t limit) {
  Query query = snapshot.database.query(
      "SELECT 2, r.number, r.type, r.from_statement, r.to_statement, r.confidence FROM across_relation r "
      "WHERE r.nature = 'candidate' AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.subject = r.handle) AND NOT EXISTS "
      "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number) "
      "ORDER BY r.confidence DESC, r.handle LIMIT ?");
  query.bind(static_cast<std::int64_t>(limit));
  std::vector<Turn> turns;
  while (query.step()) turns.push_back(snapshot.turn(row_of(query, snapshot.database.path())));
  return turns;
}

}  // namespace onrecord::ledger
