// What was worked out about names, kept for all readers of one ledger: to tell which forms of a name are one person's
// takes many rows, and every answer asks it of the same few hundred names. An article makes few names forgotten: its
// speakers', all that sound like them, and those whose last name, or whose common first name, is in one of its new
// names.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

using NameAndKind = std::pair<std::string, std::string>;  // speaker.name_key and speaker.kind

// One form of a person's name, or an organisation's only one.
struct FormOfName {
  std::int64_t named = 0;  // named.number
  std::string name_key;
  std::int64_t bearers = 0;
};
using NameForms = std::vector<FormOfName>;  // the most frequent first, then by name

// Of those who merge under a name.
struct KnownName {
  NameForms forms;              // all forms of the name
  std::set<std::string> lasts;  // last names of all forms that sound like it: families of the name decide, too
  // Rows of `speaker`, by person, where those who bear the name are several (namesakes.h); else none.
  std::vector<std::vector<std::int64_t>> people;
  std::string first;  // how the first name sounds, where it decided on that; else empty
  std::optional<LedgerSpeaker> speaker;
  struct Counted {
    std::size_t statements = 0, articles = 0;
  };
  std::optional<Counted> counted;
};

// May be used by many threads at once. Every call tells the state (ledger_state) of the caller's snapshot: nothing is
// told to, or taken from, one of another state.
class KnownNames {
 public:
  // Brings what is kept up to the state of `database`'s open transaction, where that is later. Throws Failure.
  void update(const Database& database, std::int64_t state);
  std::optional<KnownName> find(std::int64_t state, const NameAndKind& name);
  void keep(std::int64_t state, const NameAndKind& name, const KnownName& known);

 private:
  void forget(const Database& database);

  std::mutex mutex_;
  std::int64_t state_ = -1;
  std::int64_t speaker_ = 0, named_ = 0;  // the last rows that were read
  std::map<NameAndKind, KnownName> names_;
};

}  // namespace onrecord::ledger
