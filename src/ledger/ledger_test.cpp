// The ledger through its door: what goes in comes out, once, in any order.
#include "ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

#include "ledger/fresh_file.h"
#include "ledger/keys.h"
#include "ledger/made_record.h"
#include "ledger/sqlite.h"

namespace onrecord {
namespace {

using ledger::FreshFile;
using ledger::MadeRecord;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Record bridge_promise() {
  MadeRecord made("Transport minister Ada Lund said on Monday: “The bridge at Storvik will open to traffic in May.”");
  made.outlet("Radio Fjord").published("2031-05-12").id("fjord-1");
  const auto ada = made.speaker("Ada Lund", SpeakerKind::person, "Transport minister");
  const auto promise = made.says(ada, "“The bridge at Storvik will open to traffic in May.”", "said");
  made.record.resolution.statements[promise].said =
      Said{parse_iso("2031-05-12"), parse_iso("2031-05-12"), "weekday", made.span("Monday"), 0.9f};
  return made.done();
}

Record bridge_walk_back() {
  MadeRecord made(
      "Ada Lund had said the bridge would open in May. “I should not have named a month for the bridge. That was a "
      "mistake,” Lund told Havn Post.");
  made.outlet("Havn Post").published("2031-05-14");
  const auto ada = made.speaker("Ada Lund");
  const auto promise = made.says(ada, "the bridge would open in May", "had said");
  const auto back = made.says(ada, "“I should not have named a month for the bridge. That was a mistake,”", "told");
  made.record.resolution.statements[back].told = Told{"Havn Post", made.span("Havn Post"), 0.9f};
  made.relates(RelationType::retracts, back, promise, "That was a mistake");
  return made.done();
}

Record bridge_copy() {
  MadeRecord made("“The bridge at Storvik will open to traffic in May,” said Ada Lund, the minister.");
  made.outlet("Dagens Kyst").published("2031-05-13");
  const auto ada = made.speaker("Ada Lund", SpeakerKind::person, "minister");
  made.says(ada, "“The bridge at Storvik will open to traffic in May,”", "said");
  return made.done();
}

std::vector<Receipt> add(const std::string& path, const std::vector<Record>& records) {
  auto writer = LedgerWriter::open(path);
  EXPECT_TRUE(writer) << to_line(writer.error());
  auto receipts = writer->add(records);
  EXPECT_TRUE(receipts) << to_line(receipts.error());
  return *receipts;
}

LedgerReader open(const std::string& path) {
  auto reader = LedgerReader::open(path);
  EXPECT_TRUE(reader) << to_line(reader.error());
  return std::move(*reader);
}

// All that an export holds, as one text.
std::string exported(const LedgerReader& reader) {
  std::string out;
  const auto done = reader.each_record([&](const LedgerRecord& record) {
    out += record.article + " " + record.record.article.path + " " + ledger::digest(record.record) + "\n";
    for (const LedgerSpeaker& speaker : record.speakers) out += " " + speaker.id + " " + speaker.name + "\n";
    for (const std::string& utterance : record.utterances) out += " " + utterance + "\n";
    for (const LedgerRelation& relation : record.across)
      out += " " + relation.id + " " + std::to_string(relation.from) + " " + relation.to + "\n";
    return true;
  });
  EXPECT_TRUE(done) << to_line(done.error());
  return out;
}

std::vector<std::string> violations(const LedgerReader& reader) {
  std::vector<std::string> found;
  const auto done = reader.check([&](const Violation& violation) { found.push_back(violation); });
  EXPECT_TRUE(done) << to_line(done.error());
  return found;
}

TEST(Ledger, GivesBackWhatWasAdded) {
  const FreshFile file;
  const Record added = bridge_walk_back();
  add(file.path(), {added});
  std::vector<LedgerRecord> records;
  ASSERT_TRUE(open(file.path()).each_record([&](const LedgerRecord& record) {
    records.push_back(record);
    return true;
  }));
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(ledger::digest(records[0].record), ledger::digest(added));
  EXPECT_EQ(records[0].article, identity(added.article).substr(0, 16));
}

TEST(Ledger, AddingTwiceChangesNothing) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back()});
  const std::string before = exported(open(file.path()));
  Record elsewhere = bridge_promise();
  elsewhere.article.path = "another/path.txt";
  const auto receipts = add(file.path(), {elsewhere, bridge_walk_back()});
  EXPECT_EQ(receipts[0].outcome, Receipt::Outcome::known);
  EXPECT_EQ(receipts[1].outcome, Receipt::Outcome::known);
  EXPECT_EQ(exported(open(file.path())), before);
  EXPECT_EQ(open(file.path()).counts()->articles, 2u);
}

