#include "ledger/utterance_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "relate/across.h"

namespace onrecord::ledger {

namespace {

// Known groups are kept up to so many statements; then all are forgotten. They can be worked out again.
constexpr std::size_t most_known = 1'000'000;

}  // namespace

UtteranceIndex::UtteranceIndex(const Database& database)
    : neighbours_(database.query(
          "SELECT b, score FROM utterance_tie t WHERE a = ?1 AND NOT EXISTS "
          "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number) UNION ALL "
          "SELECT a, score FROM utterance_tie t WHERE b = ?1 AND NOT EXISTS "
          "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number)")),
      place_(database.query("SELECT a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article "
                            "WHERE s.number = ?")) {}

std::vector<UtteranceIndex::Neighbour> UtteranceIndex::neighbours(std::int64_t statement) {
  std::vector<Neighbour> found;
  neighbours_.bind(statement);
  while (neighbours_.step()) found.push_back({neighbours_.integer(0), static_cast<float>(neighbours_.real(1))});
  neighbours_.reset();
  return found;
}

std::shared_ptr<const UtteranceMembers> UtteranceIndex::of(std::int64_t statement) {
  if (const auto known = known_.find(statement); known != known_.end()) return known->second;
  if (known_.size() > most_known) known_.clear();
  group_around(statement);
  return known_.at(statement);
}

std::set<std::int64_t> UtteranceIndex::reach(std::int64_t statement, std::vector<Tied>& tied) {
  std::set<std::int64_t> reached{statement};
  for (std::vector<std::int64_t> open{statement}; !open.empty();) {
    const std::int64_t next = open.back();
    open.pop_back();
    for (const Neighbour& other : neighbours(next)) {
      if (next < other.statement) tied.push_back({next, other.statement, other.score});
      if (reached.insert(other.statement).second) open.push_back(other.statement);
    }
  }
  return reached;
}

std::set<std::int64_t> UtteranceIndex::around(std::int64_t statement) {
  std::vector<Tied> tied;
  return reach(statement, tied);
}

void UtteranceIndex::group_around(std::int64_t statement) {
  std::vector<Tied> tied;
  const std::set<std::int64_t> reached = reach(statement, tied);
  // In an order that is a function of what the articles hold, not of when they came.
  struct Place {
    std::string article;
    std::int64_t ordinal = 0;
    std::int64_t statement = 0;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places;
  for (const std::int64_t member : reached) {
    place_.bind(member);
    if (place_.step()) places.push_back({std::string(place_.text(0)), place_.integer(1), member});
    place_.reset();
  }
  std::sort(places.begin(), places.end());

  std::unordered_map<std::int64_t, std::uint32_t> index;
  std::vector<std::uint32_t> article_of;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    index[places[i].statement] = i;
    article_of.push_back(i > 0 && places[i].article == places[i - 1].article ? article_of.back() : i);
  }
  std::vector<MemberTie> ties;
  for (const auto& [a, b, score] : tied) {
    if (index.contains(a) && index.contains(b)) ties.push_back({index[a], index[b], score});
  }
  const std::vector<std::uint32_t> groups = group_reports(article_of, std::move(ties));
  std::vector<std::shared_ptr<UtteranceMembers>> made(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    auto& members = made[groups[i]];
    if (!members) {
      members = std::make_shared<UtteranceMembers>();
      members->id = fmt::format("{}-u{}", places[i].article, places[i].ordinal);
    }
    members->statements.push_back(places[i].statement);
    known_[places[i].statement] = members;
  }
  // A damaged file may tie a statement that it does not hold.
  known_.try_emplace(statement, std::make_shared<UtteranceMembers>());
}

}  // namespace onrecord::ledger
