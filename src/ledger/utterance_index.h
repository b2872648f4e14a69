// Which statements report one act of saying: group_reports over the ties that still count. Worked out around the
// statements that are asked for, never for the whole ledger.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

struct UtteranceMembers {
  std::string id;                        // "…-u3", of the smallest member
  std::vector<std::int64_t> statements;  // by their ledger ids
};

class UtteranceIndex {
 public:
  explicit UtteranceIndex(const Database& database);

  std::shared_ptr<const UtteranceMembers> of(std::int64_t statement);
  // All statements that ties lead to from this one, itself included: those whose groups depend on each other.
  std::set<std::int64_t> around(std::int64_t statement);

 private:
  struct Neighbour {
    std::int64_t statement = 0;
    float score = 0.0f;
  };
  std::vector<Neighbour> neighbours(std::int64_t statement);
  struct Tied {
    std::int64_t a = 0, b = 0;
    float score = 0.0f;
  };
  std::set<std::int64_t> reach(std::int64_t statement, std::vector<Tied>& tied);
  // Groups all statements that ties lead to from `statement`, and keeps the groups in `known_`.
  void group_around(std::int64_t statement);

  Query neighbours_, place_;
  std::unordered_map<std::int64_t, std::shared_ptr<const UtteranceMembers>> known_;
};

}  // namespace onrecord::ledger
