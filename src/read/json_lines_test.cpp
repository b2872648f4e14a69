#include "read/json_lines.h"

#include <gtest/gtest.h>

#include "read/gathered.h"
#include "read/limits.h"

namespace onrecord {
namespace {

TEST(JsonLines, TakesARecordsFieldsAsTheyAre) {
  const Gathered all = gather(
      R"({"id":"x7","url":"https://post.example/1","outlet":"Sundvik Post","published":"2031-05-15T08:00:00Z","title":"Bridge Late",)"
      R"("byline":"By Ada Lund, Per Holm and Kai Berg","text":"The bridge is late.\n\n“It is,” she said."})",
      "a.jsonl");
  ASSERT_EQ(all.articles.size(), 1u);
  const Article& article = all.articles[0];
  EXPECT_EQ(article.id, "x7");
  EXPECT_EQ(article.url, "https://post.example/1");
  EXPECT_EQ(article.outlet, "Sundvik Post");
  EXPECT_EQ(article.published, (Date{2031, 5, 15}));
  EXPECT_EQ(article.title, "Bridge Late");
  EXPECT_EQ(article.byline, (std::vector<std::string>{"Ada Lund", "Per Holm", "Kai Berg"}));
  EXPECT_EQ(article.text, "The bridge is late.\n\n“It is,” she said.");
  EXPECT_TRUE(all.errors.empty());
}

TEST(JsonLines, OnlyTheTextIsRequired) {
  const Gathered all = gather("{\"text\":\"The bridge is late.\"}\n\n{\"title\":\"Bridge\"}\n", "a.jsonl");
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].id, identity(all.articles[0]));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].line, 3u);
}

TEST(JsonLines, ABylineMayBeAList) {
  const Gathered all = gather(R"({"byline":["Ada Lund","Per Holm"],"text":"Late."})", "a.jsonl");
  EXPECT_EQ(all.articles.at(0).byline, (std::vector<std::string>{"Ada Lund", "Per Holm"}));
}

TEST(JsonLines, ABrokenLineIsRefusedAndTheRestIsRead) {
  const Gathered all = gather("{\"text\":\"One.\"}\n{\"text\":\"Tw\n{\"text\":\"Three.\"}\n", "a.jsonl");
  EXPECT_EQ(all.articles.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].line, 2u);
}

TEST(JsonLines, AFieldThatCannotBeUnderstoodIsLeftOutWithANote) {
  const Gathered all = gather(R"({"text":"Late.","published":"soon","title":7})", "a.jsonl");
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].published, std::nullopt);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].what, "was read without its title, published");
  EXPECT_EQ(all.errors[0].remedy,
            "as title give a string, not 7; as published give a day like 2031-05-16, not \"soon\"");
  EXPECT_EQ(all.errors[0].lost, Lost::part);
}

TEST(JsonLines, ANoteTellsWhatAFieldMayBeAndShortensWhatItIs) {
  const Gathered all = gather(
      R"({"text":"Late.","id":[1],"byline":["Ada Lund",7],"outlet":{"name":"The Sundvik Posts and Fjords Cöurier"}})",
      "a.jsonl");
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].remedy,
            "as id give a string or a whole number, not [1]; "
            "as outlet give a string, not {\"name\":\"The Sundvik Posts and Fjords C…; "
            "as byline give a string or a list of strings, not [\"Ada Lund\",7]");
}

TEST(JsonLines, ARefusedRecordIsLostWhole) {
  EXPECT_EQ(gather("{\"text\":7}\n", "a.jsonl").errors.at(0).lost, Lost::all);
}

TEST(JsonLines, AbsentFieldsMayBeNullOrEmpty) {
  const Gathered all = gather(
      R"({"id":null,"url":"","outlet":null,"published":null,"title":"","byline":null,"text":"Late."})", "a.jsonl");
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].url, std::nullopt);
  EXPECT_TRUE(all.errors.empty());
}

TEST(JsonLines, ALineAboveTheLimitIsPassedOver) {
  const std::string text = "{\"text\":\"" + std::string(limits::record_bytes, 'a') + "\"}\n{\"text\":\"Two.\"}\n";
  const Gathered all = gather(text, "a.jsonl");
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].text, "Two.");
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].line, 1u);
}

TEST(JsonLines, ATextThatBeginsWithItsTitleHasAHeadline) {
  const Gathered all =
      gather(R"({"title":"Bridge Is Late!","text":"Bridge is late\n\nThe bridge is late."})", "a.jsonl");
  EXPECT_EQ(all.articles.at(0).headline, (Span{0, 14}));
  EXPECT_EQ(
      gather(R"({"title":"Roads","text":"Bridge Is Late\n\nThe bridge is late."})", "a.jsonl").articles.at(0).headline,
      std::nullopt);
}

TEST(JsonLines, InvalidUtf8AndNulInATextAreRefused) {
  const Gathered all = gather("{\"text\":\"a\xff\"}\n{\"text\":\"a\\u0000\"}\n{\"text\":\"a\\ud800\"}\n", "a.jsonl");
  EXPECT_TRUE(all.articles.empty());
  EXPECT_EQ(all.errors.size(), 3u);
}

TEST(JsonLines, ADocumentOverSeveralLinesIsOneRecordOrOneRefusal) {
  EXPECT_EQ(gather("{\n  \"text\": \"Late.\"\n}\n", "a.json").articles.at(0).text, "Late.");
  EXPECT_EQ(gather("{\n  \"title\":\n \"Late.\"\n}\n", "a.json").errors.size(), 1u);
}

}  // namespace
}  // namespace onrecord
