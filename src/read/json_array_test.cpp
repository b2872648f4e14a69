#include "read/json_array.h"

#include <gtest/gtest.h>

#include "read/gathered.h"
#include "read/limits.h"

namespace onrecord {
namespace {

TEST(JsonArray, ItsMembersAreRecords) {
  const Gathered all = gather(
      "\xef\xbb\xbf [ {\"id\": \"a\", \"text\": \"The bridge \\\"is\\\" late ]}.\"},\n"
      "{\"id\": \"b\",\n \"byline\": [\"Ada Lund\"], \"text\": \"A path: C:\\\\\"}\n, {\"id\": \"c\", \"text\": "
      "\"Late.\"} ]\n",
      "a.json");
  ASSERT_EQ(all.articles.size(), 3u);
  EXPECT_TRUE(all.errors.empty());
  EXPECT_EQ(all.articles[0].text, "The bridge \"is\" late ]}.");
  EXPECT_EQ(all.articles[1].byline, std::vector<std::string>{"Ada Lund"});
  EXPECT_EQ(all.articles[1].text, "A path: C:\\");
  EXPECT_EQ(all.articles[2].id, "c");
}

TEST(JsonArray, WhatIsNoRecordIsRefusedAndTheRestIsRead) {
  const Gathered all = gather("[{\"title\": \"x\"},\n7, null, \"text\", [1],\n{\"text\": \"Late.\"}]", "a.json");
  EXPECT_EQ(all.articles.size(), 1u);
  ASSERT_EQ(all.errors.size(), 5u);
  EXPECT_EQ(all.errors[0].line, 1u);
  EXPECT_EQ(all.errors[1].line, 2u);
  EXPECT_EQ(all.errors[1].what, "is no JSON object");
}

TEST(JsonArray, BehindDamageNothingIsReadAndThatIsTold) {
  for (const std::string tail : {"", ", ", " {\"text\": \"Two.\"}]", ", {\"text\": \"Two", "] more", ", ,", "}"}) {
    const Gathered all = gather("[{\"text\": \"One.\"}" + tail, "a.json");
    EXPECT_EQ(all.articles.size(), 1u) << tail;
    ASSERT_EQ(all.errors.size(), 1u) << tail;
    EXPECT_EQ(all.errors[0].lost, Lost::part) << tail;
  }
}

TEST(JsonArray, AnEmptyOneHoldsNoRecord) {
  const Gathered all = gather("[ ]", "a.json");
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].what, "holds no record");
}

TEST(JsonArray, ATooLongMemberIsPassedOver) {
  const std::string text(limits::record_bytes, 'x');
  const Gathered all = gather("[{\"text\": \"" + text + "\"}, {\"text\": \"Late.\"}]", "a.json");
  EXPECT_EQ(all.articles.size(), 1u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].line, 1u);
}

}  // namespace
}  // namespace onrecord
