// The file's format: what marks a file as a ledger, how it is made and brought up to date. The SQL stands in
// schema/*.sql; the number that a file's name begins with is the version that it belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

// "onrc": what `file` and SQLite's tools see as the application.
inline constexpr std::int32_t application_id = 0x6f6e7263;

struct Migration {
  std::int32_t version = 0;
  std::string_view name;
  std::string_view sql;
};
// All of them, by version. Made from schema/*.sql when the program is built.
std::span<const Migration> migrations();
std::int32_t newest_version();

enum class Standing : std::uint8_t { empty, older, current };
// What the opened file is. Throws Failure on one that is no ledger, one of a newer version, and one of this version
// whose tables are not those of schema/*.sql.
Standing standing(const Database& database);

// Brings an empty or older file to the newest of `steps` in one transaction. Other connections see all of it or
// nothing.
void migrate(const Database& database, std::span<const Migration> steps);

}  // namespace onrecord::ledger
