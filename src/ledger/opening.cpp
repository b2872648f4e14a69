#include "ledger/opening.h"

#include <unistd.h>

#include <filesystem>

#include "ledger/schema.h"
#include "ledger/writer_lock.h"

namespace onrecord::ledger {

namespace {

bool is_file_with_bytes(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) fail(path, "a folder, not a ledger", "name a file");
  return std::filesystem::exists(path, error) && std::filesystem::file_size(path, error) > 0;
}

// A writer that was killed while it made the ledger leaves a journal, which only a connection that may write can undo.
void undo_unfinished(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path + "-journal", error)) return;
  const WriterLock lock(path, std::chrono::seconds(10));
  Database(path, Access::write).number("SELECT count(*) FROM sqlite_schema");
}

// Readers share a file with the writer, beside the ledger. In a folder where nothing may be written and where nothing
// of a writer lies, the ledger is read as it stands.
bool may_write_beside(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0) return true;
  std::error_code error;
  const auto left = std::filesystem::file_size(path + "-wal", error);
  return !error && left > 0;
}

// Our view calls json functions, which SQLite counts as unsafe in a stranger's schema. standing() found it to be ours.
void trust(const Database& database) { database.run("PRAGMA trusted_schema = ON"); }

}  // namespace

Database open_to_read(const std::string& path) {
  if (!is_file_with_bytes(path))
    fail(path, "there is no ledger", "make one with `onrecord add --ledger " + path + " PATH...`");
  undo_unfinished(path);
  Database database(path, may_write_beside(path) ? Access::read : Access::read_still);
  switch (standing(database)) {
    case Standing::empty:
      fail(path, "the ledger is empty", "add articles with `onrecord add --ledger " + path + " PATH...`");
    case Standing::older: {
      const WriterLock lock(path, std::chrono::seconds(10));
      open_to_write(path);
      break;
    }
    case Standing::current:
      break;
  }
  // In KiB. Pages are kept here rather than mapped: a mapped page is taken apart, and its cells are checked, each time
  // it is asked for; one kept here once for each commit of the writer, which empties this cache.
  database.run("PRAGMA cache_size = -65536");
  trust(database);
  return database;
}

Database open_to_write(const std::string& path) {
  Database database(path, Access::write);
  // What a kill leaves of a ledger that was just being made is empty, and is made again.
  database.run("PRAGMA journal_mode = WAL");
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA foreign_keys = ON");
  database.run("PRAGMA wal_autocheckpoint = 4000");
  database.run("PRAGMA cache_size = -65536");
  if (standing(database) != Standing::current) migrate(database, migrations());
  trust(database);
  return database;
}

void refuse_foreign(const std::string& path) {
  if (!is_file_with_bytes(path)) return;
  undo_unfinished(path);
  standing(Database(path, Access::read));
}

}  // namespace onrecord::ledger
