// `ledger`: the append-only record, one SQLite file (docs/ledger.md). Adding and asking are two classes because they
// are two roles: one writer, which alone check-points, and any number of readers, which see whole batches or nothing.
//
// What it answers is a function of the set of articles (and of the verdicts in their order), never of the order, the
// batches or the threads they came by. Two articles that bear one own id but differ are two versions: both stay, both
// are exported; no reading time decides between them.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/bookkeeping.h"
#include "ledger/views.h"
#include "onrecord/record.h"
#include "onrecord/result.h"

namespace onrecord {

// What became of one record of a batch, in the order given.
struct Receipt {
  enum class Outcome : std::uint8_t { added, known, refused };
  Outcome outcome = Outcome::added;
  std::string article;         // ledger id; empty where refused
  std::optional<Error> error;  // why it was refused: spans outside the text and the like
};

// Appends. Move-only, used by one thread at a time; owns the file's connection and the writers' lock until destroyed.
class LedgerWriter {
 public:
  // Opens the ledger at `path`, makes it where there is none, and brings an older one up to date. Waits up to `wait`
  // for another writer to finish. Fails, changing nothing, on a foreign, damaged or newer file and where the disk
  // refuses.
  static Result<LedgerWriter> open(const std::string& path, std::chrono::milliseconds wait = std::chrono::seconds(10));

  LedgerWriter(LedgerWriter&&) noexcept;
  LedgerWriter& operator=(LedgerWriter&&) noexcept;
  ~LedgerWriter();

  // One transaction: when it returns receipts, the batch is on disk whole; on an Error nothing of it is. An article
  // that the ledger has is left as it is. About 64 records a batch are quick and small.
  Result<std::vector<Receipt>> add(std::span<const Record> batch);
  // The same, and in the same transaction what `keep` makes of the receipts. `keep` must not call the writer.
  Result<std::vector<Receipt>> add(std::span<const Record> batch,
                                   const std::function<Bookkeeping(std::span<const Receipt>)>& keep);

  // Where reading of a source stands; nothing where none was kept.
  Result<std::optional<ReadingState>> reading(ReadingKind kind, const std::string& name) const;
  // Those with something to do, the earliest due first, at most `limit`.
  Result<std::vector<ReadingState>> due(ReadingKind kind, std::size_t limit) const;
  // As LedgerReader::revisions.
  Result<std::vector<Revision>> revisions(const std::string& article) const;

  // A person's verdict, as a new row; an earlier one on the same thing stays and is overruled. Ids as in views.h; a
  // speaker may be given by the id of any member. Fails where an id leads to nothing.
  Result<Verdict> judge(std::string_view turn, Judgement judgement, std::string_view by, std::string_view note);
  Result<Verdict> same_speaker(std::string_view one, std::string_view other, std::string_view by,
                               std::string_view note);
  Result<Verdict> different_speakers(std::string_view one, std::string_view other, std::string_view by,
                                     std::string_view note);

 private:
  struct State;
  explicit LedgerWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct ChangeFilter {
  std::vector<std::string> speakers;  // ids; empty: everybody. Matches who acts
  std::optional<Date> since, until;   // by the day the later statement was said, else published; both days included
  bool candidates = false;            // with candidates, which nobody reported
  std::optional<RelationType> type;   // nothing: all
  float least = 0;                    // without what is less sure than this and confirmed by nobody
  std::size_t offset = 0, limit = static_cast<std::size_t>(-1);
};

// One page of changes, and how many there are in all.
struct ChangesFound {
  std::vector<Turn> turns;
  std::size_t total = 0;
};

// What a person is shown of one speaker.
struct SpeakerFilter {
  std::string about;                 // a person's words, as for timeline(); empty: everything
  std::optional<Date> since, until;  // by the day it was said, else published; both days included
  std::size_t offset = 0;            // counted in utterances from the latest
  std::size_t limit = 50;
};

struct SearchFilter {
  std::vector<std::string> speakers;  // ids; empty: everybody
  std::optional<std::string> outlet;  // whole name, in any case
  std::optional<Date> since, until;   // by the day it was said, else published; both days included
  std::optional<Form> form;
  std::optional<RelationType> does = {};    // only what does this to another statement
  std::optional<RelationType> became = {};  // only what another statement does this to
  std::size_t limit = 100;                  // so many are looked for
  std::size_t offset = 0;                   // and so many of them left out
};

// One thing that does not hold: "statement 3fa9c1d2e4b5a697-s3: its content ends behind the text".
using Violation = std::string;

// Asks. Move-only, used by one thread at a time; any number of them beside a writer. Every call sees one state of the
// ledger. All fail with an Error where the file is damaged or cannot be read.
class LedgerReader {
 public:
  // Fails where there is no ledger at `path`, and on a foreign, damaged or newer file.
  static Result<LedgerReader> open(const std::string& path);
  // Another reader of the same file, which shares with `other` what is worked out once for the whole ledger. The two
  // may be used by two threads at once.
  static Result<LedgerReader> open_beside(const LedgerReader& other);

