// All relations of a ledger with what places, filters and unites them. To unite them is most of the work of a question
// about changes, so it is done once for all readers of a program and brought up to date with the rows that came since;
// what it then holds is what reading all rows anew would give.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/snapshot.h"

namespace onrecord::ledger {

// Where a statement stands: its speaker's row and that row's name (named.number), 0 where unknown, and the day and last
// day on which it was said, else published; empty where unknown.
struct StatementPlace {
  std::int64_t speaker = 0, named = 0;
  bool merges = false;  // all who bear the name are one
  std::string day, last_day, published;
};

struct IndexedTurn {
  NamedTurn turn;
  StatementPlace from, to;
  bool withdrawn = false;
};

// A turn for all that it stands for. `turn` is an index into TurnIndex::turns.
struct PlacedTurn {
  std::size_t turn = 0;
  std::vector<std::int64_t> acting;
};

class TurnIndex {
 public:
  // Reads what `snapshot` has and the index has not. The snapshot must not be older than the index. On a Failure the
  // index is empty.
  void update(Snapshot& snapshot);
  // The state of the ledger that it holds (ledger_state); below 0 where it holds none.
  std::int64_t state() const { return state_; }

  // In the order of their rows.
  const std::vector<IndexedTurn>& turns() const { return turns_; }
  // Reported turns, newest first; what has no known day comes last.
  const std::vector<PlacedTurn>& united() const { return united_; }
  // Where in united() somebody of this name (named.number), or of this row of speaker, acts or is acted on; sorted.
  const std::vector<std::size_t>& of_named(std::int64_t named) const;
  const std::vector<std::size_t>& of_speaker(std::int64_t speaker) const;
  // Those of the turns at `places`, united and in the same order; without those that a person rejected.
  std::vector<PlacedTurn> unite_some(const std::vector<std::size_t>& places, const Snapshot& snapshot) const;

 private:
  struct Read {  // the last rows that were read
    std::int64_t relation = 0, across = 0, tie = 0, withdrawal = 0;
  };
  void read_rows(Snapshot& snapshot);
  void withdraw(Snapshot& snapshot, std::set<std::int64_t>& moved);
  void regroup(Snapshot& snapshot, const std::set<std::int64_t>& moved);
  void list_speakers();

  std::int64_t state_ = -1;
  Read read_;
  std::vector<IndexedTurn> turns_;
  std::unordered_map<std::int64_t, std::size_t> across_;                   // by row
  std::unordered_map<std::int64_t, std::vector<std::size_t>> statements_;  // the turns that each stands in
  std::vector<PlacedTurn> united_;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> named_, speakers_;  // of_named, of_speaker
};

// The index that readers of one ledger share. `lock` is held as long as the index is read.
class SharedTurns {
 public:
  struct Held {
    std::shared_lock<std::shared_mutex> lock;
    const TurnIndex* index = nullptr;
  };
  // Nothing where the index is of a later state than the snapshot: ask again with a fresh one.
  std::optional<Held> at(Snapshot& snapshot);

 private:
  std::shared_mutex mutex_;
  TurnIndex index_;
};

}  // namespace onrecord::ledger
