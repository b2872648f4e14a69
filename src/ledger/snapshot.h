// One state of the ledger, and what questions share when they ask it: articles read once, speakers, utterances,
// verdicts, turns. Made for each question and dropped with it.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/known_names.h"
#include "ledger/known_words.h"
#include "ledger/record_reader.h"
#include "ledger/speaker_index.h"
#include "ledger/sqlite.h"
#include "ledger/united_turns.h"
#include "ledger/utterance_index.h"
#include "ledger/views.h"

namespace onrecord::ledger {

// What readers of one ledger share of earlier answers.
struct Known {
  KnownNames names;
  KnownWords words;
};

class Snapshot {
 public:
  // Reads and adds to `known`, which may be of its own.
  explicit Snapshot(const Database& database, std::shared_ptr<Known> known = std::make_shared<Known>());

  const Database& database;

 private:
  Transaction transaction_;  // before all that reads
  std::shared_ptr<Known> known_;

 public:
  std::vector<Verdict> verdicts;
  SpeakerIndex speakers;
  UtteranceIndex utterances;

  std::shared_ptr<const StoredRecord> article(std::int64_t number);
  std::shared_ptr<const StoredRecord> article_of(std::int64_t statement);

  LedgerStatement statement(std::int64_t number);
  std::shared_ptr<const LoneStatement> lone(std::int64_t statement);
  // See KnownWords.
  KnownWords& words() { return known_->words; }
  Turn turn(const TurnRow& row);
  Judgement judgement(const std::string& turn) const;
  std::string turn_id(const TurnRow& row);

  // The turns that act from, or on, any of `statements`, rejected ones and all.
  std::vector<TurnRow> turns_from(const std::vector<std::int64_t>& statements);
  std::vector<TurnRow> turns_to(const std::vector<std::int64_t>& statements);

  // The row with what unites it with others.
  NamedTurn named(const TurnRow& row);
  // Those that no person rejected, united (united_turns.h).
  struct United {
    TurnRow row;
    std::vector<std::int64_t> acting;
  };
  std::vector<United> unite(const std::vector<TurnRow>& rows);
  Turn turn(const United& united);

  Utterance utterance(const UtteranceMembers& members);
  // Whether any two of the reports quote different words.
  bool wording_differs(const std::vector<std::int64_t>& statements);
  LedgerRecord record(const StoredRecord& stored);

 private:
  void collect(Query& query, TurnKind kind, std::int64_t statement, std::vector<TurnRow>& rows);
  // The words that an inside relation mentions, and where.
  std::optional<Span> mention_span(const TurnRow& row);
  std::string mention_of(const TurnRow& row);

  RecordReader reader_;
  Query article_of_, inside_from_, inside_to_, across_from_, across_to_, across_row_, inside_row_, mention_, handle_;
  std::map<std::string, Judgement, std::less<>> judgements_;
  std::list<std::shared_ptr<const StoredRecord>> recent_;
  std::unordered_map<std::int64_t, std::list<std::shared_ptr<const StoredRecord>>::iterator> where_;
  std::unordered_map<std::int64_t, std::shared_ptr<const LoneStatement>> lone_;
};

// The day a statement stands at in time: when it was said, else published.
std::optional<Date> day_of(const LedgerStatement& statement);
// Earliest first, no known day last, then by id.
bool earlier(const LedgerStatement& a, const LedgerStatement& b);

}  // namespace onrecord::ledger
