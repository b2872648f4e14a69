// `onrecord add`: articles into a ledger, in batches of one transaction each.
#include <fmt/format.h>

#include <optional>
#include <vector>

#include "ledger/ledger.h"
#include "show/asking.h"
#include "show/columns.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/reading.h"

namespace onrecord {

namespace {

constexpr std::size_t batch_size = 64;

class Adding {
 public:
  Adding(LedgerWriter& ledger, Console& console) : ledger_(&ledger), console_(&console) {}

  Continue take(Record&& record) {
    batch_.push_back(std::move(record));
    return batch_.size() < batch_size ? Continue::yes : flush();
  }

  Continue flush() {
    if (batch_.empty()) return Continue::yes;
    const auto receipts = ledger_->add(batch_);
    if (!receipts) {
      failure_ = receipts.error();
      return Continue::no;
    }
    for (std::size_t i = 0; i < receipts->size(); ++i) print((*receipts)[i], batch_[i]);
    batch_.clear();
    console_->out.flush();
    return Continue::yes;
  }

  int finish(int status) {
    console_->out.write(
        fmt::format("{} added, {} already there, {} refused\n", count_of(added_, "article"), known_, refused_));
    if (failure_) return refuse(*failure_, *console_);
    return refused_ > 0 ? 1 : status;
  }

 private:
  void print(const Receipt& receipt, const Record& record) {
    switch (receipt.outcome) {
      case Receipt::Outcome::refused:
        ++refused_;
        if (receipt.error) refuse(*receipt.error, *console_);
        return;
      case Receipt::Outcome::known:
        ++known_;
        break;
      case Receipt::Outcome::added:
        ++added_;
        break;
    }
    const bool added = receipt.outcome == Receipt::Outcome::added;
    console_->out.write(fmt::format("{:<6} {}  {:>3} statements  {}\n", added ? "added" : "known", receipt.article,
                                    record.statements.size(), harmless(record.article.path)));
  }

  LedgerWriter* ledger_;
  Console* console_;
  std::vector<Record> batch_;
  std::optional<Error> failure_;
  std::size_t added_ = 0;
  std::size_t known_ = 0;
  std::size_t refused_ = 0;
};

}  // namespace

int add(const AddChoices& choices, Console& console) {
  auto ledger = LedgerWriter::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  Adding adding(*ledger, console);
  const int status =
      read_records(choices.reading, console, [&](Record&& record) { return adding.take(std::move(record)); });
  if (status == 2) return status;
  adding.flush();
  return adding.finish(status);
}

}  // namespace onrecord
