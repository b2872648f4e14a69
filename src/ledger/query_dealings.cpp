// What statements and speakers have to do with each other, asked of the index of turns.
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t most_dealings = 12;
// So many names, a way and a type apart, are looked into for one person's.
constexpr std::size_t most_weighed = 2 * most_dealings;

void sort_once(std::vector<std::int64_t>& numbers) {
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  numbers.erase(repeated.begin(), repeated.end());
}

}  // namespace

std::vector<std::int64_t> related(const TurnIndex& index, const SearchFilter& filter) {
  std::vector<std::int64_t> does, became;
  for (const PlacedTurn& placed : index.united()) {
    const NamedTurn& turn = index.turns()[placed.turn].turn;
    if (turn.row.type == filter.does) std::ranges::copy(turn.from->statements, std::back_inserter(does));
    if (turn.row.type == filter.became && turn.to) std::ranges::copy(turn.to->statements, std::back_inserter(became));
  }
  sort_once(does);
  sort_once(became);
  if (!filter.became) return does;
  if (!filter.does) return became;
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(does, became, std::back_inserter(both));
  return both;
}

std::vector<Dealing> dealings(Snapshot& snapshot, std::string_view speaker, const SharedTurns::Held& turns) {
  const Whose theirs(snapshot, {std::string(speaker)});
  // By the other's name first: who bears it is worked out for the most frequent alone.
  struct Found {
    Dealing dealing;
    std::int64_t other = 0, latest = 0;
    std::string latest_id;
  };
  std::map<std::tuple<Dealing::Way, RelationType, std::int64_t>, Found> by_name;
  for (const std::size_t place : theirs.united(*turns.index)) {  // newest first
    const IndexedTurn& turn = turns.index->turns()[turns.index->united()[place].turn];
    const bool by = theirs.has(turn.from), on = theirs.has(turn.to);
    const StatementPlace& other = by ? turn.to : turn.from;
    if (by == on || other.speaker == 0) continue;
    const Dealing::Way way = by ? Dealing::Way::by : Dealing::Way::on;
    Found& one = by_name[{way, turn.turn.row.type, other.merges ? other.named : -other.speaker}];
    if (one.dealing.times++ == 0)
      one = {{way, turn.turn.row.type, {}, 1, {}}, other.speaker, turn.turn.row.from, turn.turn.id};
  }
  std::vector<Found> frequent;
  for (auto& [name, one] : by_name) frequent.push_back(std::move(one));
  std::ranges::sort(frequent, [](const Found& a, const Found& b) {
    return std::tie(b.dealing.times, a.latest_id) < std::tie(a.dealing.times, b.latest_id);
  });
  if (frequent.size() > most_weighed) frequent.resize(most_weighed);
  std::vector<Found> all;
  for (Found& one : frequent) {
    one.dealing.other = snapshot.speakers.of(one.other);
    const auto same = std::ranges::find_if(all, [&one](const Found& before) {
      return before.dealing.way == one.dealing.way && before.dealing.type == one.dealing.type &&
             before.dealing.other.id == one.dealing.other.id;
    });
    if (same == all.end()) {
      all.push_back(std::move(one));
    } else {
      same->dealing.times += one.dealing.times;
    }
  }
  std::ranges::stable_sort(all, [](const Found& a, const Found& b) { return a.dealing.times > b.dealing.times; });
  if (all.size() > most_dealings) all.resize(most_dealings);
  std::vector<Dealing> out;
  Query place = snapshot.database.query(
      "SELECT a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article WHERE s.number = ?");
  for (Found& one : all) {
    place.bind(one.latest);
    if (place.step())
      one.dealing.latest = statement_id(std::string(place.text(0)), static_cast<std::size_t>(place.integer(1) - 1));
    place.reset();
    out.push_back(std::move(one.dealing));
  }
  return out;
}

}  // namespace onrecord::ledger
