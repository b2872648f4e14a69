// What readers of archives and feeds keep, and what a later version of an article says otherwise.
#include "ledger/reading_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = StatementChange::Kind;

Record article(std::string_view content, std::string_view more = "") {
  MadeRecord made("Ada Lund said " + std::string(content) + ". " + std::string(more));
  const auto ada = made.speaker("Ada Lund");
  made.says(ada, content, "said");
  if (!more.empty()) made.says(ada, more, "said");
  return made.done();
}

Bookkeeping page_state(std::string state, std::optional<std::int64_t> due) {
  Bookkeeping kept;
  kept.states.push_back({ReadingKind::page, "https://fjord.example/1", std::move(state), due});
  return kept;
}

TEST(ReadingState, IsKeptWithTheBatchAndReplacedByALaterOne) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  ASSERT_TRUE(writer->add({}, [](auto) { return page_state("{}", 7); }));
  ASSERT_EQ(writer->due(ReadingKind::page, 9)->size(), 1u);
  const std::vector<Record> batch{article("the bridge opens in May")};
  ASSERT_TRUE(writer->add(batch, [](std::span<const Receipt> receipts) {
    return page_state("{\"article\":\"" + receipts[0].article + "\"}", std::nullopt);
  }));
  EXPECT_THAT(*writer->due(ReadingKind::page, 9), IsEmpty());
  const auto state = writer->reading(ReadingKind::page, "https://fjord.example/1");
  ASSERT_TRUE(state && *state);
  EXPECT_THAT((*state)->state, testing::HasSubstr("article"));
  EXPECT_FALSE(*writer->reading(ReadingKind::feed, "https://fjord.example/1"));
}

TEST(ReadingState, ARevisionIsRecordedWithWhatItChanged) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  const std::vector<Record> batch{article("the bridge opens in May"),
                                  article("the bridge opens in June", "nobody pays a toll")};
  const auto receipts = writer->add(batch, [](std::span<const Receipt> given) {
    Bookkeeping kept;
    for (int twice = 0; twice < 2; ++twice)
      kept.replaced.push_back({given[0].article, given[1].article, "2031-05-16T09:30:00Z"});
    return kept;
  });
  ASSERT_TRUE(receipts) << to_line(receipts.error());
  const auto reader = LedgerReader::open(file.path());
  const auto revisions = reader->revisions((*receipts)[1].article);
  ASSERT_TRUE(revisions) << to_line(revisions.error());
  ASSERT_EQ(revisions->size(), 1u);
  EXPECT_EQ((*revisions)[0].earlier, (*receipts)[0].article);
  EXPECT_THAT((*revisions)[0].changes,
              ElementsAre(StatementChange{Kind::altered, 0, 0}, StatementChange{Kind::added, std::nullopt, 1}));
  EXPECT_EQ(reader->revisions((*receipts)[0].article)->size(), 1u);
}

TEST(ReadingState, ARevisionOfAnUnknownArticleAddsNothing) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  const std::vector<Record> batch{article("the bridge opens in May")};
  EXPECT_FALSE(writer->add(batch, [](std::span<const Receipt> given) {
    Bookkeeping kept;
    kept.replaced.push_back({"0123456789abcdef", given[0].article, "2031-05-16T09:30:00Z"});
    return kept;
  }));
  EXPECT_EQ(LedgerReader::open(file.path())->counts()->articles, 0u);
}

TEST(ReadingState, ALedgerOfTheFirstFormatIsBroughtUpToDateWithAllItHolds) {
  const FreshFile file;
  {
    auto writer = LedgerWriter::open(file.path());
    ASSERT_TRUE(writer->add(std::vector<Record>{article("the bridge opens in May")}));
  }
  {
    const Database database(file.path(), Access::write);
    database.run(
        "DROP TABLE revision; DROP TABLE reading; DROP TRIGGER article_is_tallied; DROP TRIGGER speaker_is_tallied; "
        "DROP TRIGGER statement_is_tallied; DROP TABLE named_sound; DROP TABLE named; DROP TABLE named_word; DROP "
        "TABLE named_form; "
        "DROP TABLE named_role; DROP TABLE spoken; DROP TABLE outlet_tally; DROP INDEX article_latest; "
        "DROP INDEX utterance_tie_altered; DROP TABLE statement_place; DROP TABLE statement_beyond; "
        "DROP INDEX statement_said; PRAGMA user_version = 1");
  }
  const auto reader = LedgerReader::open(file.path());
  ASSERT_TRUE(reader) << to_line(reader.error());
  EXPECT_EQ(reader->counts()->articles, 1u);
  EXPECT_TRUE(LedgerWriter::open(file.path())->add({}, [](auto) { return page_state("{}", 7); }));
}

TEST(CompareVersions, FindsNothingWhereTheSameIsSaidElsewhereInTheText) {
  MadeRecord moved("Late on Monday, Ada Lund said the bridge opens in May");
  moved.says(moved.speaker("Ada Lund"), "the bridge opens in May", "said");
  EXPECT_THAT(compare_versions(article("the bridge opens in May"), moved.done()), IsEmpty());
}

TEST(CompareVersions, TellsAnotherSpeakerAndOtherWords) {
  MadeRecord other("Per Holm said the bridge opens in May");
  other.says(other.speaker("Per Holm"), "the bridge opens in May", "said");
  EXPECT_THAT(compare_versions(article("the bridge opens in May"), other.done()),
              ElementsAre(StatementChange{Kind::altered, 0, 0}));
  EXPECT_THAT(
      compare_versions(article("the bridge opens in May"), article("nobody pays a toll")),
      ElementsAre(StatementChange{Kind::removed, 0, std::nullopt}, StatementChange{Kind::added, std::nullopt, 0}));
}

}  // namespace
}  // namespace onrecord::ledger
