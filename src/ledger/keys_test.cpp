#include "ledger/keys.h"

#include <gtest/gtest.h>

#include "ledger/made_record.h"

namespace onrecord::ledger {
namespace {

TEST(Keys, TheKeyIsTheIdentityWhereTheSourceGaveNoId) {
  const Record record = MadeRecord("A text.").done();
  EXPECT_EQ(article_key(record.article), identity(record.article));
  EXPECT_EQ(handle_of(article_key(record.article)).size(), 16u);
}

TEST(Keys, TwoOwnIdsAreTwoArticlesAndAPathIsNone) {
  Article one = MadeRecord("A text.").id("a").done().article;
  Article other = MadeRecord("A text.").id("b").done().article;
  EXPECT_NE(article_key(one), article_key(other));
  other.id = "a";
  other.path = "elsewhere.txt";
  EXPECT_EQ(article_key(one), article_key(other));
}

TEST(Keys, NamesCompareWithoutCaseMarksAndBlanks) {
  EXPECT_EQ(name_key("  Ada  LUND "), "ada lund");
  EXPECT_EQ(name_key("Jean-Luc O’Hara"), "jean luc ohara");
  EXPECT_EQ(name_key("J.B. Dahl, Jr."), "jb dahl jr");
  EXPECT_EQ(name_key("Øyvind Ås"), name_key("ØYVIND ÅS"));
  EXPECT_EQ(name_key("…"), "");
}

Speaker speaker(std::string name, SpeakerKind kind) {
  Speaker made;
  made.name = std::move(name);
  made.kind = kind;
  return made;
}

TEST(Keys, OnlyPersonsOfTwoNamesAndProperOrganisationsMerge) {
  EXPECT_TRUE(merges(speaker("Ada Lund", SpeakerKind::person)));
  EXPECT_FALSE(merges(speaker("Lund", SpeakerKind::person)));
  EXPECT_FALSE(merges(speaker("Lund Jr.", SpeakerKind::person)));
  EXPECT_TRUE(merges(speaker("Nordland Police", SpeakerKind::organisation)));
  EXPECT_FALSE(merges(speaker("police", SpeakerKind::organisation)));
  EXPECT_FALSE(merges(speaker("", SpeakerKind::organisation)));
  for (const SpeakerKind kind :
       {SpeakerKind::unnamed, SpeakerKind::group, SpeakerKind::document, SpeakerKind::author, SpeakerKind::unknown})
    EXPECT_FALSE(merges(speaker("Harbour Officials", kind)));
}

TEST(Keys, APersonIsMeantByTheLastNameAnOrganisationByAnyWords) {
  EXPECT_TRUE(means("lund", "ada marie lund", SpeakerKind::person));
  EXPECT_TRUE(means("ada lund", "ada marie lund", SpeakerKind::person));
  EXPECT_TRUE(means("lund", "ada lund jr", SpeakerKind::person));
  EXPECT_FALSE(means("ada", "ada lund", SpeakerKind::person));
  EXPECT_FALSE(means("lund ada", "ada lund", SpeakerKind::person));
  EXPECT_TRUE(means("nordland", "nordland police", SpeakerKind::organisation));
  EXPECT_FALSE(means("", "ada lund", SpeakerKind::person));
}

TEST(Keys, TheDigestCoversAllButThePath) {
  const auto made = [] {
    MadeRecord record("“It opens in May,” said Ada Lund.");
    record.says(record.speaker("Ada Lund"), "“It opens in May,”", "said");
    return record.done();
  };
  Record record = made();
  const std::string before = digest(record);
  record.article.path = "elsewhere";
  EXPECT_EQ(digest(record), before);
  record.statements[0].decision.confidence = 0.1f;
  EXPECT_NE(digest(record), before);
  record = made();
  record.resolution.speakers[0].mentions[0].span.end = 9;
  EXPECT_NE(digest(record), before);
  record = made();
  record.resolution.statements[0].said = Said{};
  EXPECT_NE(digest(record), before);
}

}  // namespace
}  // namespace onrecord::ledger
