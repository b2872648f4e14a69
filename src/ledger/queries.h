// The questions, one a file, each asked of one state of the ledger. All throw Failure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/snapshot.h"

namespace onrecord::ledger {

// A turn with what places it in time: the day and last day that it was said, else published, and its article's day.
struct PlacedTurn {
  Snapshot::United united;
  std::string id, day, last_day, published;
};
// Everybody's changes, kept between questions until another connection commits: to unite them is most of the work.
struct KeptChanges {
  std::int64_t version = -1;  // PRAGMA data_version
  bool candidates = false;
  std::vector<PlacedTurn> turns;
};

ChangesFound changes(Snapshot& snapshot, const ChangeFilter& filter, KeptChanges& kept);
std::vector<Turn> candidates(Snapshot& snapshot, std::size_t limit);
Timeline timeline(Snapshot& snapshot, const std::vector<std::string>& speakers, std::string_view about);
SpeakerRecord speaker(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter);
std::vector<LedgerStatement> search(Snapshot& snapshot, std::string_view words, const SearchFilter& filter);
Shown show(Snapshot& snapshot, std::string_view id);
// The earliest first, each by its earliest report.
void put_in_order(std::vector<Utterance>& utterances);
Counts counts(const Database& database);
std::vector<OutletCounts> outlets(const Database& database);
void check(Snapshot& snapshot, const std::function<void(const Violation&)>& sink);

// The rows that all these speakers stand for, as a JSON list for json_each. Throws Failure where an id leads to
// nothing.
std::string speaker_rows(Snapshot& snapshot, const std::vector<std::string>& speakers);

// A person's words as an FTS5 query that finds statements with all of them in `columns` ("content", or "content speaker
// cue"). Each word is quoted, so nothing in it is syntax. Empty where there is no word in them.
std::string match_of(std::string_view words, std::string_view columns);

// SQL that is true of a statement `s` of article `a` that was said (or else published) between the ISO days bound as ?N
// and ?N+1; a null bound is open. A month counts where any day of it does, in the statement and in the bounds.
std::string between_days(int first_parameter);
// The same of ISO days that are known already: of a statement's first and last day; an empty bound is open.
bool between(std::string_view first, std::string_view last, std::string_view since, std::string_view until);
std::optional<std::string> iso_or_nothing(const std::optional<Date>& date);

}  // namespace onrecord::ledger
