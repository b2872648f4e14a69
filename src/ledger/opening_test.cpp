// What opens, and what says why it does not.
#include "ledger/opening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/schema.h"

namespace onrecord::ledger {
namespace {

using testing::HasSubstr;

void write(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string refusal(const std::string& path) {
  const auto reader = LedgerReader::open(path);
  const auto writer = LedgerWriter::open(path);
  EXPECT_FALSE(reader);
  EXPECT_FALSE(writer);
  if (reader || writer) return {};
  EXPECT_EQ(to_line(reader.error()), to_line(writer.error()));
  return to_line(reader.error());
}

TEST(Opening, ReadersNeedALedger) {
  const FreshFile file;
  const auto reader = LedgerReader::open(file.path());
  ASSERT_FALSE(reader);
  EXPECT_THAT(to_line(reader.error()), HasSubstr("there is no ledger; make one with `onrecord add --ledger"));
}

TEST(Opening, AFileThatNobodyWritesIsReadWithoutAnythingBesideIt) {
  const FreshFile file;
  const std::string odd = file.path() + " #1?.ledger";
  ASSERT_TRUE(LedgerWriter::open(odd));
  std::filesystem::remove(odd + "-wal");
  std::filesystem::remove(odd + "-shm");
  const Database database(odd, Access::read_still);
  EXPECT_EQ(database.number("SELECT count(*) FROM article"), 0);
  EXPECT_FALSE(std::filesystem::exists(odd + "-shm"));
  for (const char* left : {"", "-wal", "-shm", "-writer"}) std::filesystem::remove(odd + left);
}

// A writer that dies while it makes a ledger, before it is in the mode in which readers need no journal.
TEST(Opening, WhatAKilledWriterHalfMadeIsUndone) {
  const FreshFile living, killed;
  {
    const Database database(living.path(), Access::write);
    database.run("PRAGMA cache_size = 1");
    database.run("CREATE TABLE made (words TEXT)");
    database.run("BEGIN");
    for (int i = 0; i < 50; ++i) database.run("INSERT INTO made VALUES (hex(zeroblob(4000)))");
    write(killed.path(), bytes_of(living.path()));
    write(killed.path() + "-journal", bytes_of(living.path() + "-journal"));
    database.run("ROLLBACK");
  }
  ASSERT_FALSE(bytes_of(killed.path() + "-journal").empty());
  const auto reader = LedgerReader::open(killed.path());
  ASSERT_FALSE(reader);
  EXPECT_THAT(to_line(reader.error()), HasSubstr("not an onrecord ledger"));
  EXPECT_TRUE(bytes_of(killed.path()) == bytes_of(living.path()));
}

TEST(Opening, AnArticleIsNoLedgerAndStaysAsItIs) {
  const FreshFile file;
  const std::string text = "Ada Lund said the bridge would open in May. " + std::string(4000, '.');
  write(file.path(), text);
  EXPECT_THAT(refusal(file.path()), HasSubstr("not an onrecord ledger"));
  EXPECT_EQ(bytes_of(file.path()), text);
}

TEST(Opening, AnotherProgramsDatabaseStaysAsItIs) {
  const FreshFile file;
  Database(file.path(), Access::write).run("CREATE TABLE recipe (name TEXT)");
  const std::string before = bytes_of(file.path());
  EXPECT_THAT(refusal(file.path()), HasSubstr("another program's database"));
  EXPECT_EQ(bytes_of(file.path()), before);
}

TEST(Opening, ANewerLedgerIsNotTouched) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path()));
  Database(file.path(), Access::write).run("PRAGMA user_version = 99");
  EXPECT_THAT(refusal(file.path()),
              HasSubstr("written by a newer onrecord (format 99; this one knows up to 5); update"));
}

TEST(Opening, ALedgerWithoutItsTriggersIsDamaged) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path()));
  Database(file.path(), Access::write).run("DROP TRIGGER statement_stays");
  EXPECT_THAT(refusal(file.path()), HasSubstr("its tables are not those of its format"));
}

TEST(Opening, ACutOffLedgerIsDamaged) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path()));
  write(file.path(), bytes_of(file.path()).substr(0, 5000));
  EXPECT_THAT(refusal(file.path()), HasSubstr("damaged"));
}

TEST(Opening, AFolderIsNoLedger) {
  EXPECT_THAT(refusal(std::filesystem::temp_directory_path().string()), HasSubstr("a folder, not a ledger"));
}

TEST(Opening, WritersNeedAFolder) {
  const auto writer = LedgerWriter::open("/nowhere/at/all.ledger");
  ASSERT_FALSE(writer);
  EXPECT_THAT(to_line(writer.error()), HasSubstr("check that the folder exists"));
}

TEST(Opening, WhatAKillLeftOfAFreshLedgerIsMadeAgain) {
  const FreshFile file;
  Database(file.path(), Access::write).run("PRAGMA journal_mode = WAL");
  EXPECT_TRUE(LedgerWriter::open(file.path()));
  EXPECT_TRUE(LedgerReader::open(file.path()));
}

TEST(Opening, RowsOfTheRecordCannotBeChangedOrRemoved) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path()));
  const Database database(file.path(), Access::write);
  database.run("INSERT INTO entry VALUES (1, 'article', 1, 'd', 'c')");
  EXPECT_THROW(database.run("UPDATE entry SET digest = 'x'"), Failure);
  EXPECT_THROW(database.run("DELETE FROM entry"), Failure);
  EXPECT_THROW(database.run("INSERT OR REPLACE INTO entry VALUES (1, 'article', 1, 'x', 'c')"), Failure);
}

TEST(Schema, MigratesAFilledFileStepByStep) {
  const FreshFile file;
  const Database database(file.path(), Access::write);
  constexpr std::array<Migration, 2> steps{
      {{1, "1_first", "CREATE TABLE thing (name TEXT); INSERT INTO thing VALUES ('old')"},
       {2, "2_second", "ALTER TABLE thing ADD COLUMN age INTEGER DEFAULT 7"}}};
  migrate(database, std::span(steps).first(1));
  EXPECT_EQ(database.number("PRAGMA user_version"), 1);
  migrate(database, steps);
  EXPECT_EQ(database.number("PRAGMA user_version"), 2);
  EXPECT_EQ(database.number("SELECT age FROM thing WHERE name = 'old'"), 7);
}

TEST(Schema, AMigrationThatFailsLeavesTheFileAsItWas) {
  const FreshFile file;
  const Database database(file.path(), Access::write);
  constexpr std::array<Migration, 2> steps{
      {{1, "1_first", "CREATE TABLE thing (name TEXT)"}, {2, "2_second", "CREATE TABLE thing (name TEXT)"}}};
  EXPECT_THROW(migrate(database, steps), Failure);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_schema"), 0);
}

}  // namespace
}  // namespace onrecord::ledger
