// Rows back into one record, and the plain facts of an article that every answer names.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

// An article as the file holds it, with the numbers under which the file knows its parts.
struct StoredRecord {
  std::int64_t number = 0;
  std::string key;
  std::string handle;
  Record record;
  std::vector<std::int64_t> speakers;    // one number per record.resolution.speakers
  std::vector<std::int64_t> statements;  // one per record.statements
  std::vector<std::int64_t> relations;   // one per record.relations

  // The index of a statement of this article. Throws Failure where a damaged file says so of one that is not.
  std::size_t index_of(std::int64_t statement) const;
};

// One statement without the rest of its article. `stored` holds the article, that statement and its speaker alone, and
// no number of what it leaves out.
struct LoneStatement {
  StoredRecord stored;
  std::size_t index = 0;        // in its article
  std::uint32_t within = none;  // index in its article of the statement that it is nested in
};

Source source_of(const StoredRecord& stored);

class RecordReader {
 public:
  explicit RecordReader(const Database& database);

  // Throws Failure where there is no such article or its rows are damaged. What it gives holds all invariants of a
  // record (invariants.h), so nobody after it need doubt a span.
  StoredRecord read(std::int64_t article);
  // One statement by its number, for a few row reads whatever the length of its article. Throws like read().
  LoneStatement read_lone(std::int64_t statement);

 private:
  void read_article(StoredRecord& stored);
  static void read_speaker(const Query& row, StoredRecord& stored, bool& whole);
  static void read_statement(const Query& row, StoredRecord& stored, bool& whole);
  void read_speakers(StoredRecord& stored);
  void read_statements(StoredRecord& stored);
  void read_relations(StoredRecord& stored);
  [[noreturn]] void damaged(const StoredRecord& stored, std::string_view what) const;

  std::string path_;
  Query article_, speakers_, statements_, relations_, lone_, lone_speaker_;
};

}  // namespace onrecord::ledger
