// Who took back, clarified, denied or stood by what.
#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr std::string_view inside_rows =
    "SELECT 0, r.number, r.type, r.from_statement, r.to_statement, r.confidence, coalesce(s.said_from, a.published, "
    "''), "
    "coalesce(a.published, ''), coalesce(s.said_to, a.published, '') FROM relation r "
    "JOIN statement s ON s.number = r.from_statement JOIN article a ON a.number = s.article "
    "WHERE r.type IN ('retracts', 'clarifies', 'reaffirms', 'denies') AND ";
constexpr std::string_view across_rows =
    "SELECT CASE r.nature WHEN 'reported' THEN 1 ELSE 2 END, r.number, r.type, r.from_statement, r.to_statement, "
    "r.confidence, coalesce(s.said_from, a.published, ''), coalesce(a.published, ''), "
    "coalesce(s.said_to, a.published, '') FROM across_relation r "
    "JOIN statement s ON s.number = r.from_statement JOIN article a ON a.number = s.article "
    "WHERE r.type IN ('retracts', 'clarifies', 'reaffirms', 'denies') AND (r.nature = 'reported' OR ?2) "
    "AND NOT EXISTS (SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number) AND ";
constexpr std::string_view of_speakers = "(?1 IS NULL OR s.speaker IN (SELECT value FROM json_each(?1)))";

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

namespace {

// All that counts, newest first; what has no known day comes last.
std::vector<PlacedTurn> placed_turns(Snapshot& snapshot, const ChangeFilter& filter) {
  Query query = snapshot.database.query(std::string(inside_rows) + std::string(of_speakers) + " UNION ALL " +
                                        std::string(across_rows) + std::string(of_speakers));
  std::optional<std::string> rows;
  if (!filter.speakers.empty()) rows = speaker_rows(snapshot, filter.speakers);
  query.bind(rows).bind(std::int64_t{filter.candidates});
  std::vector<TurnRow> found;
  std::map<std::int64_t, PlacedTurn> days;  // of the acting statement
  while (query.step()) {
    found.push_back(row_of(query, snapshot.database.path()));
    PlacedTurn& place = days[found.back().from];
    place.day = query.text(6);
    place.published = query.text(7);
    place.last_day = query.text(8);
  }
  std::vector<PlacedTurn> placed;
  for (Snapshot::United& united : snapshot.unite(found)) {
    PlacedTurn& turn = placed.emplace_back(days.at(united.row.from));
    turn.id = snapshot.turn_id(united.row);
    turn.united = std::move(united);
  }
  std::sort(placed.begin(), placed.end(), [](const PlacedTurn& a, const PlacedTurn& b) {
    return std::tie(b.day, b.published, a.id) < std::tie(a.day, a.published, b.id);
  });
  return placed;
}

}  // namespace

ChangesFound changes(Snapshot& snapshot, const ChangeFilter& filter, KeptChanges& kept) {
  const std::int64_t version = snapshot.database.number("PRAGMA data_version");
  std::vector<PlacedTurn> asked;
  const bool everybody = filter.speakers.empty();
  if (everybody && (kept.version != version || kept.candidates != filter.candidates)) {
    kept = {version, filter.candidates, placed_turns(snapshot, filter)};
  }
  if (!everybody) asked = placed_turns(snapshot, filter);
  const std::string since = iso_or_nothing(filter.since).value_or(""),
                    until = iso_or_nothing(filter.until).value_or("");
  ChangesFound page;
  for (const PlacedTurn& turn : everybody ? kept.turns : asked) {
    if ((filter.type && turn.united.row.type != *filter.type) || !between(turn.day, turn.last_day, since, until))
      continue;
    if (page.total++ >= filter.offset && page.turns.size() < filter.limit)
      page.turns.push_back(snapshot.turn(turn.united));
  }
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
