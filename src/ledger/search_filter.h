// What a search's filter lets pass, asked of one statement after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/queries.h"

namespace onrecord::ledger {

class SearchSieve {
 public:
  // Throws Failure where an id of the filter's speakers leads to nothing. `related`: see SharedTurns::Held.
  SearchSieve(Snapshot& snapshot, const SearchFilter& filter, std::optional<std::vector<std::int64_t>> related);

  bool passes(std::int64_t statement);
  // The names that the filter's speakers bear alone; nothing where it names none, or where a name is not one's alone.
  const std::optional<std::vector<std::int64_t>>& names() const { return names_; }
  // The statements that may pass, sorted, where the filter lists them (speakers by their rows, relations).
  const std::optional<std::vector<std::int64_t>>& listed() const { return listed_; }
  // The outlets' articles.
  bool has_article(std::int64_t article) const { return !of_outlet_ || of_outlet_->contains(article); }
  // ISO days; empty where open.
  const std::string& since() const { return since_; }
  const std::string& until() const { return until_; }

 private:
  Query place_;
  std::optional<std::vector<std::int64_t>> names_, listed_;
  std::optional<std::unordered_set<std::int64_t>> named_, of_outlet_;
  std::string form_, since_, until_;
};

}  // namespace onrecord::ledger
