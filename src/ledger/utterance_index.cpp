#include "ledger/utterance_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace onrecord::ledger {

namespace {

// Known components are kept up to so many statements; then all are forgotten. They can be worked out again.
constexpr std::size_t most_known = 1'000'000;

}  // namespace

UtteranceIndex::UtteranceIndex(const Database& database)
    : neighbours_(database.query(
          "SELECT b FROM utterance_tie t WHERE a = ?1 AND NOT EXISTS "
          "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number) UNION ALL "
          "SELECT a FROM utterance_tie t WHERE b = ?1 AND NOT EXISTS "
          "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number)")),
      place_(database.query("SELECT a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article "
                            "WHERE s.number = ?")) {}

std::vector<std::int64_t> UtteranceIndex::neighbours(std::int64_t statement) {
  std::vector<std::int64_t> found;
  neighbours_.bind(statement);
  while (neighbours_.step()) found.push_back(neighbours_.integer(0));
  neighbours_.reset();
  return found;
}

std::shared_ptr<const UtteranceMembers> UtteranceIndex::of(std::int64_t statement) {
  if (const auto known = known_.find(statement); known != known_.end()) return known->second;
  std::set<std::int64_t> reached{statement};
  std::vector<std::int64_t> open{statement};
  while (!open.empty()) {
    const std::int64_t next = open.back();
    open.pop_back();
    for (const std::int64_t other : neighbours(next)) {
      if (reached.insert(other).second) open.push_back(other);
    }
  }
  std::vector<std::tuple<std::string, std::int64_t, std::int64_t>> places;
  for (const std::int64_t member : reached) {
    place_.bind(member);
    if (place_.step()) places.emplace_back(std::string(place_.text(0)), place_.integer(1), member);
    place_.reset();
  }
  std::sort(places.begin(), places.end());
  auto members = std::make_shared<UtteranceMembers>();
  if (!places.empty()) members->id = fmt::format("{}-u{}", std::get<0>(places.front()), std::get<1>(places.front()));
  for (const auto& place : places) members->statements.push_back(std::get<2>(place));
  if (places.size() > 1) {
    if (known_.size() > most_known) known_.clear();
    for (const std::int64_t member : members->statements) known_[member] = members;
  }
  return members;
}

}  // namespace onrecord::ledger
