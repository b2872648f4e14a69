#include "show/record_json.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace onrecord {
namespace {

namespace json = boost::json;

json::value printed(const Record& record) {
  std::string out;
  append_json(out, record);
  return json::parse(out);
}

Record one_statement() {
  Record record;
  record.article.path = "a.txt";
  record.article.text = "\"No,\" she said Monday.";
  Statement statement;
  statement.form = Form::direct;
  statement.content = {{0, 5}};
  statement.quotes = {{0, 5}};
  statement.cue = {{10, 14}};
  statement.source = {{6, 9}};
  statement.decision = {"test", 0.5f};
  record.statements = {statement};
  record.resolution.statements = {Circumstances{}};
  return record;
}

TEST(RecordJson, AbsentFactsAreNullOrEmpty) {
  Record record;
  record.article.path = "a.txt";
  record.article.id = "x";
  EXPECT_EQ(printed(record), json::parse(R"({
    "source": {"path": "a.txt", "url": null},
    "article": {"id": "x", "title": null, "byline": [], "outlet": null, "published": null, "language": "en"},
    "speakers": [], "statements": [], "relations": []})"));
}

TEST(RecordJson, AStatementNobodySaidAtNoTimeHasNulls) {
  EXPECT_EQ(printed(one_statement()).at("statements"), json::parse(R"([{
    "id": "s1", "form": "direct", "act": "say",
    "content": [{"begin": 0, "end": 5}], "cue": [{"begin": 10, "end": 14}],
    "source": [{"begin": 6, "end": 9}], "quotes": [{"begin": 0, "end": 5}],
    "speaker": null, "within": null, "said": null, "told": null,
    "communicated": true, "polarity": "asserted", "decided_by": "test", "confidence": 0.5}])"));
}

TEST(RecordJson, AnUnresolvedDayKeepsItsPhrase) {
  Record record = one_statement();
  record.resolution.statements[0].said = Said{std::nullopt, std::nullopt, "weekday", Span{15, 21}, 0.25f};
  EXPECT_EQ(printed(record).at("statements").at(0).at("said"), json::parse(R"(
    {"from": null, "to": null, "basis": "weekday", "phrase": {"begin": 15, "end": 21}, "confidence": 0.25})"));
}

TEST(RecordJson, ASpeakerOfNoKnownKindHasKindNull) {
  Record record = one_statement();
  record.resolution.speakers = {Speaker{"she", SpeakerKind::unknown, {}, {{{6, 9}, {"test", 1.0f}}}}};
  record.resolution.statements[0].speaker = 0;
  record.resolution.statements[0].speaker_decision = {"pronoun", 0.75f};
  const json::value root = printed(record);
  EXPECT_EQ(root.at("speakers"), json::parse(R"([{"id": "p1", "name": "she", "kind": null, "roles": [],
    "mentions": [{"begin": 6, "end": 9, "decided_by": "test", "confidence": 1}]}])"));
  EXPECT_EQ(root.at("statements").at(0).at("speaker"), "p1");
  EXPECT_EQ(root.at("statements").at(0).at("speaker_decided_by"), "pronoun");
}

TEST(RecordJson, ARelationToAMentionNamesNoStatement) {
  Record record = one_statement();
  record.relations = {Relation{RelationType::denies, 0, none, Span{6, 9}, {{10, 14}}, {"test", 1.0f}}};
  EXPECT_EQ(printed(record).at("relations"), json::parse(R"([{"type": "denies", "from": "s1", "to": null,
    "to_span": {"begin": 6, "end": 9}, "evidence": [{"begin": 10, "end": 14}], "decided_by": "test", "confidence": 1}])"));
}

}  // namespace
}  // namespace onrecord
