// Where `add` stands in each archive: kept in the ledger with the articles, so that a later run can go on there.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "read/read.h"

namespace onrecord {

class ArchiveResume {
 public:
  // `ledger` must outlive it.
  explicit ArchiveResume(const LedgerWriter& ledger) : ledger_(&ledger) {}

  // How many records of the archive at `path` an earlier run has dealt with; 0 where the file has changed since.
  std::uint64_t done_of(const std::string& path) const;

  // What to keep when `batch` is added, and when an archive was read to its end.
  std::vector<ReadingState> after(std::span<const Record> batch) const;
  static std::vector<ReadingState> after(const std::vector<ArchiveManifest>& finished);

 private:
  const LedgerWriter* ledger_;
};

}  // namespace onrecord
