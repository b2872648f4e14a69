// Namesakes in a ledger: who they are depends on the families of their names, and verdicts go before it.
#include "ledger/bearers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/snapshot.h"

namespace onrecord::ledger {
namespace {

Record pilot() {
  MadeRecord made("Odd Dahl, a harbour pilot, said the ferry waits at the quay.");
  made.published("2031-05-16");
  made.says(made.speaker("Odd Dahl", SpeakerKind::person, "harbour pilot"), "the ferry waits at the quay", "said");
  return made.done();
}

Record astronomer() {
  MadeRecord made("Odd Dahl, the astronomer, told of a comet: its tail shines.");
  made.published("2035-11-02");
  made.says(made.speaker("Odd Dahl", SpeakerKind::person, "astronomer"), "its tail shines", "told");
  return made.done();
}

// Others who bear the first name or the last.
std::vector<Record> families() {
  std::vector<Record> articles;
  for (const std::string name : {"Odd Moe", "Odd Holm", "Odd Lund", "Kari Dahl", "Ida Dahl", "Per Dahl"}) {
    MadeRecord made(name + " said the bridge opens.");
    made.says(made.speaker(name), "the bridge opens", "said");
    articles.push_back(made.done());
  }
  return articles;
}

std::vector<std::string> bearers(Snapshot& snapshot) {
  std::vector<std::string> ids;
  for (const SpeakerMatch& match : snapshot.speakers.find("Odd Dahl").matches) {
    EXPECT_EQ(snapshot.speakers.forms_of(match.speaker.id), std::vector<std::string>{"Odd Dahl"});
    ids.push_back(match.speaker.id + " " + std::to_string(match.statements));
  }
  return ids;
}

TEST(Bearers, OfANameThatBecomesCommonAreTwo) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  const auto shared = std::make_shared<Known>();
  ASSERT_TRUE(writer->add(std::vector<Record>{pilot(), astronomer()}));
  {
    const Database database(file.path(), Access::read);
    Snapshot kept(database, shared);
    EXPECT_EQ(bearers(kept).size(), 1u) << "nobody else is called so";
  }
  for (const Record& article : families()) {
    ASSERT_TRUE(writer->add(std::vector<Record>{article}));
    const Database database(file.path(), Access::read);
    Snapshot kept(database, shared);
    const Database other(file.path(), Access::read);
    Snapshot anew(other);
    EXPECT_EQ(bearers(kept), bearers(anew));
  }
  const Database database(file.path(), Access::read);
  Snapshot kept(database, shared);
  EXPECT_EQ(bearers(kept).size(), 2u);
}

TEST(Bearers, OfACommonNameAreTheSameInAnyOrder) {
  std::vector<Record> articles = families();
  articles.push_back(pilot());
  articles.push_back(astronomer());
  const FreshFile file, turned;
  ASSERT_TRUE(LedgerWriter::open(file.path())->add(articles));
  std::ranges::reverse(articles);
  ASSERT_TRUE(LedgerWriter::open(turned.path())->add(articles));
  const Database one(file.path(), Access::read), other(turned.path(), Access::read);
  Snapshot here(one), there(other);
  EXPECT_EQ(bearers(here), bearers(there));
  EXPECT_EQ(bearers(here).size(), 2u);
}

TEST(Bearers, AreOneWhereAPersonSaysSo) {
  std::vector<Record> articles = families();
  articles.push_back(pilot());
  articles.push_back(astronomer());
  const FreshFile file;
  const auto receipts = LedgerWriter::open(file.path())->add(articles);
  ASSERT_TRUE(receipts);
  const std::string a = (*receipts)[6].article + "-p1", b = (*receipts)[7].article + "-p1";
  const auto count = [&] {
    const Database database(file.path(), Access::read);
    Snapshot snapshot(database);
    return snapshot.speakers.find("Odd Dahl").matches.size();
  };
  EXPECT_EQ(LedgerReader::open(file.path())->timeline({a}, "")->utterances.size(), 1u);
  ASSERT_TRUE(LedgerWriter::open(file.path())->same_speaker(a, b, "Liv", "he looks at stars by night"));
  EXPECT_EQ(LedgerReader::open(file.path())->timeline({a}, "")->utterances.size(), 2u);
  ASSERT_TRUE(LedgerWriter::open(file.path())->different_speakers(a, b, "Liv", "no"));
  EXPECT_EQ(LedgerReader::open(file.path())->timeline({b}, "")->utterances.size(), 1u);
  EXPECT_EQ(count(), 2u);
}

TEST(Bearers, TheNumberOfNamesIsRough) {
  EXPECT_EQ(names_roughly(96'000), names_roughly(96'999));
  EXPECT_EQ(names_roughly(96'000), 81'920 / 4);
  EXPECT_EQ(names_roughly(0), 0);
}

}  // namespace
}  // namespace onrecord::ledger
