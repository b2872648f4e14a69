#include "ledger/columns.h"

#include <gtest/gtest.h>

namespace onrecord::ledger {
namespace {

TEST(Columns, SpansAreShortJson) {
  const std::vector<Span> spans{{120, 240}, {250, 4294967295u}};
  EXPECT_EQ(to_column(spans), "[[120,240],[250,4294967295]]");
  EXPECT_EQ(spans_of(to_column(spans)), spans);
  EXPECT_EQ(spans_of("[]"), std::vector<Span>{});
}

TEST(Columns, SpansThatNobodyWroteAreNothing) {
  for (const char* text :
       {"", "[", "[[1,2]", "[[1,2],]", "[[1]]", "[[1,-2]]", "[[1,4294967296]]", "[[1,2]] ", "[[a,b]]", "null"})
    EXPECT_FALSE(spans_of(text)) << text;
}

TEST(Columns, RolesAndMentionsKeepWordsAndSureness) {
  const std::vector<Role> roles{{"“acting” head\n", {1, 2}}};
  const auto read_roles = roles_of(to_column(roles));
  ASSERT_TRUE(read_roles);
  EXPECT_EQ(read_roles->front().text, roles.front().text);
  EXPECT_EQ(read_roles->front().span, roles.front().span);
  const std::vector<Mention> mentions{{{0, 8}, {"full-name", 0.97f}}};
  EXPECT_EQ(to_column(mentions), "[[[0,8],\"full-name\",0.97]]");
  EXPECT_EQ(mentions_of(to_column(mentions))->front().decision.confidence, 0.97f);
}

TEST(Columns, DamagedRolesAndMentionsAreNothing) {
  for (const char* text :
       {"", "{}", "[1]", "[[\"a\"]]", "[[1,[1,2]]]", "[[\"a\",[1]]]", "[[\"a\",[-1,2]]]", "[[[0,8],1,1]]"}) {
    EXPECT_FALSE(roles_of(text)) << text;
    EXPECT_FALSE(mentions_of(text)) << text;
  }
}

TEST(Columns, AConfidenceIsWrittenAsShortAsItCanBeReadBack) {
  EXPECT_EQ(to_column(0.97f), 0.97);
  for (const float value : {0.0f, 1.0f, 0.1f, 1.0f / 3.0f, 0.99999994f, 1e-30f})
    EXPECT_EQ(static_cast<float>(to_column(value)), value);
}

}  // namespace
}  // namespace onrecord::ledger