TEST(Ledger, OneBatchMayHoldAnArticleTwice) {
  const FreshFile file;
  const auto receipts = add(file.path(), {bridge_promise(), bridge_promise()});
  EXPECT_EQ(receipts[0].outcome, Receipt::Outcome::added);
  EXPECT_EQ(receipts[1].outcome, Receipt::Outcome::known);
}

TEST(Ledger, KeepsBothVersionsOfOneOwnId) {
  const FreshFile file;
  MadeRecord later("Transport minister Ada Lund said on Monday: “The bridge at Storvik will open in June.”");
  later.outlet("Radio Fjord").published("2031-05-12").id("fjord-1");
  add(file.path(), {bridge_promise(), later.done()});
  std::vector<std::string> ids;
  ASSERT_TRUE(open(file.path()).each_record([&](const LedgerRecord& record) {
    ids.push_back(record.record.article.id);
    return true;
  }));
  EXPECT_THAT(ids, testing::ElementsAre("fjord-1", "fjord-1"));
}

TEST(Ledger, RefusesARecordWhoseSpansLeaveTheTextAndTakesTheRest) {
  const FreshFile file;
  Record broken = bridge_walk_back();
  broken.statements[0].content[0].end = 5000;
  const auto receipts = add(file.path(), {broken, bridge_promise()});
  EXPECT_EQ(receipts[0].outcome, Receipt::Outcome::refused);
  EXPECT_THAT(to_line(*receipts[0].error), HasSubstr("content ends behind the text"));
  EXPECT_EQ(receipts[1].outcome, Receipt::Outcome::added);
  EXPECT_THAT(violations(open(file.path())), IsEmpty());
}

TEST(Ledger, ASoundLedgerHasNoViolations) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back(), bridge_copy()});
  EXPECT_THAT(violations(open(file.path())), IsEmpty());
}

TEST(Ledger, OneQuotationOfTwoOutletsIsOneUtterance) {
  const FreshFile file;
  const auto receipts = add(file.path(), {bridge_promise(), bridge_copy()});
  const auto one = open(file.path()).show(receipts[0].article + "-s1");
  const auto other = open(file.path()).show(receipts[1].article + "-s1");
  ASSERT_TRUE(one && other);
  EXPECT_EQ(std::get<Utterance>(*one).id, std::get<Utterance>(*other).id);
  EXPECT_EQ(std::get<Utterance>(*one).reports.size(), 2u);
}

TEST(Ledger, ChangesTellWhoTookBackWhat) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back(), bridge_copy()});
  const auto changes = open(file.path()).changes({});
  ASSERT_TRUE(changes) << to_line(changes.error());
  ASSERT_EQ(changes->size(), 1u);
  EXPECT_EQ(changes->front().type, RelationType::retracts);
  EXPECT_EQ(changes->front().from.content, "“I should not have named a month for the bridge. That was a mistake,”");
  EXPECT_EQ(changes->front().to->content, "the bridge would open in May");
  EXPECT_EQ(changes->front().evidence_words, std::vector<std::string>{"That was a mistake"});
}

