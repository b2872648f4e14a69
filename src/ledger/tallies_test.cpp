// Tallies that are kept as rows come are those that a count of all rows gives, and answers from them are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/schema.h"
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
        "SELECT json_array(role, r.bearers, r.first, r.last, name_key, kind) FROM named_role r JOIN named ON number = "
        "named ORDER BY 1",
        "SELECT json_array(day, statement, name_key, kind) FROM spoken JOIN named ON number = named ORDER BY 1",
        "SELECT json_array(outlet, articles, statements, direct, unnamed, indirect) FROM outlet_tally ORDER BY 1",
        "SELECT json_array(statement, article, name_key, kind, form, first, last) FROM statement_place LEFT JOIN named "
        "ON number = named ORDER BY 1"}) {
    Query query = database.query(sql);
    while (query.step()) lines.emplace_back(query.text(0));
  }
  return lines;
}

// The rows of the record, without tallies; those of every format.
void copy_record(const Database& into, const std::string& from) {
  into.run("ATTACH '" + from + "' AS other");
  for (const char* table : {"article", "speaker", "statement", "relation", "entry", "utterance_key", "acting_key",
                            "target_key", "utterance_tie", "across_relation", "tie_withdrawal", "verdict"})
    into.run(std::string("INSERT INTO main.") + table + " SELECT * FROM other." + table);
  into.run(
      "INSERT INTO statement_search (rowid, content, speaker, cue) SELECT number, content, speaker, cue FROM "
      "main.statement_words");
  into.run("DETACH other");
}

class Formats : public testing::TestWithParam<int> {};

TEST_P(Formats, AreBroughtToTheNewestWithAllThatTheyHold) {
  const FreshFile newest, older;
  ASSERT_TRUE(LedgerWriter::open(newest.path())->add(some_articles()));
  {
    const Database database(older.path(), Access::write);
    const auto all = migrations();
    const auto end = std::ranges::find_if(all, [](const Migration& step) { return step.version > GetParam(); });
    migrate(database, {all.begin(), end});
    database.run("PRAGMA trusted_schema = ON");
    copy_record(database, newest.path());
    ASSERT_EQ(database.number("PRAGMA user_version"), GetParam());
  }
  const auto reader = LedgerReader::open(older.path());
  ASSERT_TRUE(reader) << to_line(reader.error());
  EXPECT_EQ(tallies(Database(older.path(), Access::read)), tallies(Database(newest.path(), Access::read)));
  std::vector<Violation> found;
  ASSERT_TRUE(reader->check([&](const Violation& one) { found.push_back(one); }));
  EXPECT_THAT(found, IsEmpty());
  ASSERT_TRUE(LedgerWriter::open(older.path())
                  ->add(std::vector<Record>{article("2031-06-01", "Ada Lund", "Radio Fjord", {"so be it"})}));
  EXPECT_EQ(reader->find_speakers("Ada Lund")->matches.front().statements, 4u);
}

INSTANTIATE_TEST_SUITE_P(Every, Formats, testing::Range(1, static_cast<int>(newest_version()) + 1));

TEST(Tallies, CountWhatTheRecordHolds) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(some_articles()));
  const auto kept = tallies(Database(file.path(), Access::read));
  EXPECT_THAT(kept, testing::Contains(R"(["ada lund","person",1,2,3,2])"));
  EXPECT_THAT(kept, testing::Contains(R"(["Radio Fjord",2,3,1,0,2])"));
  EXPECT_THAT(kept, testing::Contains(R"(["councillor",2,"2031-04-02","2031-05-16","ada lund","person"])"));
}

// One row of a tally, changed behind the program's back, and what `check` says.
using Damage = std::pair<const char*, const char*>;
class DamagedTallies : public testing::TestWithParam<Damage> {};

TEST_P(DamagedTallies, AreFoundByCheck) {
  const FreshFile file;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(some_articles()));
  const auto reader = LedgerReader::open(file.path());
  std::vector<Violation> found;
  const auto keep = [&](const Violation& one) { found.push_back(one); };
  ASSERT_TRUE(reader->check(keep));
  ASSERT_THAT(found, IsEmpty());
  Database(file.path(), Access::write).run(GetParam().first);
  ASSERT_TRUE(reader->check(keep));
  EXPECT_THAT(found, testing::Contains(testing::HasSubstr(GetParam().second)));
}

INSTANTIATE_TEST_SUITE_P(
    Each, DamagedTallies,
    testing::Values(Damage{"UPDATE named SET statements = 7 WHERE name_key = 'ada lund'",
                           "tally named: it holds what a count does not give for “ada lund”"},
                    Damage{"DELETE FROM named_word WHERE word = 'ada'",
                           "tally named_word: it lacks what a count gives for “ada lund”"},
                    Damage{"UPDATE named_form SET bearers = 9", "tally named_form: it holds"},
                    Damage{"UPDATE named_role SET last = '2040-01-01'", "tally named_role: it holds"},
                    Damage{"UPDATE named_sound SET sound = sound || 'x'", "tally named_sound: it holds"},
                    Damage{"DELETE FROM spoken WHERE day = '2031-05-16'", "tally spoken: it lacks"},
                    Damage{"UPDATE statement_place SET first = '1999-01-01' WHERE statement = 1",
                           "tally statement_place: it holds"},
                    Damage{"INSERT INTO statement_beyond VALUES (1, '2040-01-01')", "tally statement_beyond: it holds"},
                    Damage{"UPDATE outlet_tally SET direct = direct + 1", "tally outlet_tally: it holds"}));

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
