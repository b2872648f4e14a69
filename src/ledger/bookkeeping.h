// What a reader of archives or feeds keeps beside the record: where it stands, and which article takes whose place.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/record.h"

namespace onrecord {

enum class ReadingKind : std::uint8_t { archive, feed, page };

// Where reading of one source stands. State of the program: a later one replaces it, and no answer depends on it.
struct ReadingState {
  ReadingKind kind = ReadingKind::page;
  std::string name;                 // a path, or an address
  std::string state;                // JSON; only its reader understands it
  std::optional<std::int64_t> due;  // seconds since 1970: look again then; nothing: there is nothing to do
};

// What became of a statement in a later version of its article.
struct StatementChange {
  enum class Kind : std::uint8_t { altered, removed, added };
  Kind kind = Kind::altered;
  std::optional<std::uint32_t> earlier;  // index in the earlier article; nothing where added
  std::optional<std::uint32_t> later;    // index in the later one; nothing where removed

  bool operator==(const StatementChange&) const = default;
};

// What the later of two versions says otherwise: statements of equal words and speaker are the same; of the others,
// those that share most of their words are one statement, altered. Sorted by later, else earlier index. Pure.
std::vector<StatementChange> compare_versions(const Record& earlier, const Record& later);

// One article that takes the place of another one.
struct Revision {
  std::string earlier, later;  // ledger ids
  std::string noticed;         // "2031-05-16T09:30:00Z"
  std::vector<StatementChange> changes;
};

// What one batch leaves behind besides its articles.
struct Bookkeeping {
  struct Replaced {
    std::string earlier, later;  // ledger ids; both are in the ledger, or in the batch
    std::string noticed;
  };
  std::vector<ReadingState> states;
  std::vector<Replaced> replaced;
};

}  // namespace onrecord