// A later article that takes back, by a mention only, what an earlier one reported.
Record bridge_regret() {
  MadeRecord made(
      "Ada Lund apologised for the promise that the Storvik bridge will open to traffic in May. “I was wrong,” Lund "
      "said.");
  made.outlet("Havn Post").published("2031-05-14");
  const auto ada = made.speaker("Ada Lund");
  const auto regret = made.says(ada, "“I was wrong,”", "said");
  Relation relation;
  relation.type = RelationType::retracts;
  relation.from = regret;
  relation.to_span = made.span("the promise that the Storvik bridge will open to traffic in May");
  relation.evidence = {made.span("apologised for")};
  relation.decision = {"made", 0.7f};
  made.record.relations.push_back(relation);
  return made.done();
}

TEST(Ledger, AMentionFindsWhatAnEarlierArticleReportedWhicheverCameFirst) {
  std::vector<Record> records{bridge_promise(), bridge_copy(), bridge_regret()};
  const std::string promise = ledger::handle_of(ledger::article_key(records[0].article)) + "-s1";
  for (int order = 0; order < 2; ++order) {
    const FreshFile file;
    add(file.path(), records);
    std::vector<LedgerRelation> across;
    ASSERT_TRUE(open(file.path()).each_record([&](const LedgerRecord& record) {
      across.insert(across.end(), record.across.begin(), record.across.end());
      return true;
    }));
    // Two outlets reported the promise: one target, its earliest report.
    ASSERT_EQ(across.size(), 1u);
    EXPECT_EQ(across[0].type, RelationType::retracts);
    EXPECT_EQ(across[0].to, promise);
    const auto shown = open(file.path()).show(promise);
    ASSERT_EQ(std::get<Utterance>(*shown).done_to_it.size(), 1u);
    EXPECT_EQ(std::get<Utterance>(*shown).done_to_it[0].evidence_words, std::vector<std::string>{"apologised for"});
    EXPECT_THAT(violations(open(file.path())), IsEmpty());
    std::reverse(records.begin(), records.end());
  }
}

TEST(Ledger, LedgersMadeApartAreTheOneThatAllTheirArticlesMake) {
  const FreshFile whole, one, other, merged;
  add(whole.path(), {bridge_promise(), bridge_copy(), bridge_regret(), bridge_walk_back()});
  add(one.path(), {bridge_regret(), bridge_copy()});
  add(other.path(), {bridge_walk_back(), bridge_promise(), bridge_copy()});
  {
    auto writer = LedgerWriter::open(merged.path());
    ASSERT_TRUE(writer);
    const auto first = merge(*writer, open(one.path()));
    ASSERT_TRUE(first) << to_line(first.error());
    EXPECT_EQ(first->added, 2u);
    const auto second = merge(*writer, open(other.path()));
    ASSERT_TRUE(second) << to_line(second.error());
    EXPECT_EQ(second->added, 2u);
    EXPECT_EQ(second->known, 1u);
  }
  EXPECT_EQ(exported(open(merged.path())), exported(open(whole.path())));
  EXPECT_THAT(violations(open(merged.path())), IsEmpty());
}

TEST(Ledger, ADayOfNoCalendarIsRefusedAndTheRestGoesIn) {
  Record odd = bridge_promise();
  odd.resolution.statements[0].said->from = odd.resolution.statements[0].said->to = Date{0, 12, 27};
  const FreshFile file;
  const auto receipts = add(file.path(), {odd, bridge_copy()});
  EXPECT_EQ(receipts[0].outcome, Receipt::Outcome::refused);
  EXPECT_EQ(receipts[1].outcome, Receipt::Outcome::added);
  EXPECT_THAT(violations(open(file.path())), IsEmpty());
}

