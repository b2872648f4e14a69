// Who is one across articles. Worked out when asked, from the rows and the verdicts, so that it is a function of the
// set:
//   - speakers that merge (keys.h) are one with all of the same name and kind, persons with all whose form of the name
//     is the same person's (name_forms.h), but for namesakes of a common name (namesakes.h);
//   - "the same" joins the groups of the two that it names;
//   - "not the same" parts them: of a group that holds both, the others go with the one whose roles they share most
//     words with, else with the first that was named.
// A later verdict on the same two overrules the earlier one; where verdicts contradict each other through third
// speakers, "not the same" wins.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/known_names.h"
#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

class SpeakerIndex {
 public:
  // `shared`: what readers of this ledger know of its names, read and added to; outlives this.
  SpeakerIndex(const Database& database, const std::vector<Verdict>& verdicts, KnownNames& shared);

  // The ledger-wide speaker that row `number` belongs to.
  LedgerSpeaker of(std::int64_t number);
  // The speaker that `id` leads to; nothing where it leads to nothing.
  std::optional<LedgerSpeaker> speaker_of_id(std::string_view id);
  // The rows that `id` stands for, in no order; none where it leads to nothing.
  std::vector<std::int64_t> members(std::string_view id);
  // Of the first fifty matches with their roles; of the others without.
  SpeakerMatches find(std::string_view name);
  SpeakerMatch match(const LedgerSpeaker& speaker);
  // The rows of `named` whose speakers are exactly those that `id` stands for, the most frequent first; nothing where
  // verdicts say otherwise or the id stands for one speaker of many.
  std::optional<std::vector<std::int64_t>> whole_names(std::string_view id);
  // Every form of the name that the speaker of `id` bears, the most frequent first.
  std::vector<std::string> forms_of(std::string_view id);
  // Every form of the name that the rows use, the most frequent first.
  std::vector<std::string> names_of(const std::vector<std::int64_t>& numbers) const;

 private:
  struct Row {
    std::int64_t number = 0;
    std::string handle, name, name_key, kind;
    bool merges = false;
  };
  std::vector<Row> rows(Query& query) const;
  std::vector<Row> bearers(const NameAndKind& name, bool merging, std::int64_t limit = -1);
  // Those that merge under `name`; without forms where nobody bears it.
  KnownName& known(const NameAndKind& name);
  // Tells the other readers what is known of `name` by now.
  void share(const NameAndKind& name);
  const NameForms& forms(const NameAndKind& name) { return known(name).forms; }
  void read_forms(const NameAndKind& name, KnownName& into);
  NameForms forms_of_sound(const std::string& sound, std::int64_t among, std::set<std::string>& lasts);
  void count(SpeakerMatch& match);
  KnownName::Counted counted(const std::vector<std::int64_t>& named);
  // In how many articles somebody speaks under this row of `named` and somebody under one of the others.
  std::size_t articles_with_both(std::int64_t form, const std::vector<std::int64_t>& others);
  void add_roles(SpeakerMatch& match);
  void judge(const std::vector<Verdict>& verdicts);
  LedgerSpeaker plain(const Row& row);
  // The rows of the person whom row `number` is, where several bear the name; else null. Of known().people.
  static const std::vector<std::int64_t>* person_of(const KnownName& name, std::int64_t number);
  Row row_of(std::int64_t number);
  void add_bearers(const NameAndKind& name, std::vector<LedgerSpeaker>& found);
  // What a name_key that was asked for may mean: what bears it whole, else people by their last name, else people by
  // any of their names, else whatever has these words in its name.
  struct NamesMeant {
    NameMatch by = NameMatch::nothing;
    std::vector<NameAndKind> names;
  };
  NamesMeant names_meant(const std::string& key);

  const Database& database_;
  Query by_number_, by_handle_, bearers_, smallest_, named_, tally_, count_;
  KnownNames& shared_;
  std::int64_t state_;                                    // of the ledger, as `shared_` counts it
  std::map<NameAndKind, KnownName> known_;                // asked before
  std::unordered_map<std::int64_t, std::size_t> judged_;  // row to group
  std::set<NameAndKind> judged_names_;                    // that bear a row of judged_
  struct Group {
    LedgerSpeaker speaker;
    std::vector<std::int64_t> members;
  };
  std::vector<Group> groups_;
};

}  // namespace onrecord::ledger
