// The questions, one a file, each asked of one state of the ledger. All throw Failure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/turn_index.h"

namespace onrecord::ledger {

// Gives `turns` up as soon as it has what it needs of them.
ChangesFound changes(Snapshot& snapshot, const ChangeFilter& filter, SharedTurns::Held turns);
std::vector<Turn> candidates(Snapshot& snapshot, std::size_t limit);
Timeline timeline(Snapshot& snapshot, const std::vector<std::string>& speakers, std::string_view about);
SpeakerRecord speaker(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter, SharedTurns::Held turns);
// `related`: the statements that the filter's relations let pass, sorted; nothing where it names none.
std::vector<LedgerStatement> search(Snapshot& snapshot, std::string_view words, const SearchFilter& filter,
                                    std::optional<std::vector<std::int64_t>> related);
std::vector<std::int64_t> related(const TurnIndex& index, const SearchFilter& filter);
std::vector<Dealing> dealings(Snapshot& snapshot, std::string_view speaker, const SharedTurns::Held& turns);
Shown show(Snapshot& snapshot, std::string_view id);
// The earliest first, each by its earliest report.
void put_in_order(std::vector<Utterance>& utterances);
Counts counts(const Database& database);
std::vector<OutletCounts> outlets(const Database& database);
void check(Snapshot& snapshot, const std::function<void(const Violation&)>& sink);

// What the ledger has come to: grows with every article and verdict, and with nothing else.
std::int64_t ledger_state(const Database& database);

// A row of relation or across_relation as TurnKind, number, type, from, to and confidence. Throws Failure where it is
// damaged.
TurnRow turn_row(const Query& query, const std::string& path);

// The rows that all these speakers stand for, as a JSON list for json_each. Throws Failure where an id leads to
// nothing.
std::string speaker_rows(Snapshot& snapshot, const std::vector<std::string>& speakers);

// Whether a statement is one of these speakers', by the names that they bear alone, or else by their rows.
class Whose {
 public:
  // Throws Failure where an id leads to nothing.
  Whose(Snapshot& snapshot, const std::vector<std::string>& speakers);
  bool has(const StatementPlace& place) const { return named_.contains(place.named) || rows_.contains(place.speaker); }
  // Where in index.united() any of them acts or is acted on; sorted.
  std::vector<std::size_t> united(const TurnIndex& index) const;

 private:
  std::unordered_set<std::int64_t> named_, rows_;
};

// A person's words as an FTS5 query that finds statements with all of them in `columns` ("content", or "content speaker
// cue"). Each word is quoted, so nothing in it is syntax. Empty where there is no word in them.
std::string match_of(std::string_view words, std::string_view columns);

// Whether a statement that was said, or else published, between the ISO days `first` and `last` was so between `since`
// and `until`; an empty bound is open. A month counts where any day of it does, in the statement and in the bounds.
bool between(std::string_view first, std::string_view last, std::string_view since, std::string_view until);
std::optional<std::string> iso_or_nothing(const std::optional<Date>& date);

}  // namespace onrecord::ledger
