#include "read/plain_text.h"

#include <gtest/gtest.h>

#include "read/gathered.h"
#include "read/limits.h"

namespace onrecord {
namespace {

constexpr std::string_view bridge =
    "Minister Takes Back Promise on Bridge\n\n"
    "The crossing at Sundvik will not open this year\n\n"
    "By Ada Lund and Per Holm\n\n"
    "SUNDVIK, May 15 (NNB) — The transport minister said on Thursday that the bridge would open later than "
    "promised.\n\n"
    "She spoke to reporters at the building site.\n";

TEST(PlainText, KeepsTheFileByteForByte) {
  const std::string text = "\xef\xbb\xbf  A line. \r\n\r\nAnother\tone.\r\n";
  const Gathered all = gather(text, "a.txt");
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].text, text);
}

TEST(PlainText, FindsHeadlineStandfirstBylineAndDateline) {
  const Gathered all = gather(bridge, "a.txt");
  ASSERT_EQ(all.articles.size(), 1u);
  const Article& article = all.articles[0];
  EXPECT_EQ(article.title, "Minister Takes Back Promise on Bridge");
  EXPECT_EQ(article.byline, (std::vector<std::string>{"Ada Lund", "Per Holm"}));
  EXPECT_EQ(slice(article.text, article.headline.value()), article.title);
  EXPECT_EQ(slice(article.text, article.standfirst.value()), "The crossing at Sundvik will not open this year");
  EXPECT_EQ(slice(article.text, article.dateline.value()), "SUNDVIK, May 15 (NNB) —");
  ASSERT_EQ(article.asides.size(), 1u);
  EXPECT_EQ(slice(article.text, article.asides[0]), "By Ada Lund and Per Holm");
}

TEST(PlainText, ADatelineWithoutYearIsNoPublicationDay) {
  EXPECT_EQ(gather(bridge, "a.txt").articles.at(0).published, std::nullopt);
}

TEST(PlainText, AnOwnDateLineIsThePublicationDay) {
  const Gathered all = gather(
      "Bridge Will Open Late\n\nPublished: Thursday, 15 May 2031, 9:30 am\n\nThe bridge is late.\n\nIt is.", "a.txt");
  EXPECT_EQ(all.articles.at(0).published, (Date{2031, 5, 15}));
}

TEST(PlainText, TheGivenDayStandsInOnlyWhereTheTextTellsNone) {
  const ReadOptions options{Date{2031, 5, 16}};
  EXPECT_EQ(gather("The bridge is late.", "a.txt", options).articles.at(0).published, (Date{2031, 5, 16}));
  EXPECT_EQ(gather("Bridge Is Late\n\nMay 15, 2031\n\nThe bridge is late.", "a.txt", options).articles.at(0).published,
            (Date{2031, 5, 15}));
}

TEST(PlainText, ABodyWithoutHeadlineHasNoTitle) {
  const Gathered all = gather("The minister said that the bridge\nwould open late this year, if at\nall.\n", "a.txt");
  EXPECT_EQ(all.articles.at(0).title, "");
  EXPECT_EQ(all.articles.at(0).headline, std::nullopt);
}

TEST(PlainText, AClosingAuthorLineNamesTheAuthorAndTheNoteAboutHerIsAside) {
  const Gathered all = gather(
      "Bridge Is Late\n\nThe bridge is late.\n\nAuthor: Ada Lund\n\nAda Lund is the roads editor of the Sundvik Post.",
      "a.txt");
  const Article& article = all.articles.at(0);
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ada Lund"});
  ASSERT_EQ(article.asides.size(), 2u);
  EXPECT_EQ(slice(article.text, article.asides[1]), "Ada Lund is the roads editor of the Sundvik Post.");
}

TEST(PlainText, InvalidUtf8IsRefusedWithItsOffset) {
  const Gathered all = gather("Bridge \xff late", "a.txt");
  EXPECT_TRUE(all.articles.empty());
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].what.find("byte 7"), std::string::npos);
}

TEST(PlainText, NulAndNothingAreRefused) {
  using namespace std::string_view_literals;
  EXPECT_EQ(gather("a\0b"sv, "a.txt").errors.size(), 1u);
  EXPECT_EQ(gather(" \n\t\n", "a.txt").errors.size(), 1u);
  EXPECT_EQ(gather("", "a.txt").errors.size(), 1u);
}

TEST(PlainText, AFileLargerThanAnyArticleIsRefused) {
  const Gathered all = gather(std::string(limits::article_bytes + 1, 'a'), "a.txt");
  EXPECT_TRUE(all.articles.empty());
  EXPECT_EQ(all.errors.size(), 1u);
}

TEST(PlainText, TheSameArticleFromAnotherPathHasTheSameId) {
  EXPECT_EQ(gather(bridge, "a.txt").articles.at(0).id, gather(bridge, "b.txt").articles.at(0).id);
}

}  // namespace
}  // namespace onrecord
