// One record into rows. Knows the tables of 1_record.sql and the index of 1_search.sql, and nothing of what ties
// articles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "onrecord/record.h"

namespace onrecord::ledger {

class RecordWriter {
 public:
  explicit RecordWriter(const Database& database);

  // The key of the article with this handle, if the ledger has one.
  std::optional<std::string> find(const std::string& handle);

  // Inserts all rows of the record and its entry in the chain. The record holds all its invariants. Gives the article's
  // number and its first statement's; the others follow without a gap.
  struct Numbers {
    std::int64_t article = 0;
    std::int64_t first_statement = 0;
  };
  Numbers insert(const Record& record, const std::string& key);

  // Appends to the chain: `what` is "article" or "verdict", `digest` covers the row.
  void enter(std::string_view what, std::int64_t row, const std::string& digest);

 private:
  std::int64_t insert_article(const Article& article, const std::string& key);
  std::int64_t insert_speaker(const Speaker& speaker, std::int64_t article, const std::string& handle,
                              std::size_t index);
  std::int64_t insert_statement(const Statement& statement, const Circumstances& circumstances, std::int64_t article,
                                std::size_t index, const std::vector<std::int64_t>& speakers);
  void insert_relation(const Relation& relation, std::int64_t article, std::size_t index, std::int64_t first_statement);

  const Database& database_;
  Query find_, article_, speaker_, statement_, relation_, search_, entry_, last_chain_;
};

}  // namespace onrecord::ledger
