// Tallies that are kept as rows come are those that a count of all rows gives, and answers from them are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/sqlite.h"

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Record article(std::string day, std::string name, std::string outlet, std::vector<std::string> sayings) {
  std::string text = "The councillor " + name + " spoke.";
  for (const std::string& saying : sayings) text += " " + name + " said " + saying + ".";
  MadeRecord made(text);
  made.published(day).outlet(std::move(outlet));
  const auto who = made.speaker(name, SpeakerKind::person, "councillor");
  for (const std::string& saying : sayings) made.says(who, saying, "said");
  return made.done();
}

std::vector<Record> some_articles() {
  return {article("2031-05-16", "Ada Lund", "Radio Fjord", {"the bridge opens", "“tolls stay”"}),
          article("2031-04-02", "Ada Lund", "The Harbour", {"the ferry stops"}),
          article("2031-05-20", "Per \"Pip\" Holm", "The Harbour", {"the road is safe"}),
          article("2030-01-01", "Lund", "Radio Fjord", {"the school moves"})};
}

// All tallies as lines; `named` by its name, since numbers depend on the order in which names came.
std::vector<std::string> tallies(const Database& database) {
  std::vector<std::string> lines;
  for (const char* sql :
       {"SELECT json_array(name_key, kind, merges, bearers, statements, articles) FROM named ORDER BY 1",
        "SELECT json_array(word, name_key, kind, merges) FROM named_word JOIN named ON number = named ORDER BY 1",
        "SELECT json_array(form, f.bearers, name_key, kind) FROM named_form f JOIN named ON number = named ORDER BY 1",
        "SELECT json_array(role, r.bearers, name_key, kind) FROM named_role r JOIN named ON number = named ORDER BY 1",
        "SELECT json_array(day, statement, name_key, kind) FROM spoken JOIN named ON number = named ORDER BY 1",
        "SELECT json_array(outlet, articles, statements, direct, unnamed) FROM outlet_tally ORDER BY 1"}) {
    Query query = database.query(sql);
    while (query.step()) lines.emplace_back(query.text(0));
  }
  return lines;
}

TEST(Tallies, AreThoseThatALedgerOfTheFormatBeforeIsGiven) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(some_articles()));
  std::vector<std::string> kept;
  {
    const Database database(file.path(), Access::write);
    kept = tallies(database);
    database.run(
        "DROP TRIGGER article_is_tallied; DROP TRIGGER speaker_is_tallied; DROP TRIGGER statement_is_tallied; "
        "DROP TABLE named_sound; DROP TABLE named; DROP TABLE named_word; DROP TABLE named_form; DROP TABLE "
        "named_role; DROP TABLE spoken; "
        "DROP TABLE outlet_tally; DROP INDEX article_latest; DROP INDEX utterance_tie_altered; PRAGMA user_version = "
        "2");
  }
  ASSERT_TRUE(LedgerReader::open(file.path()));
  EXPECT_EQ(tallies(Database(file.path(), Access::read)), kept);
  EXPECT_THAT(kept, testing::Contains(R"(["ada lund","person",1,2,3,2])"));
  EXPECT_THAT(kept, testing::Contains(R"(["Radio Fjord",2,3,1,0])"));
}

TEST(SpeakerRecord, IsGivenAPageAtATimeFromTheLatestBack) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(some_articles()));
  const auto reader = LedgerReader::open(file.path());
  const std::string ada = reader->find_speakers("Ada Lund")->matches.front().speaker.id;
  const auto contents = [&](const SpeakerFilter& filter) {
    std::vector<std::string> found;
    const auto record = reader->speaker(ada, filter);
    for (const Utterance& utterance : record->utterances) found.push_back(utterance.reports.front().content);
    return found;
  };
  EXPECT_THAT(contents({}), ElementsAre("the ferry stops", "the bridge opens", "“tolls stay”"));
  SpeakerFilter filter;
  filter.limit = 2;
  EXPECT_THAT(contents(filter), ElementsAre("the bridge opens", "“tolls stay”"));
  EXPECT_TRUE(reader->speaker(ada, filter)->more);
  filter.offset = 2;
  EXPECT_THAT(contents(filter), ElementsAre("the ferry stops"));
  EXPECT_FALSE(reader->speaker(ada, filter)->more);
  SpeakerFilter spring;
  spring.until = Date{2031, 4, 30};
  EXPECT_THAT(contents(spring), ElementsAre("the ferry stops"));
  SpeakerFilter about;
  about.about = "toll";
  EXPECT_THAT(contents(about), ElementsAre("“tolls stay”"));
  EXPECT_THAT(reader->speaker(ada, {})->months, ElementsAre(Pair("2031-04", 1u), Pair("2031-05", 2u)));
  EXPECT_EQ(reader->speaker(ada, {})->speaker.articles, 2u);
  EXPECT_FALSE(reader->speaker("nobody", {}));
}

TEST(Search, GivesTheLatestOfASpeakerOrOutletFirst) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(some_articles()));
  const auto reader = LedgerReader::open(file.path());
  SearchFilter filter;
  filter.outlet = "the harbour";
  const auto harbour = reader->search("", filter);
  ASSERT_EQ(harbour->size(), 2u);
  EXPECT_EQ(harbour->front().content, "the road is safe");
  SearchFilter ada;
  ada.speakers = {reader->find_speakers("Ada Lund")->matches.front().speaker.id};
  ada.limit = 2;
  ada.offset = 1;
  const auto second = reader->search("", ada);
  ASSERT_EQ(second->size(), 1u);
  EXPECT_EQ(second->front().content, "“tolls stay”");
  ada.form = Form::mixed;
  EXPECT_THAT(*reader->search("", ada), IsEmpty());
}

TEST(Changes, AreCutIntoPagesAndCounted) {
  const FreshFile file;
  MadeRecord made(
      "Ada Lund said the bridge opens. Ada Lund denied the toll rises. Ada Lund now says the bridge stays shut.");
  const auto ada = made.speaker("Ada Lund");
  const auto first = made.says(ada, "the bridge opens", "said");
  const auto second = made.says(ada, "the toll rises", "denied");
  const auto third = made.says(ada, "the bridge stays shut", "says");
  made.relates(RelationType::denies, second, first, "denied");
  made.relates(RelationType::retracts, third, first, "now");
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(std::vector<Record>{made.done()}));
  const auto reader = LedgerReader::open(file.path());
  ChangeFilter filter;
  filter.limit = 1;
  EXPECT_EQ(reader->changes_page(filter)->total, 2u);
  EXPECT_EQ(reader->changes_page(filter)->turns.size(), 1u);
  filter.offset = 2;
  EXPECT_THAT(reader->changes_page(filter)->turns, IsEmpty());
  ChangeFilter denials;
  denials.type = RelationType::denies;
  EXPECT_EQ(reader->changes_page(denials)->total, 1u);
}

}  // namespace
}  // namespace onrecord::ledger
