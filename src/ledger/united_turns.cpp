#include "ledger/united_turns.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace onrecord::ledger {

namespace {

std::string_view target_of(const NamedTurn& turn) {
  return turn.to ? std::string_view(turn.to->id) : std::string_view{};
}

bool speaks_before(const NamedTurn& a, const NamedTurn& b) {
  return std::tie(a.row.type, a.row.kind, b.row.confidence, a.id) <
         std::tie(b.row.type, b.row.kind, a.row.confidence, b.id);
}

}  // namespace

std::vector<UnitedTurn> unite(const std::vector<const NamedTurn*>& turns) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<UnitedTurn> united;
  std::string pair;
  for (const NamedTurn* turn : turns) {
    if (turn->from->id == target_of(*turn)) continue;
    pair = turn->from->id;
    pair.append("\n").append(target_of(*turn)).append("\n").append(turn->mention);
    const auto [found, fresh] = places.try_emplace(pair, united.size());
    if (fresh) united.push_back({turn, {}});
    UnitedTurn& one = united[found->second];
    if (speaks_before(*turn, *one.turn)) one.turn = turn;
    one.acting.push_back(turn->row.from);
  }
  std::sort(united.begin(), united.end(), [](const UnitedTurn& a, const UnitedTurn& b) {
    return std::make_tuple(std::string_view(a.turn->from->id), target_of(*a.turn), std::string_view(a.turn->mention)) <
           std::make_tuple(std::string_view(b.turn->from->id), target_of(*b.turn), std::string_view(b.turn->mention));
  });
  return united;
}

}  // namespace onrecord::ledger
