#include "ledger/schema.h"

#include <fmt/format.h>

#include <vector>

namespace onrecord::ledger {

namespace {

// The file's tables, views and triggers as text, in an order of its own. FTS5 makes tables of its own; they are in it.
std::vector<std::string> layout(const Database& database) {
  std::vector<std::string> lines;
  Query query =
      database.query("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
  while (query.step()) lines.emplace_back(query.text(0));
  return lines;
}

const std::vector<std::string>& newest_layout() {
  static const std::vector<std::string> lines = [] {
    const Database database = Database::in_memory();
    migrate(database, migrations());
    return layout(database);
  }();
  return lines;
}

}  // namespace

std::int32_t newest_version() { return migrations().empty() ? 0 : migrations().back().version; }

Standing standing(const Database& database) {
  const std::int64_t application = database.number("PRAGMA application_id");
  const std::int64_t version = database.number("PRAGMA user_version");
  if (application == 0 && version == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0)
    return Standing::empty;
  if (application != application_id)
    fail(database.path(), "another program's database, not an onrecord ledger",
         "name a file that `onrecord add --ledger` made");
  if (version > newest_version()) {
    fail(database.path(),
         fmt::format("written by a newer onrecord (format {}; this one knows up to {})", version, newest_version()),
         "update onrecord");
  }
  if (version < 1) fail(database.path(), "the ledger is damaged: no format of this number", "restore it from a copy");
  if (version < newest_version()) return Standing::older;
  if (layout(database) != newest_layout()) {
    fail(database.path(), "the ledger is damaged: its tables are not those of its format",
         "restore it from a copy, or add the articles to a new one");
  }
  return Standing::current;
}

void migrate(const Database& database, std::span<const Migration> steps) {
  Transaction transaction(database, Access::write);
  const std::int64_t version = database.number("PRAGMA user_version");
  std::int32_t reached = static_cast<std::int32_t>(version);
  for (const Migration& step : steps) {
    if (step.version <= version) continue;
    database.run(std::string(step.sql));
    reached = step.version;
  }
  database.run(fmt::format("PRAGMA application_id = {}", application_id));
  database.run(fmt::format("PRAGMA user_version = {}", reached));
  transaction.commit();
}

}  // namespace onrecord::ledger
