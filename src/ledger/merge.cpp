#include "ledger/ledger.h"

namespace onrecord {

namespace {

constexpr std::size_t batch_size = 64;  // records of one transaction

}  // namespace

Result<Merged> merge(LedgerWriter& into, const LedgerReader& other) {
  Merged merged;
  std::vector<Record> batch;
  std::optional<Error> failure;
  const auto flush = [&] {
    auto receipts = into.add(batch);
    batch.clear();
    if (!receipts) {
      failure = std::move(receipts.error());
      return false;
    }
    for (Receipt& receipt : *receipts) {
      if (receipt.error && !failure) failure = std::move(receipt.error);
      if (receipt.outcome == Receipt::Outcome::added) ++merged.added;
      if (receipt.outcome == Receipt::Outcome::known) ++merged.known;
    }
    return !failure;
  };
  const auto read = other.each_record([&](const LedgerRecord& record) {
    batch.push_back(record.record);
    return batch.size() < batch_size || flush();
  });
  if (!read) return tl::unexpected(read.error());
  if (!failure) flush();
  if (failure) return tl::unexpected(std::move(*failure));
  return merged;
}

}  // namespace onrecord
