// SQLite with owners and types. Inside this folder a failure travels as `Failure`, since every line that touches a
// database can fail; each public function turns it into an Error at its end (at_door), so none ever leaves the folder.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/result.h"

namespace onrecord::ledger {

struct Failure {
  Error error;
};

// Throws the Failure that `what` and `remedy` describe.
[[noreturn]] void fail(std::string where, std::string what, std::string remedy);
// The same of an id that nothing bears, or several things.
[[noreturn]] void fail_at_id(std::string where, std::string what, std::string remedy);

// Prepared statements that nobody uses now, kept for whoever asks the same again: to prepare one takes longer than to
// read a row by it. One a connection.
class IdleStatements {
 public:
  IdleStatements() = default;
  IdleStatements(const IdleStatements&) = delete;
  IdleStatements& operator=(const IdleStatements&) = delete;
  ~IdleStatements();

  sqlite3_stmt* take(std::string_view sql);  // null where there is none
  void give(sqlite3_stmt* statement);        // owned from here on

 private:
  std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> by_sql_;
};

// One prepared statement. Bind all parameters, then step() until it gives false; reset() makes it ready to be bound
// anew. Text that a column gives is valid until the next step or reset.
class Query {
 public:
  // `idle` is of the same connection.
  Query(sqlite3* database, const std::shared_ptr<IdleStatements>& idle, const std::string& path, std::string_view sql);

  Query& bind(std::int64_t value);
  Query& bind(double value);
  Query& bind(std::string_view value);  // the bytes must live until the next reset
  Query& bind(const std::optional<std::string>& value);
  Query& bind(const std::optional<std::int64_t>& value);
  Query& bind_null();
  Query& bind_pointer(void* value, const char* type);  // as sqlite3_bind_pointer; `type` must be static

  bool step();
  // Steps to the end, for what gives no rows, and resets.
  void run();
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::optional<std::string> maybe_text(int column) const;

 private:
  // Back to the idle ones, or to nobody where the connection is gone.
  struct Return {
    std::weak_ptr<IdleStatements> idle;
    void operator()(sqlite3_stmt* statement) const;
  };
  void expect(int result);
  std::string path_;
  std::unique_ptr<sqlite3_stmt, Return> statement_;
  int next_parameter_ = 1;
};

// read_still: a file that nobody writes to meanwhile, in a place where nothing may be written beside it.
enum class Access : std::uint8_t { read, read_still, write };

// One connection, which knows the functions that the schema calls (name_sound). A reader's never check-points: SQLite
// before 3.51.3 can lose pages where two connections do at once.
class Database {
 public:
  Database(const std::string& path, Access access);
  static Database in_memory();

  const std::string& path() const { return path_; }
  Query query(std::string_view sql) const { return {database_.get(), idle_, path_, sql}; }
  // Runs statements that give no rows.
  void run(const std::string& sql) const;
  std::int64_t number(std::string_view sql) const;
  std::int64_t last_number() const { return sqlite3_last_insert_rowid(database_.get()); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit Database(std::string path) : path_(std::move(path)) {}
  void open(const char* name, int flags);
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
  std::shared_ptr<IdleStatements> idle_ = std::make_shared<IdleStatements>();
};

// Begins; rolls back at its end unless commit() came first.
class Transaction {
 public:
  Transaction(const Database& database, Access access);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

// Runs `work` and gives what it gives, or the Error of the Failure that it threw.
template <class Work>
auto at_door(const Work& work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (Failure& failure) {
    return tl::unexpected(std::move(failure.error));
  }
}

}  // namespace onrecord::ledger