TEST(Ledger, AVerdictNeedsTheIdAsItIsWritten) {
  const FreshFile file;
  add(file.path(), {bridge_walk_back()});
  auto writer = LedgerWriter::open(file.path());
  ASSERT_TRUE(writer);
  const std::string id = open(file.path()).changes({})->front().id;
  for (const std::string& wrong : {id + "x", id.substr(0, id.size() - 1) + "01", id.substr(0, id.size() - 1)})
    EXPECT_FALSE(writer->judge(wrong, Judgement::confirmed, "Kim", "")) << wrong;
  EXPECT_TRUE(writer->judge(id, Judgement::confirmed, "Kim", ""));
}

TEST(Ledger, ANameMeansPeopleBesideWhateverElseIsCalledSo) {
  MadeRecord made("Ada Lund said so. Lund, a fund, said so. The friends of Ada Lund said no. Ada, a ship, said nothing.");
  const auto ada = made.speaker("Ada Lund");
  const auto fund = made.speaker("Lund", SpeakerKind::organisation);
  const auto friends = made.speaker("friends of Ada Lund", SpeakerKind::group);
  for (const std::uint32_t speaker : {ada, fund, friends}) made.says(speaker, "so", "said");
  const FreshFile file;
  add(file.path(), {made.done()});
  const LedgerReader reader = open(file.path());
  const auto called = [&](const char* name) {
    std::vector<std::string> names;
    const auto found = reader.find_speakers(name);
    for (const SpeakerMatch& match : found->matches) names.push_back(match.speaker.name);
    std::ranges::sort(names);
    return names;
  };
  EXPECT_THAT(called("Lund"), ElementsAre("Ada Lund", "Lund"));
  EXPECT_THAT(called("Ada"), ElementsAre("Ada Lund"));
  EXPECT_THAT(called("Ada Lund"), ElementsAre("Ada Lund"));
  EXPECT_THAT(called("friends"), ElementsAre("friends of Ada Lund"));
}

TEST(Ledger, ChangesKeepToTheDaysAskedFor) {
  const FreshFile file;
  add(file.path(), {bridge_walk_back()});
  ChangeFilter filter;
  filter.since = parse_iso("2031-05-15");
  EXPECT_THAT(*open(file.path()).changes(filter), IsEmpty());
  filter.since = parse_iso("2031-05-14");
  filter.until = filter.since;
  EXPECT_EQ(open(file.path()).changes(filter)->size(), 1u);
}

TEST(Ledger, ARejectedTurnIsNoLongerAChange) {
  const FreshFile file;
  add(file.path(), {bridge_walk_back()});
  const std::string turn = open(file.path()).changes({})->front().id;
  ASSERT_TRUE(LedgerWriter::open(file.path())->judge(turn, Judgement::rejected, "Liv", "not the same bridge"));
  EXPECT_THAT(*open(file.path()).changes({}), IsEmpty());
  const auto second = LedgerWriter::open(file.path())->judge(turn, Judgement::confirmed, "Liv", "it is");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->replaces, 1u);
  EXPECT_EQ(open(file.path()).changes({})->front().judgement, Judgement::confirmed);
  EXPECT_THAT(violations(open(file.path())), IsEmpty());
}

TEST(Ledger, WhatIsNotSureEnoughIsLeftOutUntilAPersonConfirmsIt) {
  const FreshFile file;
  add(file.path(), {bridge_walk_back()});
  const Turn turn = open(file.path()).changes({})->front();
  ChangeFilter sure;
  sure.least = turn.decision.confidence;
  EXPECT_EQ(open(file.path()).changes(sure)->size(), 1u);
  sure.least = std::nextafter(turn.decision.confidence, 2.0f);
  EXPECT_THAT(*open(file.path()).changes(sure), IsEmpty());
  ASSERT_TRUE(LedgerWriter::open(file.path())->judge(turn.id, Judgement::confirmed, "Liv", "it is"));
  EXPECT_EQ(open(file.path()).changes(sure)->size(), 1u);
}

