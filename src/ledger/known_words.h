// Which statements have the words that were asked for, kept for all readers of one ledger: the lists of common words
// are long to read, and asked for often. The full-text index only grows by statements with higher numbers, so a list is
// brought up to date by what came behind it, and an earlier state has its beginning.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

// May be used by many threads at once, each with a database of its own in a transaction. All throw Failure.
class KnownWords {
 public:
  using Numbers = std::shared_ptr<const std::vector<std::int64_t>>;

  // The statements that `match` (match_of) finds, in order.
  Numbers all(const Database& database, const std::string& match);
  // The same where it was asked for before, or where they are `most` at most; else nothing, after reading `most`.
  Numbers some(const Database& database, const std::string& match, std::int64_t most);

 private:
  struct Kept {
    std::int64_t last = 0;      // the last statement of the ledger that was read
    std::int64_t at_least = 0;  // so many have the words, where `numbers` is not known
    Numbers numbers;
  };
  Kept kept(const std::string& match);
  void keep(const std::string& match, const Kept& one);

  std::mutex mutex_;
  std::map<std::string, Kept, std::less<>> kept_;
  std::size_t size_ = 0;  // numbers in all lists, more or less
};

}  // namespace onrecord::ledger
