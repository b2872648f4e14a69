#include "read/archive_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace onrecord {

namespace {

constexpr std::size_t piece = std::size_t{256} << 10;
constexpr std::size_t longest_gap = 16;                     // line breaks between two records
constexpr std::size_t look_behind = std::size_t{20} << 10;  // enough to know a next head by

bool only_breaks(std::string_view bytes) { return bytes.find_first_not_of("\r\n") == std::string_view::npos; }

// `bytes` without the line breaks that part two records.
std::string_view without_gap(std::string_view bytes) {
  for (int breaks = 0; breaks < 2 && bytes.ends_with('\n'); ++breaks) {
    bytes.remove_suffix(1);
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  }
  return bytes;
}

}  // namespace

ArchiveRecords::ArchiveRecords(std::unique_ptr<Stream> stream, std::shared_ptr<GzipSource> packed,
                               const std::string& path)
    : path_(path), packed_(std::move(packed)), stream_(std::move(stream)) {
  if (stream_->peek(9) == "filedesc:") kind_ = ArchiveKind::arc;
}

std::optional<Error> ArchiveRecords::take_damage() { return std::exchange(damage_, std::nullopt); }

void ArchiveRecords::damaged(std::string what) {
  if (!damage_) damage_ = Error{path_, 0, std::move(what), "the other records are kept; fetch the archive again"};
}

void ArchiveRecords::skip(std::uint64_t count) {
  // A length beyond all blocks may be a lie: what follows is looked through for records on the way.
  const bool doubted = count > most_block;
  while (count > 0) {
    const std::string_view ahead = stream_->peek(doubted ? piece + longest_record_head : piece);
    if (ahead.empty()) {
      damaged(fmt::format("breaks off in its record {}", number_));
      return;
    }
    const std::size_t next = doubted ? find_record(kind_, ahead) : std::string_view::npos;
    const auto most = std::min<std::uint64_t>({count, ahead.size(), piece});
    if (next < most) {
      stream_->drop(next);
      damaged(fmt::format("lies about the length of its record {}", number_));
      return;
    }
    stream_->drop(static_cast<std::size_t>(most));
    count -= most;
  }
}

std::uint64_t ArchiveRecords::skip_to_head() {
  std::uint64_t left_out = 0;
  for (;;) {
    const std::string_view ahead = stream_->peek(piece + longest_record_head);
    if (ahead.empty()) return left_out;
    const std::size_t at = find_record(kind_, ahead);
    // A head that begins in the last bytes may not be whole here; then it is met again.
    const std::size_t count = std::min({at, ahead.size(), ahead.size() < piece ? ahead.size() : piece});
    left_out += count;
    stream_->drop(count);
    if (at == count) return left_out;
  }
}

// Behind damaged packing: the next member that begins a record.
bool ArchiveRecords::go_on_behind_damage() {
  while (packed_ && packed_->damage()) {
    if (!damage_) damage_ = packed_->damage();
    if (!packed_->resume()) return false;
    stream_ = std::make_unique<Stream>(rest_of(packed_));
    if (begins_record(kind_, stream_->peek(4096))) return true;
  }
  return false;
}

bool ArchiveRecords::find_next_head() {
  for (;;) {
    skip(std::exchange(to_skip_, 0));
    while (only_breaks(stream_->peek(longest_gap)) && !stream_->peek(1).empty())
      stream_->drop(stream_->peek(longest_gap).size());
    const std::string_view gap = stream_->peek(longest_gap);
    if (const std::size_t breaks = gap.find_first_not_of("\r\n"); breaks != std::string_view::npos)
      stream_->drop(breaks);
    if (stream_->peek(1).empty()) {
      if (stream_->damage() && !packed_) damage_ = stream_->damage();
      if (!go_on_behind_damage()) return false;
      continue;
    }
    if (read_record_head(kind_, stream_->peek(longest_record_head))) return true;
    const std::uint64_t left_out = skip_to_head();
    if (left_out > 0) {
      damaged(fmt::format("holds {} bytes behind its record {} that are no record", left_out, number_));
      continue;
    }
    // A head without an end.
    damaged(fmt::format("breaks off in the head of its record {}", number_ + 1));
    const std::string_view ahead = stream_->peek(longest_record_head);
    const std::size_t next = find_record(kind_, ahead.substr(1));
    stream_->drop(next == std::string_view::npos ? ahead.size() : next + 1);
  }
}

void ArchiveRecords::take_long_block(ArchiveRecord& record) {
  const std::string_view ahead = stream_->peek(most_block);
  record.block = ahead;
  record.cut = true;
  if (const std::size_t at = find_record(kind_, ahead); at != std::string_view::npos) {
    record.block = without_gap(ahead.substr(0, at));
    record.cut = false;
    record.damage = fmt::format("says it is {} bytes long and is {}", *record.head.length, record.block.size());
    to_skip_ = at;
  } else if (ahead.size() < most_block) {
    record.cut = false;
    record.damage = fmt::format("says it is {} bytes long and breaks off after {}", *record.head.length, ahead.size());
    to_skip_ = ahead.size();
  } else {
    to_skip_ = *record.head.length;
  }
}

void ArchiveRecords::take_block(ArchiveRecord& record) {
  if (record.head.length && *record.head.length > most_block) {
    take_long_block(record);
    return;
  }
  if (record.head.length) {
    const auto length = static_cast<std::size_t>(*record.head.length);
    const std::string_view ahead = stream_->peek(length + longest_gap + look_behind);
    const std::string_view behind = ahead.substr(std::min(length, ahead.size()));
    const std::size_t gap = std::min(behind.find_first_not_of("\r\n"), behind.size());
    const bool ends_there =
        ahead.size() >= length && (gap == behind.size() || begins_record(kind_, behind.substr(gap)));
    if (ends_there) {
      record.block = ahead.substr(0, length);
      to_skip_ = length;
      return;
    }
  }
  // The length is missing or wrong: the block ends where the next record begins.
  std::string_view ahead;
  std::size_t at = std::string_view::npos;
  for (std::size_t look = piece; at == std::string_view::npos && look <= most_block; look *= 4) {
    ahead = stream_->peek(look);
    at = find_record(kind_, ahead);
    if (ahead.size() < look) break;
  }
  record.cut = at == std::string_view::npos && ahead.size() == most_block;
  const std::size_t whole = std::min(at, ahead.size());
  to_skip_ = whole;
  record.block = without_gap(ahead.substr(0, whole));
  const std::string says =
      record.head.length ? fmt::format("says it is {} bytes long", *record.head.length) : "does not say how long it is";
  if (at == std::string_view::npos && record.head.length && ahead.size() < *record.head.length) {
    record.damage = fmt::format("{} and breaks off after {}", says, ahead.size());
  } else if (!record.head.length) {
    record.damage = says;
  } else if (record.head.length != record.block.size()) {
    record.damage = fmt::format("{} and is {}", says, record.block.size());
  }
}

std::optional<ArchiveRecord> ArchiveRecords::next() {
  if (!find_next_head()) return std::nullopt;
  ArchiveRecord record;
  record.head = *read_record_head(kind_, stream_->peek(longest_record_head));
  record.number = ++number_;
  stream_->drop(record.head.bytes);
  take_block(record);
  if (stream_->damage()) record.damage.clear();  // the packing's own damage says it
  return record;
}

}  // namespace onrecord
