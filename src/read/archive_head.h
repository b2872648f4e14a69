// The head of one record of an archive, WARC (ISO 28500) or ARC 1: what it says it is, and how long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

enum class ArchiveKind : std::uint8_t { warc, arc };

struct RecordHead {
  std::size_t bytes = 0;                // of the head itself, its last line break included
  std::optional<std::uint64_t> length;  // of the block behind it, as the head says; nothing where it says none
  std::string type;                     // "response", "request" …; of ARC "response", and "filedesc" for the first
  std::string address;                  // what was fetched; empty where it does not say
  std::string content_type;             // of the block, without parameters; "application/http" for a whole response
};

inline constexpr std::size_t longest_record_head = std::size_t{64} << 10;

// True where a record's head begins at the front of `bytes`. Looks at a few lines only.
bool begins_record(ArchiveKind kind, std::string_view bytes);

// Where in `bytes`, at the beginning of a line, the next record's head begins; npos where none does. Linear.
std::size_t find_record(ArchiveKind kind, std::string_view bytes);

// The head that `bytes` (longest_record_head of them are enough) begin with; nothing where they begin with none, or
// where it does not end.
std::optional<RecordHead> read_record_head(ArchiveKind kind, std::string_view bytes);

}  // namespace onrecord
