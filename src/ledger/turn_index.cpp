#include "ledger/turn_index.h"

#include <algorithm>
#include <mutex>
#include <tuple>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr const char* inside_rows =
    "SELECT 0, number, type, from_statement, to_statement, confidence FROM relation WHERE number > ? ORDER BY number";
constexpr const char* across_rows =
    "SELECT CASE nature WHEN 'reported' THEN 1 ELSE 2 END, number, type, from_statement, to_statement, confidence "
    "FROM across_relation WHERE number > ? ORDER BY number";
constexpr const char* place_of =
    "SELECT coalesce(s.speaker, 0), coalesce(n.number, 0), coalesce(s.said_from, a.published, ''), "
    "coalesce(s.said_to, a.published, ''), coalesce(a.published, ''), coalesce(n.merges, 0) FROM statement s "
    "JOIN article a ON a.number = s.article LEFT JOIN speaker p ON p.number = s.speaker "
    "LEFT JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges WHERE s.number = ?";

StatementPlace place(Query& query, std::int64_t statement) {
  StatementPlace found;
  if (statement == 0) return found;
  query.bind(statement);
  if (query.step()) {
    found = {query.integer(0),           query.integer(1),           query.integer(5) != 0,
             std::string(query.text(2)), std::string(query.text(3)), std::string(query.text(4))};
  }
  query.reset();
  return found;
}

}  // namespace

void TurnIndex::update(Snapshot& snapshot) {
  try {
    const std::size_t known = turns_.size();
    read_rows(snapshot);
    std::set<std::int64_t> moved;
    withdraw(snapshot, moved);
    Query ties = snapshot.database.query("SELECT number, a, b FROM utterance_tie WHERE number > ? ORDER BY number");
    ties.bind(read_.tie);
    while (ties.step()) {
      read_.tie = ties.integer(0);
      moved.insert({ties.integer(1), ties.integer(2)});
    }
    // Rows that were read just now know their groups already.
    if (known > 0) regroup(snapshot, moved);
    std::vector<std::size_t> reported;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      if (turns_[i].turn.row.kind != TurnKind::candidate) reported.push_back(i);
    }
    united_ = unite_some(reported, snapshot);
    list_speakers();
    state_ = ledger_state(snapshot.database);
  } catch (...) {
    *this = {};
    throw;
  }
}

void TurnIndex::read_rows(Snapshot& snapshot) {
  Query places = snapshot.database.query(place_of);
  for (const bool inside : {true, false}) {
    std::int64_t& last = inside ? read_.relation : read_.across;
    Query query = snapshot.database.query(inside ? inside_rows : across_rows);
    query.bind(last);
    while (query.step()) {
      const TurnRow row = turn_row(query, snapshot.database.path());
      last = row.number;
      if (!inside) across_[row.number] = turns_.size();
      statements_[row.from].push_back(turns_.size());
      if (row.to != 0) statements_[row.to].push_back(turns_.size());
      turns_.push_back({snapshot.named(row), place(places, row.from), place(places, row.to), false});
    }
  }
}

void TurnIndex::withdraw(Snapshot& snapshot, std::set<std::int64_t>& moved) {
  Query query = snapshot.database.query(
      "SELECT w.number, w.what, w.row, t.a, t.b FROM tie_withdrawal w "
      "LEFT JOIN utterance_tie t ON w.what = 'utterance_tie' AND t.number = w.row WHERE w.number > ? ORDER BY "
      "w.number");
  query.bind(read_.withdrawal);
  while (query.step()) {
    read_.withdrawal = query.integer(0);
    if (query.text(1) == "utterance_tie") {
      moved.insert({query.integer(3), query.integer(4)});
    } else if (const auto found = across_.find(query.integer(2)); found != across_.end()) {
      turns_[found->second].withdrawn = true;
    }
  }
}

void TurnIndex::regroup(Snapshot& snapshot, const std::set<std::int64_t>& moved) {
  // A tie that came or went moves all that ties lead to from either end, and nothing else.
  std::set<std::int64_t> seen;
  for (const std::int64_t statement : moved) {
    if (seen.contains(statement)) continue;
    for (const std::int64_t reached : snapshot.utterances.around(statement)) {
      seen.insert(reached);
      const auto found = statements_.find(reached);
      if (found == statements_.end()) continue;
      for (const std::size_t turn : found->second) {
        NamedTurn& named = turns_[turn].turn;
        if (named.row.from == reached) named.from = snapshot.utterances.of(reached);
        if (named.row.to == reached) named.to = snapshot.utterances.of(reached);
      }
    }
  }
}

void TurnIndex::list_speakers() {
  named_.clear();
  speakers_.clear();
  const auto add = [](std::vector<std::size_t>& places, std::size_t place) {
    if (places.empty() || places.back() != place) places.push_back(place);
  };
  for (std::size_t i = 0; i < united_.size(); ++i) {
    const IndexedTurn& turn = turns_[united_[i].turn];
    for (const StatementPlace* place : {&turn.from, &turn.to}) {
      if (place->named != 0) add(named_[place->named], i);
      if (place->speaker != 0) add(speakers_[place->speaker], i);
    }
  }
}

const std::vector<std::size_t>& TurnIndex::of_named(std::int64_t named) const {
  static const std::vector<std::size_t> nowhere;
  const auto found = named_.find(named);
  return found == named_.end() ? nowhere : found->second;
}

const std::vector<std::size_t>& TurnIndex::of_speaker(std::int64_t speaker) const {
  static const std::vector<std::size_t> nowhere;
  const auto found = speakers_.find(speaker);
  return found == speakers_.end() ? nowhere : found->second;
}

std::vector<PlacedTurn> TurnIndex::unite_some(const std::vector<std::size_t>& places, const Snapshot& snapshot) const {
  std::vector<const NamedTurn*> counting;
  std::unordered_map<const NamedTurn*, std::size_t> place_of_turn;
  for (const std::size_t place : places) {
    const NamedTurn& turn = turns_[place].turn;
    if (turns_[place].withdrawn || snapshot.judgement(turn.id) == Judgement::rejected) continue;
    counting.push_back(&turn);
    place_of_turn.emplace(&turn, place);
  }
  std::vector<PlacedTurn> placed;
  for (UnitedTurn& one : unite(counting)) placed.push_back({place_of_turn.at(one.turn), std::move(one.acting)});
  std::sort(placed.begin(), placed.end(), [this](const PlacedTurn& a, const PlacedTurn& b) {
    const IndexedTurn &one = turns_[a.turn], &other = turns_[b.turn];
    return std::tie(other.from.day, other.from.published, one.turn.id) <
           std::tie(one.from.day, one.from.published, other.turn.id);
  });
  return placed;
}

std::optional<SharedTurns::Held> SharedTurns::at(Snapshot& snapshot) {
  const std::int64_t wanted = ledger_state(snapshot.database);
  for (;;) {
    {
      Held held{std::shared_lock(mutex_), &index_};
      if (index_.state() == wanted) return held;
      if (index_.state() > wanted) return std::nullopt;
    }
    const std::unique_lock lock(mutex_);
    if (index_.state() < wanted) index_.update(snapshot);
  }
}

}  // namespace onrecord::ledger
