// Who is one across articles. Worked out when asked, from the rows and the verdicts, so that it is a function of the
// set:
//   - speakers that merge (keys.h) are one with all of the same name and kind;
//   - "the same" joins the groups of the two that it names;
//   - "not the same" parts them: of a group that holds both, the others go with the one whose roles they share most
//   words
//     with, else with the first that was named.
// A later verdict on the same two overrules the earlier one; where verdicts contradict each other through third
// speakers, "not the same" wins.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

class SpeakerIndex {
 public:
  SpeakerIndex(const Database& database, const std::vector<Verdict>& verdicts);

  // The ledger-wide speaker that row `number` belongs to.
  LedgerSpeaker of(std::int64_t number);
  // The rows that `id` stands for, in no order; none where it leads to nothing.
  std::vector<std::int64_t> members(std::string_view id);
  SpeakerMatches find(std::string_view name);
  SpeakerMatch match(const LedgerSpeaker& speaker);
  // Every form of the name that the rows use, the most frequent first.
  std::vector<std::string> names_of(const std::vector<std::int64_t>& numbers) const;

 private:
  struct Row {
    std::int64_t number = 0;
    std::string handle, name, name_key, kind;
    bool merges = false;
  };
  using NameAndKind = std::pair<std::string, std::string>;

  std::vector<Row> rows(Query& query) const;
  std::vector<Row> bearers(const NameAndKind& name, bool merging);
  void judge(const std::vector<Verdict>& verdicts);
  LedgerSpeaker plain(const Row& row);
  void add_bearers(const NameAndKind& name, std::vector<LedgerSpeaker>& found);

  const Database& database_;
  Query by_number_, by_handle_, bearers_, smallest_, name_of_, count_;
  std::map<NameAndKind, LedgerSpeaker> plain_;            // asked before
  std::unordered_map<std::int64_t, std::size_t> judged_;  // row to group
  struct Group {
    LedgerSpeaker speaker;
    std::vector<std::int64_t> members;
  };
  std::vector<Group> groups_;
};

}  // namespace onrecord::ledger