TEST(Ledger, TheTimelineStandsInTheOrderItWasSaid) {
  const FreshFile file;
  add(file.path(), {bridge_walk_back(), bridge_copy(), bridge_promise()});
  const LedgerReader reader = open(file.path());
  const auto who = reader.find_speakers("LUND");
  ASSERT_TRUE(who);
  ASSERT_EQ(who->matches.size(), 1u);
  EXPECT_EQ(who->by, NameMatch::part_of_name);
  const auto timeline = reader.timeline({who->matches[0].speaker.id}, "");
  ASSERT_TRUE(timeline) << to_line(timeline.error());
  ASSERT_GE(timeline->utterances.size(), 2u);
  EXPECT_THAT(timeline->utterances.front().reports.front().content, HasSubstr("Storvik"));
  EXPECT_THAT(timeline->utterances.back().reports.front().content, HasSubstr("mistake"));
  const auto about = reader.timeline({who->matches[0].speaker.id}, "named months");
  ASSERT_EQ(about->utterances.size(), 1u);
  EXPECT_EQ(about->utterances.front().does.size(), 1u);
}

TEST(Ledger, SearchFindsWordsInAnyFormAndKeepsToItsFilters) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back()});
  const LedgerReader reader = open(file.path());
  EXPECT_EQ(reader.search("bridges opening", {})->size(), 2u);
  SearchFilter filter;
  filter.outlet = "radio fjord";
  EXPECT_EQ(reader.search("bridge", filter)->size(), 1u);
  filter.form = Form::indirect;
  EXPECT_THAT(*reader.search("bridge", filter), IsEmpty());
}

TEST(Ledger, SearchTakesNoWordForSyntax) {
  const FreshFile file;
  add(file.path(), {bridge_promise()});
  const LedgerReader reader = open(file.path());
  const std::vector<std::string> hostile_words{"bridge\" OR 1",
                                               "content:bridge",
                                               "bri*",
                                               "NEAR(bridge may, 2)",
                                               "\"",
                                               "'; DROP TABLE article; --",
                                               "-",
                                               "((((",
                                               "bridge AND",
                                               "^bridge",
                                               "{content} : x",
                                               "\xff\xfe",
                                               std::string("a\0b", 3),
                                               "NOT",
                                               "rank MATCH 'bm25(10.0)'",
                                               "  ",
                                               "%s%n"};
  for (const std::string& hostile : hostile_words) {
    const auto found = reader.search(hostile, {});
    EXPECT_TRUE(found) << hostile << ": " << to_line(found.error());
  }
  EXPECT_EQ(reader.search("bridge (may)!", {})->size(), 1u);
}

TEST(Ledger, AMonthAsABoundTakesInAllItsDays) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back()});
  const LedgerReader reader = open(file.path());
  const auto all = reader.changes({})->size();
  ASSERT_GT(all, 0u);
  const Date day = *reader.changes({})->front().from.source.published;
  const Date month{day.year, day.month, 0};
  ChangeFilter inside, before;
  inside.since = inside.until = month;
  before.until = Date{static_cast<std::int16_t>(day.year - 1), 0, 0};
  EXPECT_EQ(reader.changes(inside)->size(), all);
  EXPECT_EQ(reader.changes(before)->size(), 0u);
  SearchFilter search;
  search.since = search.until = month;
  EXPECT_EQ(reader.search("bridge", search)->size(), reader.search("bridge", {})->size());
  const std::string ada = reader.find_speakers("Ada Lund")->matches.front().speaker.id;
  SpeakerFilter speaker;
  speaker.since = speaker.until = month;
  EXPECT_EQ(reader.speaker(ada, speaker)->utterances.size(), reader.speaker(ada, {})->utterances.size());
}

TEST(Ledger, NamesOfAnyBytesMeanNobodyOrSomebody) {
  const FreshFile file;
  add(file.path(), {bridge_promise()});
  const LedgerReader reader = open(file.path());
  for (const std::string& name :
       std::vector<std::string>{"", "\xff", "Lund \xf0\x9f", "\xe2", "~", "~person", "~person:", "-p1"})
    EXPECT_TRUE(reader.find_speakers(name)) << name;
  SearchFilter filter;
  filter.outlet = "Radio \xff";
  EXPECT_THAT(*reader.search("bridge", filter), IsEmpty());
}

