#include "ledger/known_words.h"

#include <algorithm>

namespace onrecord::ledger {

namespace {

// So many numbers (8 bytes each) and lists are kept; then all are forgotten. They can be read again.
constexpr std::size_t most_numbers = 4'000'000;
constexpr std::size_t most_lists = 4'000;

std::vector<std::int64_t> read(const Database& database, const std::string& match, std::int64_t behind,
                               std::int64_t limit) {
  Query query = database.query(
      "SELECT rowid FROM statement_search WHERE statement_search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?");
  query.bind(std::string_view(match)).bind(behind).bind(limit);
  std::vector<std::int64_t> numbers;
  while (query.step()) numbers.push_back(query.integer(0));
  return numbers;
}

}  // namespace

KnownWords::Numbers KnownWords::all(const Database& database, const std::string& match) {
  const std::int64_t last = database.number("SELECT coalesce(max(number), 0) FROM statement");
  Kept known = kept(match);
  if (known.numbers && known.last == last) return known.numbers;
  if (known.numbers && known.last > last) {
    const auto end = std::ranges::upper_bound(*known.numbers, last);
    return std::make_shared<const std::vector<std::int64_t>>(known.numbers->begin(), end);
  }
  std::vector<std::int64_t> numbers = read(database, match, known.numbers ? known.last : 0, -1);
  if (known.numbers) numbers.insert(numbers.begin(), known.numbers->begin(), known.numbers->end());
  known = {last, 0, std::make_shared<const std::vector<std::int64_t>>(std::move(numbers))};
  keep(match, known);
  return known.numbers;
}

KnownWords::Numbers KnownWords::some(const Database& database, const std::string& match, std::int64_t most) {
  const Kept known = kept(match);
  if (known.numbers) return all(database, match);
  if (known.at_least > most) return nullptr;
  std::vector<std::int64_t> numbers = read(database, match, 0, most + 1);
  const std::int64_t last = database.number("SELECT coalesce(max(number), 0) FROM statement");
  const bool whole = static_cast<std::int64_t>(numbers.size()) <= most;
  const Kept found{last, most + 1,
                   whole ? std::make_shared<const std::vector<std::int64_t>>(std::move(numbers)) : nullptr};
  keep(match, found);
  return found.numbers;
}

KnownWords::Kept KnownWords::kept(const std::string& match) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(match);
  return found == kept_.end() ? Kept{} : found->second;
}

void KnownWords::keep(const std::string& match, const Kept& one) {
  const std::lock_guard lock(mutex_);
  const std::size_t size = one.numbers ? one.numbers->size() : 0;
  if (size_ + size > most_numbers || kept_.size() >= most_lists) {
    kept_.clear();
    size_ = 0;
  }
  Kept& place = kept_[match];
  if (place.last > one.last) return;  // of a later state
  size_ -= place.numbers ? place.numbers->size() : 0;
  size_ += size;
  place = one;
}

}  // namespace onrecord::ledger
