// Which statements report one act of saying: the connected components of the ties that still count. Worked out around
// the statements that are asked for, never for the whole ledger.
#pragma once

#include <cstdint>
#include <memory>
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

 private:
  std::vector<std::int64_t> neighbours(std::int64_t statement);

  Query neighbours_, place_;
  std::unordered_map<std::int64_t, std::shared_ptr<const UtteranceMembers>> known_;
};

}  // namespace onrecord::ledger