TEST(Ledger, CheckNamesWhatWasChangedBehindTheLedgersBack) {
  const FreshFile file;
  add(file.path(), {bridge_promise(), bridge_walk_back()});
  {
    const ledger::Database database(file.path(), ledger::Access::write);
    const std::string trigger =
        "CREATE TRIGGER statement_is_final BEFORE UPDATE ON statement\nBEGIN SELECT raise(ABORT, 'the ledger only "
        "appends'); END";
    database.run("DROP TRIGGER statement_is_final");
    database.run("UPDATE statement SET said_from = '2031-05-01' WHERE said_from IS NOT NULL");
    database.run("UPDATE statement SET content = '[[0,9999]]' WHERE article = 2 AND ordinal = 1");
    database.run(trigger);
  }
  const auto found = violations(open(file.path()));
  EXPECT_THAT(found, testing::Contains(HasSubstr("it was changed after it was added")));
  EXPECT_THAT(found, testing::Contains(HasSubstr("its content ends behind the text")));
}

TEST(Ledger, CheckNamesAStatementWhoseWordsTheIndexHoldsOtherwise) {
  const FreshFile file;
  const std::string handle = add(file.path(), {bridge_promise(), bridge_walk_back()})[0].article;
  {
    const ledger::Database database(file.path(), ledger::Access::write);
    database.run("INSERT INTO statement_search (rowid, content, speaker, cue) VALUES (1, 'ferry', '', '')");
  }
  EXPECT_THAT(violations(open(file.path())),
              ElementsAre("statement " + handle + "-s1: the full-text index holds other words for it"));
}

TEST(Ledger, AStatementOfMarksAloneIsFiledAsItShouldBe) {
  const FreshFile file;
  Record record = bridge_promise();
  const std::size_t at = record.article.text.find(' ');
  record.statements[0].content = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)}};
  record.statements[0].quotes.clear();
  add(file.path(), {record});
  EXPECT_THAT(violations(open(file.path())), IsEmpty());
}

TEST(Ledger, ShowTakesTheBeginningOfAnId) {
  const FreshFile file;
  const std::string handle = add(file.path(), {bridge_walk_back()})[0].article;
  const LedgerReader reader = open(file.path());
  EXPECT_TRUE(std::holds_alternative<LedgerRecord>(*reader.show(handle.substr(0, 6))));
  EXPECT_TRUE(std::holds_alternative<Utterance>(*reader.show(handle.substr(0, 6) + "-s2")));
  EXPECT_TRUE(std::holds_alternative<SpeakerPage>(*reader.show(handle + "-p1")));
  EXPECT_TRUE(std::holds_alternative<Turn>(*reader.show(handle + "-r1")));
  const std::vector<std::string> strange_ids{
      "",           "-",           "zzzz",          "abc",          "~",    "~a", "x", "x1", handle + "-s9",
      handle + "-", handle + "-s", handle + "-s1x", handle + "-q1", "fjord"};
  for (const std::string& strange : strange_ids) {
    EXPECT_FALSE(reader.show(strange)) << strange;
  }
}

