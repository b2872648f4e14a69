// What statements and speakers have to do with each other, asked of the index of turns.
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t most_dealings = 12;

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
  struct Found {
    Dealing dealing;
    std::int64_t latest = 0;
  };
  std::map<std::tuple<Dealing::Way, RelationType, std::string>, Found> found;
  for (const PlacedTurn& placed : turns.index->united()) {  // newest first
    const IndexedTurn& turn = turns.index->turns()[placed.turn];
    const bool by = theirs.has(turn.from), on = theirs.has(turn.to);
    const std::int64_t other = by ? turn.to.speaker : turn.from.speaker;
    if (by == on || other == 0) continue;
    const LedgerSpeaker who = snapshot.speakers.of(other);
    const Dealing::Way way = by ? Dealing::Way::by : Dealing::Way::on;
    Found& one = found[{way, turn.turn.row.type, who.id}];
    if (one.dealing.times++ == 0) {
      one.dealing = {way, turn.turn.row.type, who, 1, {}};
      one.latest = turn.turn.row.from;
    }
  }
  std::vector<Found> all;
  for (auto& [key, one] : found) all.push_back(std::move(one));
  std::stable_sort(all.begin(), all.end(),
                   [](const Found& a, const Found& b) { return a.dealing.times > b.dealing.times; });
  if (all.size() > most_dealings) all.resize(most_dealings);
  std::vector<Dealing> out;
  for (Found& one : all) {
    const auto read = snapshot.lone(one.latest);
    one.dealing.latest = statement_id(read->stored.handle, read->index);
    out.push_back(std::move(one.dealing));
  }
  return out;
}

}  // namespace onrecord::ledger
