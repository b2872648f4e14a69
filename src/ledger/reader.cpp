// The reading half of ledger.h.
#include "ledger/ledger.h"
#include "ledger/opening.h"
#include "ledger/queries.h"
#include "ledger/reading_state.h"
#include "ledger/verdict_writer.h"

namespace onrecord {

using namespace ledger;

struct LedgerReader::State {
  // What readers of one ledger share.
  struct Shared {
    SharedTurns turns;
    Known known;
  };
  explicit State(const std::string& path, std::shared_ptr<Shared> with = std::make_shared<Shared>())
      : database(open_to_read(path)), shared(std::move(with)) {}

  Snapshot snapshot() const { return Snapshot(database, {shared, &shared->known}); }

  // Asks `question` of one state and the turns of that state.
  template <class Question>
  auto with_turns(const Question& question) {
    for (;;) {
      Snapshot snapshot = this->snapshot();
      if (auto held = shared->turns.at(snapshot)) return question(snapshot, std::move(*held));
    }
  }

  Database database;
  std::shared_ptr<Shared> shared;
};

LedgerReader::LedgerReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
LedgerReader::LedgerReader(LedgerReader&&) noexcept = default;
LedgerReader& LedgerReader::operator=(LedgerReader&&) noexcept = default;
LedgerReader::~LedgerReader() = default;

Result<LedgerReader> LedgerReader::open(const std::string& path) {
  return at_door([&] { return LedgerReader(std::make_unique<State>(path)); });
}

Result<LedgerReader> LedgerReader::open_beside(const LedgerReader& other) {
  return at_door(
      [&] { return LedgerReader(std::make_unique<State>(other.state_->database.path(), other.state_->shared)); });
}

Result<std::string> LedgerReader::version() const {
  return at_door([&] {
    Query last = state_->database.query("SELECT number, chain FROM entry ORDER BY number DESC LIMIT 1");
    return last.step() ? std::to_string(last.integer(0)) + "-" + std::string(last.text(1)).substr(0, 16) : "0";
  });
}

Result<SpeakerMatches> LedgerReader::find_speakers(std::string_view name) const {
  return at_door([&] { return state_->snapshot().speakers.find(name); });
}

Result<std::vector<Turn>> LedgerReader::changes(const ChangeFilter& filter) const {
  auto found = changes_page(filter);
  if (!found) return tl::unexpected(std::move(found).error());
  return std::move(found->turns);
}

Result<ChangesFound> LedgerReader::changes_page(const ChangeFilter& filter) const {
  return at_door([&] {
    return state_->with_turns([&](Snapshot& snapshot, SharedTurns::Held turns) {
      return ledger::changes(snapshot, filter, std::move(turns));
    });
  });
}

Result<Timeline> LedgerReader::timeline(const std::vector<std::string>& speakers, std::string_view about) const {
  return at_door([&] {
    Snapshot snapshot = state_->snapshot();
    return ledger::timeline(snapshot, speakers, about);
  });
}

Result<SpeakerRecord> LedgerReader::speaker(std::string_view id, const SpeakerFilter& filter) const {
  return at_door([&] {
    return state_->with_turns([&](Snapshot& snapshot, SharedTurns::Held turns) {
      return ledger::speaker(snapshot, id, filter, std::move(turns));
    });
  });
}

Result<std::vector<LedgerStatement>> LedgerReader::search(std::string_view words, const SearchFilter& filter) const {
  return at_door([&] {
    if (!filter.does && !filter.became) {
      Snapshot snapshot = state_->snapshot();
      return ledger::search(snapshot, words, filter, std::nullopt);
    }
    return state_->with_turns([&](Snapshot& snapshot, SharedTurns::Held turns) {
      auto related = ledger::related(*turns.index, filter);
      turns.lock.unlock();
      return ledger::search(snapshot, words, filter, std::move(related));
    });
  });
}

Result<Shown> LedgerReader::show(std::string_view id) const {
  return at_door([&] {
    Snapshot snapshot = state_->snapshot();
    return ledger::show(snapshot, id);
  });
}

Result<std::vector<Revision>> LedgerReader::revisions(const std::string& article) const {
  return at_door([&] { return revisions_of(state_->database, article); });
}

Result<std::vector<Turn>> LedgerReader::candidates(std::size_t limit) const {
  return at_door([&] {
    Snapshot snapshot = state_->snapshot();
    return ledger::candidates(snapshot, limit);
  });
}

Result<std::vector<Verdict>> LedgerReader::verdicts() const {
  return at_door([&] { return read_verdicts(state_->database); });
}

Result<void> LedgerReader::each_record(const std::function<bool(const LedgerRecord&)>& sink) const {
  return at_door([&] {
    Snapshot snapshot = state_->snapshot();
    Query order = state_->database.query("SELECT number FROM article ORDER BY id, published, key");
    while (order.step()) {
      if (!sink(snapshot.record(*snapshot.article(order.integer(0))))) break;
    }
  });
}

Result<Counts> LedgerReader::counts() const {
  return at_door([&] {
    const Transaction transaction(state_->database, Access::read);
    return ledger::counts(state_->database);
  });
}

Result<std::vector<OutletCounts>> LedgerReader::outlets() const {
  return at_door([&] {
    const Transaction transaction(state_->database, Access::read);
    return ledger::outlets(state_->database);
  });
}

Result<void> LedgerReader::check(const std::function<void(const Violation&)>& sink) const {
  return at_door([&] {
    Snapshot snapshot = state_->snapshot();
    ledger::check(snapshot, sink);
  });
}

}  // namespace onrecord