TEST(Ledger, VerdictsPartAndJoinSpeakers) {
  const FreshFile file;
  MadeRecord other("“I won the race,” said Ada Lund, a skier from Havn.");
  const auto skier = other.speaker("Ada Lund", SpeakerKind::person, "skier");
  other.says(skier, "“I won the race,”", "said");
  const auto receipts = add(file.path(), {bridge_promise(), bridge_copy(), other.done()});
  const std::string minister = receipts[0].article + "-p1", athlete = receipts[2].article + "-p1";
  EXPECT_EQ(open(file.path()).find_speakers("Ada Lund")->matches.size(), 1u);
  ASSERT_TRUE(LedgerWriter::open(file.path())->different_speakers(minister, athlete, "Liv", "namesakes"));
  const auto parted = open(file.path()).find_speakers("ada lund");
  ASSERT_EQ(parted->matches.size(), 2u);
  EXPECT_EQ(parted->matches[0].statements, 2u);
  EXPECT_EQ(parted->matches[1].speaker.id, athlete);
  ASSERT_TRUE(LedgerWriter::open(file.path())->same_speaker(athlete, minister, "Liv", "she skis too"));
  EXPECT_EQ(open(file.path()).find_speakers("Ada Lund")->matches.size(), 1u);
}

// Three articles: she with and without her initial, and a namesake with another one.
std::vector<Record> forms_of_a_name() {
  MadeRecord plain("Ada Lund, transport minister, said the bridge is safe.");
  plain.says(plain.speaker("Ada Lund", SpeakerKind::person, "transport minister"), "the bridge is safe", "said");
  MadeRecord initial("Transport minister Ada K. Lund denied the toll.");
  initial.says(initial.speaker("Ada K. Lund", SpeakerKind::person, "Transport minister"), "the toll", "denied");
  MadeRecord other("Ada M. Lund, a skier, said snow is late.");
  other.says(other.speaker("Ada M. Lund", SpeakerKind::person, "skier"), "snow is late", "said");
  return {plain.done(), initial.done(), other.done()};
}

TEST(Ledger, FormsOfOnePersonsNameAreOneSpeakerInAnyOrder) {
  auto articles = forms_of_a_name();
  const FreshFile file, turned;
  add(file.path(), articles);
  std::reverse(articles.begin(), articles.end());
  for (const Record& article : articles) add(turned.path(), {article});
  EXPECT_EQ(exported(open(file.path())), exported(open(turned.path())));
  const LedgerReader reader = open(file.path());
  const auto ada = reader.find_speakers("Ada Lund");
  ASSERT_EQ(ada->matches.size(), 1u);
  EXPECT_EQ(ada->matches[0].speaker.name, "Ada K. Lund");
  EXPECT_EQ(ada->matches[0].statements, 2u);
  EXPECT_EQ(ada->matches[0].articles, 2u);
  const auto timeline = reader.timeline({ada->matches[0].speaker.id}, "");
  EXPECT_EQ(timeline->utterances.size(), 2u);
  EXPECT_EQ(reader.speaker(ada->matches[0].speaker.id, {})->names.size(), 2u);
  EXPECT_EQ(reader.find_speakers("Ada M. Lund")->matches.front().statements, 1u);
}

TEST(Ledger, ANameThatTheTalliesLostIsNoCrash) {
  const FreshFile file;
  const auto receipts = add(file.path(), forms_of_a_name());
  ASSERT_TRUE(LedgerWriter::open(file.path())
                  ->different_speakers(receipts[0].article + "-p1", receipts[1].article + "-p1", "Liv", "two"));
  ledger::Database(file.path(), ledger::Access::write).run("DELETE FROM named");
  const auto found = open(file.path()).find_speakers("Ada Lund");
  EXPECT_TRUE(found || !found.error().what.empty());
}

TEST(Ledger, AVerdictPartsFormsOfAName) {
  const FreshFile file;
  const auto receipts = add(file.path(), forms_of_a_name());
  ASSERT_TRUE(
      LedgerWriter::open(file.path())
          ->different_speakers(receipts[0].article + "-p1", receipts[1].article + "-p1", "Liv", "mother, daughter"));
  EXPECT_EQ(open(file.path()).find_speakers("Ada Lund")->matches.front().statements, 1u);
  ASSERT_TRUE(LedgerWriter::open(file.path())
                  ->same_speaker(receipts[0].article + "-p1", receipts[1].article + "-p1", "Liv", "no, one"));
  EXPECT_EQ(open(file.path()).find_speakers("Ada Lund")->matches.front().statements, 2u);
}

