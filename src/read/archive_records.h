// An archive cut into its records, one at a time, whatever the heads say about their lengths.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "read/archive_head.h"
#include "read/bytes.h"
#include "read/gzip.h"

namespace onrecord {

struct ArchiveRecord {
  std::uint64_t number = 0;  // counted from 1
  RecordHead head;
  std::string_view block;  // valid until the next record is asked for; at most `most_block` bytes of it
  bool cut = false;        // the block is longer
  std::string damage;      // what is wrong with it though `block` is what could be saved; empty where nothing is
};

// One thread at a time. Memory is bounded by the longest block that is taken.
class ArchiveRecords {
 public:
  // `stream` gives the archive from its first byte, unpacked; `packed` is what it reads from where the archive is
  // gzipped, else null; `path` is what damage is called by.
  ArchiveRecords(std::unique_ptr<Stream> stream, std::shared_ptr<GzipSource> packed, const std::string& path);

  // The next record; nothing at the end.
  std::optional<ArchiveRecord> next();
  // What was wrong between the records since the last call: bytes that are no record, damaged packing. Null: nothing.
  std::optional<Error> take_damage();

 private:
  bool find_next_head();
  bool go_on_behind_damage();
  void take_block(ArchiveRecord& record);
  void take_long_block(ArchiveRecord& record);
  void skip(std::uint64_t count);
  // Up to the next head, or to the end. How many bytes were left out.
  std::uint64_t skip_to_head();
  void damaged(std::string what);

  std::string path_;
  std::shared_ptr<GzipSource> packed_;  // null where the archive is not gzipped
  std::unique_ptr<Stream> stream_;
  ArchiveKind kind_ = ArchiveKind::warc;
  std::uint64_t number_ = 0;
  std::uint64_t to_skip_ = 0;  // bytes of the last record, which its reader may still look at
  std::optional<Error> damage_;
};

// Of a longer block the rest is passed over.
inline constexpr std::size_t most_block = std::size_t{16} << 20;

}  // namespace onrecord
