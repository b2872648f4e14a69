// Who took back, clarified, denied or stood by what.
#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

bool is_change(RelationType type) { return type <= RelationType::denies; }

// The filter's speakers' own turns, united by themselves, so that each is told as a report of theirs tells it.
std::vector<PlacedTurn> chosen(const TurnIndex& index, const ChangeFilter& filter, Snapshot& snapshot) {
  const std::optional<Whose> whose =
      filter.speakers.empty() ? std::nullopt : std::optional<Whose>(std::in_place, snapshot, filter.speakers);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < index.turns().size(); ++i) {
    const IndexedTurn& turn = index.turns()[i];
    if (is_change(turn.turn.row.type) && (filter.candidates || turn.turn.row.kind != TurnKind::candidate) &&
        (!whose || whose->has(turn.from)))
      places.push_back(i);
  }
  return index.unite_some(places, snapshot);
}

}  // namespace

TurnRow turn_row(const Query& query, const std::string& path) {
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

ChangesFound changes(Snapshot& snapshot, const ChangeFilter& filter, SharedTurns::Held held) {
  const TurnIndex& index = *held.index;
  std::vector<PlacedTurn> asked;
  const bool everybody = filter.speakers.empty() && !filter.candidates;
  if (!everybody) asked = chosen(index, filter, snapshot);
  const std::string since = iso_or_nothing(filter.since).value_or(""),
                    until = iso_or_nothing(filter.until).value_or("");
  ChangesFound page;
  std::vector<Snapshot::United> shown;
  for (const PlacedTurn& placed : everybody ? index.united() : asked) {
    const IndexedTurn& turn = index.turns()[placed.turn];
    const RelationType type = turn.turn.row.type;
    if (!is_change(type) || (filter.type && type != *filter.type) ||
        !between(turn.from.day, turn.from.last_day, since, until))
      continue;
    if (turn.turn.row.confidence < filter.least && snapshot.judgement(turn.turn.id) != Judgement::confirmed) continue;
    if (page.total++ >= filter.offset && shown.size() < filter.limit) shown.push_back({turn.turn.row, placed.acting});
  }
  held.lock.unlock();
  for (const Snapshot::United& united : shown) page.turns.push_back(snapshot.turn(united));
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
  while (query.step()) turns.push_back(snapshot.turn(turn_row(query, snapshot.database.path())));
  return turns;
}

}  // namespace onrecord::ledger