TEST(Ledger, AnUnnamedSourceIsNeverMadeAPerson) {
  const FreshFile file;
  MadeRecord made("An official said the bridge is safe.");
  const auto official = made.speaker("official", SpeakerKind::unnamed);
  made.says(official, "the bridge is safe", "said");
  const auto receipts = add(file.path(), {bridge_promise(), made.done()});
  const auto verdict = LedgerWriter::open(file.path())
                           ->same_speaker(receipts[0].article + "-p1", receipts[1].article + "-p1", "Liv", "");
  ASSERT_FALSE(verdict);
  EXPECT_THAT(to_line(verdict.error()), HasSubstr("unnamed"));
}

TEST(Ledger, TheSameSetGivesTheSameExportInAnyOrderAndBatches) {
  std::vector<Record> records{bridge_promise(), bridge_walk_back(), bridge_copy()};
  for (int day = 10; day < 28; ++day) {
    MadeRecord made("“The bridge at Storvik will open to traffic in May, number " + std::to_string(day % 5) +
                    ",” said " + (day % 2 == 0 ? "Ada Lund" : "Per Dahl") + ". He later said the ferry stays.");
    made.published("2031-05-" + std::to_string(day)).outlet("Outlet " + std::to_string(day % 3));
    const auto who = made.speaker(day % 2 == 0 ? "Ada Lund" : "Per Dahl");
    const auto one = made.says(
        who, "“The bridge at Storvik will open to traffic in May, number " + std::to_string(day % 5) + ",”", "said");
    const auto two = made.says(who, "the ferry stays", "later said");
    made.relates(RelationType::clarifies, two, one, "later said");
    records.push_back(made.done());
  }
  std::mt19937 random(7);
  std::string expected;
  for (int round = 0; round < 6; ++round) {
    const FreshFile file;
    for (std::size_t i = 0; i < records.size();) {
      const std::size_t end = std::min(records.size(), i + 1 + random() % 9);
      add(file.path(),
          {records.begin() + static_cast<std::ptrdiff_t>(i), records.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
    const std::string text = exported(open(file.path()));
    if (round == 0) expected = text;
    EXPECT_EQ(text, expected);
    std::shuffle(records.begin(), records.end(), random);
  }
}

TEST(Ledger, AReaderSeesWholeBatchesBesideAWriter) {
  const FreshFile file;
  add(file.path(), {bridge_promise()});
  std::jthread adding([&] {
    auto writer = LedgerWriter::open(file.path());
    for (int i = 0; i < 40; ++i) {
      std::vector<Record> batch;
      for (int k = 0; k < 2; ++k) {
        MadeRecord made("“We count to " + std::to_string(2 * i + k) + " here,” said Per Dahl.");
        made.says(made.speaker("Per Dahl"), "“We count to " + std::to_string(2 * i + k) + " here,”", "said");
        batch.push_back(made.done());
      }
      ASSERT_TRUE(writer->add(batch));
    }
  });
  const LedgerReader reader = open(file.path());
  for (std::size_t seen = 0; seen < 81;) {
    const auto counts = reader.counts();
    ASSERT_TRUE(counts) << to_line(counts.error());
    EXPECT_EQ(counts->articles % 2, 1u);
    EXPECT_EQ(counts->articles, counts->statements);
    EXPECT_GE(counts->articles, seen);
    seen = counts->articles;
  }
}

TEST(Ledger, ASecondWriterIsTold) {
  const FreshFile file;
  const auto first = LedgerWriter::open(file.path());
  ASSERT_TRUE(first);
  const auto second = LedgerWriter::open(file.path(), std::chrono::milliseconds(0));
  ASSERT_FALSE(second);
  EXPECT_THAT(to_line(second.error()), HasSubstr("another onrecord is adding"));
}

}  // namespace
}  // namespace onrecord
