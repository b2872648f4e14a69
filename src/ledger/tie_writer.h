// Ties each new statement to the statements of other articles that it is a report of the same saying as, or that it is
// about. Compared are only statements that share a key, so one article costs what it has in common with others, not
// what the ledger holds.
//
// The result is a function of the set of articles (invariant 6). A tie counts exactly when its two statements share a
// key that at most `too_common` statements bear. A key can only become too common, never rare again; when it does, the
// ties that no other key carries are withdrawn by a row of their own.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ledger/record_reader.h"
#include "ledger/sqlite.h"
#include "relate/across.h"

namespace onrecord::ledger {

inline constexpr std::size_t too_common = 256;

// Articles lately compared with, decoded, with the reports made from them; the one used longest ago goes first.
class ReportCache {
 public:
  explicit ReportCache(const Database& database);
  struct Entry {
    StoredRecord stored;
    std::vector<std::unique_ptr<Report>> reports;  // one per statement, made when first asked for
  };
  struct Found {
    std::shared_ptr<Entry> entry;  // keeps the report alive
    std::size_t index = 0;
    const Report* report = nullptr;
    std::string id() const { return statement_id(entry->stored.handle, index); }
  };
  Found find(std::int64_t statement);
  std::shared_ptr<Entry> article(std::int64_t number);
  // What a rolled-back transaction has put here is not in the ledger.
  void clear();

 private:
  static constexpr std::size_t capacity = 1024;
  RecordReader reader_;
  Query article_of_;
  std::list<std::shared_ptr<Entry>> recent_;
  std::unordered_map<std::int64_t, std::list<std::shared_ptr<Entry>>::iterator> where_;
};

class TieWriter {
 public:
  explicit TieWriter(const Database& database);

  // Ties the statements of articles that were inserted in this transaction, to each other and to all before.
  void tie(const std::vector<std::int64_t>& articles);
  void forget() { cache_.clear(); }

 private:
  using Statements = std::vector<std::int64_t>;
  using KeyedStatements = std::vector<std::pair<std::int64_t, std::int64_t>>;  // key, statement
  using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

  // One table of keys.
  struct KeyTable {
    KeyTable(const Database& database, const std::string& table);
    Statements statements(std::int64_t key);  // at most too_common + 1
    void insert(std::int64_t key, std::int64_t statement);
    bool rare(std::int64_t key);
    Query of_key, add;
    std::unordered_map<std::int64_t, bool> known_rare;  // while nothing is inserted
  };

  void tie_utterances(const KeyedStatements& fresh);
  void tie_relations(const KeyedStatements& fresh_acting, const KeyedStatements& fresh_target);
  void compare_utterances(Pairs& pairs);
  void compare_relations(Pairs& pairs);
  // What the ties among `statements` of each key that has just become too common still rest on.
  struct Sides {
    Statements acting, target;
  };
  void withdraw_utterances(const std::vector<Statements>& crossed);
  void withdraw_relations(const std::vector<Sides>& crossed);

  ReportCache cache_;
  KeyTable utterance_, acting_, target_;
  Query add_tie_, add_relation_, ties_of_, relations_of_, withdraw_;
};

}  // namespace onrecord::ledger
