#include <ctime>

#include "ledger/invariants.h"
#include "ledger/keys.h"
#include "ledger/ledger.h"
#include "ledger/opening.h"
#include "ledger/reading_state.h"
#include "ledger/record_writer.h"
#include "ledger/tie_writer.h"
#include "ledger/verdict_writer.h"
#include "ledger/writer_lock.h"

namespace onrecord {

using namespace ledger;

struct LedgerWriter::State {
  State(const std::string& path, std::chrono::milliseconds wait)
      : lock(path, wait),
        database(open_to_write(path)),
        records(database),
        ties(database),
        verdicts(database, records) {}

  Receipt add(const Record& record, std::vector<std::int64_t>& added);

  WriterLock lock;  // first in, last out
  Database database;
  RecordWriter records;
  TieWriter ties;
  VerdictWriter verdicts;
};

LedgerWriter::LedgerWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
LedgerWriter::LedgerWriter(LedgerWriter&&) noexcept = default;
LedgerWriter& LedgerWriter::operator=(LedgerWriter&&) noexcept = default;
LedgerWriter::~LedgerWriter() = default;

Result<LedgerWriter> LedgerWriter::open(const std::string& path, std::chrono::milliseconds wait) {
  return at_door([&] {
    refuse_foreign(path);
    return LedgerWriter(std::make_unique<State>(path, wait));
  });
}

Receipt LedgerWriter::State::add(const Record& record, std::vector<std::int64_t>& added) {
  const std::string key = article_key(record.article);
  const std::string handle = handle_of(key);
  std::optional<std::string> broken;
  each_violation(record, handle, [&](std::string what) {
    if (!broken) broken = std::move(what);
  });
  const std::string& path = record.article.path;
  if (broken)
    return {Receipt::Outcome::refused, "", Error{path, 0, *broken, "report it: this is a mistake of onrecord"}};
  const auto there = records.find(handle);
  if (there && *there != key) {
    return {Receipt::Outcome::refused, "",
            Error{path, 0, "its key begins like that of article " + handle, "keep it in a ledger of its own"}};
  }
  if (there) return {Receipt::Outcome::known, handle, std::nullopt};
  added.push_back(records.insert(record, key).article);
  return {Receipt::Outcome::added, handle, std::nullopt};
}

Result<std::vector<Receipt>> LedgerWriter::add(std::span<const Record> batch) {
  return add(batch, [](std::span<const Receipt>) { return Bookkeeping(); });
}

Result<std::vector<Receipt>> LedgerWriter::add(std::span<const Record> batch,
                                               const std::function<Bookkeeping(std::span<const Receipt>)>& keep) {
  auto receipts = at_door([&] {
    Transaction transaction(state_->database, Access::write);
    std::vector<Receipt> made;
    std::vector<std::int64_t> added;
    for (const Record& record : batch) made.push_back(state_->add(record, added));
    state_->ties.tie(added);
    ledger::keep(state_->database, keep(made));
    transaction.commit();
    return made;
  });
  if (!receipts) state_->ties.forget();
  return receipts;
}

Result<std::optional<ReadingState>> LedgerWriter::reading(ReadingKind kind, const std::string& name) const {
  return at_door([&] { return reading_state(state_->database, kind, name); });
}

Result<std::vector<ReadingState>> LedgerWriter::due(ReadingKind kind, std::size_t limit) const {
  return at_door([&] { return due_states(state_->database, kind, limit); });
}

Result<std::vector<Revision>> LedgerWriter::revisions(const std::string& article) const {
  return at_door([&] { return revisions_of(state_->database, article); });
}

Result<Verdict> LedgerWriter::judge(std::string_view turn, Judgement judgement, std::string_view by,
                                    std::string_view note) {
  const VerdictKind kind = judgement == Judgement::rejected ? VerdictKind::reject : VerdictKind::confirm;
  return at_door([&] { return state_->verdicts.write(kind, turn, "", by, note); });
}

Result<Verdict> LedgerWriter::same_speaker(std::string_view one, std::string_view other, std::string_view by,
                                           std::string_view note) {
  return at_door([&] { return state_->verdicts.write(VerdictKind::same_speaker, one, other, by, note); });
}

Result<Verdict> LedgerWriter::different_speakers(std::string_view one, std::string_view other, std::string_view by,
                                                 std::string_view note) {
  return at_door([&] { return state_->verdicts.write(VerdictKind::different_speakers, one, other, by, note); });
}

}  // namespace onrecord
