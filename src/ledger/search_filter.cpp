#include "ledger/search_filter.h"

#include <algorithm>
#include <iterator>

#include "text/text.h"

namespace onrecord::ledger {

namespace {

// The articles of the outlets that bear this name in any case.
std::unordered_set<std::int64_t> articles_of(const Database& database, const std::string& name) {
  std::unordered_set<std::int64_t> articles;
  if (first_invalid_utf8(name) != name.size()) return articles;
  const std::string wanted = lower(name);
  Query outlets = database.query("SELECT outlet FROM outlet_tally WHERE outlet <> ''");
  Query of_one = database.query("SELECT number FROM article WHERE outlet = ?");
  while (outlets.step()) {
    const std::string_view outlet = outlets.text(0);
    if (first_invalid_utf8(outlet) != outlet.size() || lower(outlet) != wanted) continue;
    of_one.bind(outlet);
    while (of_one.step()) articles.insert(of_one.integer(0));
    of_one.reset();
  }
  return articles;
}

std::vector<std::int64_t> statements_of(Snapshot& snapshot, const std::vector<std::string>& speakers) {
  Query query = snapshot.database.query(
      "SELECT number FROM statement WHERE speaker IN (SELECT value FROM json_each(?)) ORDER BY number");
  const std::string rows = speaker_rows(snapshot, speakers);
  query.bind(std::string_view(rows));
  std::vector<std::int64_t> statements;
  while (query.step()) statements.push_back(query.integer(0));
  return statements;
}

}  // namespace

SearchSieve::SearchSieve(Snapshot& snapshot, const SearchFilter& filter,
                         std::optional<std::vector<std::int64_t>> related)
    : place_(snapshot.database.query(
          "SELECT article, named, form, coalesce(first, ''), coalesce(last, first, '') FROM statement_place "
          "WHERE statement = ?")),
      listed_(std::move(related)),
      since_(iso_or_nothing(filter.since).value_or("")),
      until_(iso_or_nothing(filter.until).value_or("")) {
  if (filter.form) form_ = onrecord::to_text(*filter.form);
  if (filter.outlet) of_outlet_ = articles_of(snapshot.database, *filter.outlet);
  if (filter.speakers.empty()) return;
  names_.emplace();
  for (const std::string& speaker : filter.speakers) {
    const auto whole = snapshot.speakers.whole_names(speaker);
    if (!whole) {
      names_.reset();
      break;
    }
    names_->insert(names_->end(), whole->begin(), whole->end());
  }
  if (names_) {
    named_.emplace(names_->begin(), names_->end());
    return;
  }
  std::vector<std::int64_t> theirs = statements_of(snapshot, filter.speakers);
  if (listed_) {
    std::vector<std::int64_t> both;
    std::ranges::set_intersection(theirs, *listed_, std::back_inserter(both));
    theirs = std::move(both);
  }
  listed_ = std::move(theirs);
}

bool SearchSieve::passes(std::int64_t statement) {
  if (listed_ && !std::ranges::binary_search(*listed_, statement)) return false;
  place_.bind(statement);
  const bool passes = place_.step() && has_article(place_.integer(0)) &&
                      (!named_ || (!place_.is_null(1) && named_->contains(place_.integer(1)))) &&
                      (form_.empty() || place_.text(2) == form_) &&
                      between(place_.text(3), place_.text(4), since_, until_);
  place_.reset();
  return passes;
}

}  // namespace onrecord::ledger
