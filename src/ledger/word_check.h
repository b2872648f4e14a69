// Whether the full-text index holds the words of every statement, each in its place, and no others. FTS5's own check of
// an index against its content writes to the file; this one only reads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

// Keeps eight bytes a statement, not its words. All throw Failure.
class WordCheck {
 public:
  explicit WordCheck(const Database& database);
  ~WordCheck();
  WordCheck(const WordCheck&) = delete;
  WordCheck& operator=(const WordCheck&) = delete;

  // The words that the index should hold for a statement, as the view statement_words (1_search.sql) gives them.
  void expect(std::int64_t statement, std::string_view content, std::string_view speaker, std::string_view cue);

  // Reads the whole index and calls `differs` for each statement that it holds other words for, or that nobody
  // expected, in their order.
  void compare(const std::function<void(std::int64_t)>& differs);

 private:
  struct Tokenizer;
  const Database& database_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::unordered_map<std::int64_t, std::uint64_t> left_;  // the sum over words expected, less those found
};

}  // namespace onrecord::ledger
