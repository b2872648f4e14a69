#include "ledger/sqlite.h"

#include <fmt/format.h>

#include <array>

#include "ledger/name_forms.h"

namespace onrecord::ledger {

namespace {

// So many idle statements of one text; more are asked at once only by deep recursion.
constexpr std::size_t most_idle = 4;

// What a journalist can do about a result code of SQLite.
struct Advice {
  int code;
  const char* what;
  const char* remedy;
};
constexpr std::array<Advice, 9> advices{{
    {SQLITE_BUSY, "another program is writing to the ledger", "wait until it is done"},
    {SQLITE_LOCKED, "another program is writing to the ledger", "wait until it is done"},
    {SQLITE_NOTADB, "not an onrecord ledger", "name a file that `onrecord add --ledger` made"},
    {SQLITE_CORRUPT, "the ledger is damaged", "restore it from a copy, or add the articles to a new one"},
    {SQLITE_FULL, "the disk is full", "make room and add the same articles again"},
    {SQLITE_IOERR, "the disk could not be read or written", "check the disk and do the same again"},
    {SQLITE_READONLY, "the ledger may not be written", "check the permissions of the file and its folder"},
    {SQLITE_CANTOPEN, "the ledger cannot be opened", "check that the folder exists and may be written"},
    {SQLITE_PERM, "the ledger cannot be opened", "check the permissions of the file and its folder"},
}};

[[noreturn]] void fail_with(const std::string& path, int code, const char* message) {
  for (const Advice& advice : advices) {
    if ((code & 0xff) == advice.code) fail(path, advice.what, advice.remedy);
  }
  fail(path, std::string("the ledger could not be used: ") + message, "run `onrecord check --ledger` on it");
}

void sound_of_name(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
  const std::string sound = bytes == nullptr ? std::string() : name_sound({bytes, size});
  sqlite3_result_text64(context, sound.data(), sound.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

void fail(std::string where, std::string what, std::string remedy) {
  throw Failure{{std::move(where), 0, std::move(what), std::move(remedy)}};
}

void fail_at_id(std::string where, std::string what, std::string remedy) {
  throw Failure{{std::move(where), 0, std::move(what), std::move(remedy), Lost::all, Fault::unknown_id}};
}

IdleStatements::~IdleStatements() {
  for (const auto& [sql, statements] : by_sql_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
}

sqlite3_stmt* IdleStatements::take(std::string_view sql) {
  const auto found = by_sql_.find(sql);
  if (found == by_sql_.end() || found->second.empty()) return nullptr;
  sqlite3_stmt* statement = found->second.back();
  found->second.pop_back();
  return statement;
}

void IdleStatements::give(sqlite3_stmt* statement) {
  auto& same = by_sql_[sqlite3_sql(statement)];
  if (same.size() >= most_idle) {
    sqlite3_finalize(statement);
    return;
  }
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  same.push_back(statement);
}

void Query::Return::operator()(sqlite3_stmt* statement) const {
  if (const auto kept = idle.lock()) {
    kept->give(statement);
  } else {
    sqlite3_finalize(statement);
  }
}

Query::Query(sqlite3* database, const std::shared_ptr<IdleStatements>& idle, const std::string& path,
             std::string_view sql)
    : path_(path), statement_(idle->take(sql), Return{idle}) {
  if (statement_) return;
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
  statement_.reset(statement);
  if (result != SQLITE_OK) fail_with(path_, result, sqlite3_errmsg(database));
}

void Query::expect(int result) {
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW) return;
  const std::string message = sqlite3_errmsg(sqlite3_db_handle(statement_.get()));
  reset();
  fail_with(path_, result, message.c_str());
}

Query& Query::bind(std::int64_t value) {
  expect(sqlite3_bind_int64(statement_.get(), next_parameter_++, value));
  return *this;
}

Query& Query::bind(double value) {
  expect(sqlite3_bind_double(statement_.get(), next_parameter_++, value));
  return *this;
}

Query& Query::bind(std::string_view value) {
  // A null pointer would bind NULL, and an empty view may hold one.
  const char* bytes = value.empty() ? "" : value.data();
  expect(sqlite3_bind_text64(statement_.get(), next_parameter_++, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(const std::optional<std::string>& value) {
  return value ? bind(std::string_view(*value)) : bind_null();
}

Query& Query::bind(const std::optional<std::int64_t>& value) { return value ? bind(*value) : bind_null(); }

Query& Query::bind_null() {
  expect(sqlite3_bind_null(statement_.get(), next_parameter_++));
  return *this;
}

Query& Query::bind_pointer(void* value, const char* type) {
  expect(sqlite3_bind_pointer(statement_.get(), next_parameter_++, value, type, nullptr));
  return *this;
}

bool Query::step() {
  const int result = sqlite3_step(statement_.get());
  expect(result);
  return result == SQLITE_ROW;
}

void Query::run() {
  while (step()) {
  }
  reset();
}

void Query::reset() {
  sqlite3_reset(statement_.get());
  next_parameter_ = 1;
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<std::string> Query::maybe_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return std::string(text(column));
}

namespace {

// `path` as SQLite's address of a file that does not change.
std::string still(const std::string& path) {
  std::string address = "file:";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/';
    address += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address + "?immutable=1";
}

}  // namespace

Database::Database(const std::string& path, Access access) : path_(path) {
  if (access == Access::write) open(path.c_str(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (access == Access::read) open(path.c_str(), SQLITE_OPEN_READONLY);
  if (access == Access::read_still) open(still(path).c_str(), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  // The file may be a stranger's: its schema may not call functions with side effects, its cells are checked as read.
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  if (access != Access::write) sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_busy_timeout(database_.get(), 10'000);
  run("PRAGMA cell_size_check = ON");
  run("PRAGMA recursive_triggers = ON");  // else INSERT OR REPLACE would remove rows without asking the triggers
}

Database Database::in_memory() {
  Database database((std::string(":memory:")));
  database.open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  return database;
}

void Database::open(const char* name, int flags) {
  // Counting each allocation takes a lock that all connections share. No connection is open before the first.
  [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  database_.reset(opened);
  if (result != SQLITE_OK) fail_with(path_, result, opened == nullptr ? "no memory" : sqlite3_errmsg(opened));
  sqlite3_create_function_v2(opened, "name_sound", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                             sound_of_name, nullptr, nullptr, nullptr);
}

void Database::run(const std::string& sql) const {
  const int result = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail_with(path_, result, sqlite3_errmsg(database_.get()));
}

std::int64_t Database::number(std::string_view sql) const {
  Query asked = query(sql);
  return asked.step() ? asked.integer(0) : 0;
}

Transaction::Transaction(const Database& database, Access access) : database_(database) {
  database_.run(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const Failure&) {
    // SQLite has rolled back by itself where it could not go on.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace onrecord::ledger