  LedgerReader(LedgerReader&&) noexcept;
  LedgerReader& operator=(LedgerReader&&) noexcept;
  ~LedgerReader();

  // What the ledger has come to: another text after every article and every verdict, and after nothing else.
  Result<std::string> version() const;

  // Who is meant by a name as people type it ("lund", "Ada Lund") or by an id. Whole names win over parts of names.
  Result<SpeakerMatches> find_speakers(std::string_view name) const;

  // Who took back, clarified, denied or stood by what (all types but supports and responds), newest first. One entry
  // for each pair of utterances and type, however many articles report it.
  Result<std::vector<Turn>> changes(const ChangeFilter& filter) const;
  // The same, with how many there are before `offset` and `limit` cut a page out.
  Result<ChangesFound> changes_page(const ChangeFilter& filter) const;

  // Empty `about`: everything. `about` and `words` are a person's text: any bytes, never a query language. A word is
  // found with its plural or other ending as the stemmer knows it; all words must be found in one statement.
  Result<Timeline> timeline(const std::vector<std::string>& speakers, std::string_view about) const;
  // A page of one speaker's record, the latest utterances first to be asked for. Fails where the id leads to nothing.
  Result<SpeakerRecord> speaker(std::string_view id, const SpeakerFilter& filter) const;
  // With words the best first, or the latest first where more than 1,000 statements have them; without, what the
  // filter's speakers, outlet or relations have, the latest first.
  Result<std::vector<LedgerStatement>> search(std::string_view words, const SearchFilter& filter) const;

  // Any id of views.h, an article's own id, or the unambiguous beginning (at least 4 digits) of a ledger id.
  Result<Shown> show(std::string_view id) const;

  // The versions before and after an article, by its ledger id, in the order they were noticed.
  Result<std::vector<Revision>> revisions(const std::string& article) const;

  // What a person may review: candidates without a verdict, the surest first.
  Result<std::vector<Turn>> candidates(std::size_t limit) const;
  Result<std::vector<Verdict>> verdicts() const;

  // Every article in canonical order: by article.id, published day, key. One at a time; `sink` returns false to stop.
  Result<void> each_record(const std::function<bool(const LedgerRecord&)>& sink) const;

  Result<Counts> counts() const;
  // One row for each outlet, the one with most statements first.
  Result<std::vector<OutletCounts>> outlets() const;

  // Tests the ledger's invariants (docs/ledger.md). Reads everything; memory is bounded by one article.
  Result<void> check(const std::function<void(const Violation&)>& sink) const;

 private:
  struct State;
  explicit LedgerReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// What `merge` took over.
struct Merged {
  std::size_t added = 0, known = 0;  // articles
};

// Adds every article of `other` to `into`, as it was added there: ledgers that were made apart become the one that all
// their articles would have made. Verdicts stay where they were given. On an Error what went in before stays.
Result<Merged> merge(LedgerWriter& into, const LedgerReader& other);

}  // namespace onrecord
