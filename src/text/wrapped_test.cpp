#include "text/wrapped.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(SoftLineEnds, LineEndsInsideAParagraphStandForSpaces) {
  const std::string text =
      "Ada Lund said on Tuesday that the bridge would\n"
      "open in May, and nobody doubted that it would.\n"
      "Jon Berg called that a joke and went home.\n"
      "\n"
      "The council meets again on Monday, a spokesman\n"
      "told the paper.\n";
  const std::vector<Span> soft = soft_line_ends(text);
  ASSERT_EQ(soft.size(), 3u);
  EXPECT_EQ(text.substr(soft[0].begin - 5, 10), "would\nopen");
  EXPECT_EQ(text.substr(soft[1].begin - 6, 10), "would.\nJon");  // the column tells, not the full stop
  EXPECT_EQ(text.substr(soft[2].begin - 9, 14), "spokesman\ntold");
  EXPECT_EQ(soft[0].size(), 1u);
}

TEST(SoftLineEnds, AParagraphALineHasNone) {
  EXPECT_TRUE(soft_line_ends("").empty());
  EXPECT_TRUE(soft_line_ends("One line.\n").empty());
  EXPECT_TRUE(soft_line_ends("Ada Lund said on Tuesday that the bridge would open in May.\n"
                             "Jon Berg called that a joke and went home to eat.\n"
                             "The council meets again on Monday.\n")
                  .empty());
}

TEST(SoftLineEnds, ListsAndVerseHaveNone) {
  EXPECT_TRUE(soft_line_ends("The council voted as follows on Monday evening:\n"
                             "- Ada Lund, who wanted the bridge to open now\n"
                             "- Jon Berg, who called the whole plan a bad joke\n"
                             "- Tom Oduya, who said nothing at all that night\n")
                  .empty());
  EXPECT_TRUE(soft_line_ends("Upon the bridge there stood a man who waited\n"
                             "For boats to pass\n"
                             "And all the river under him was slated\n"
                             "As green as glass\n")
                  .empty());
}

TEST(SoftLineEnds, WhatStandsFurtherInBeginsAParagraph) {
  const std::string text =
      "  Ada Lund said on Tuesday that the bridge could\n"
      "open in May, and nobody doubted that it would be\n"
      "  Jon Berg whom the whole council would ask then\n"
      "for the money that was still missing.\n";
  const std::vector<Span> soft = soft_line_ends(text);
  ASSERT_EQ(soft.size(), 2u);
  EXPECT_EQ(text.substr(soft[0].end, 4), "open");
  EXPECT_EQ(text.substr(soft[1].end, 3), "for");
}

TEST(SoftLineEnds, AnAddressThatCannotBeBrokenDoesNotWidenTheColumn) {
  const std::string text =
      "Ada Lund said on Tuesday that the bridge would\n"
      "open in May, and nobody doubted that it would.\n"
      "The plan: https://example.org/plans/bridges/2031/opening-day\n"
      "and what the council made of it may be read in\n"
      "the library.\n";
  EXPECT_EQ(soft_line_ends(text).size(), 4u);
}

TEST(SoftLineEnds, ALongLineIsAParagraph) {
  std::string text = "Ada Lund said on Tuesday that the bridge would\nopen in May, and nobody doubted that.\n\n";
  for (int n = 0; n < 20; ++n) text += "Nobody who was asked had seen the plan. ";
  EXPECT_TRUE(soft_line_ends(text).empty());
}

TEST(SoftLineEnds, CarriageReturnsBelongToTheLineEnd) {
  const std::string text =
      "Ada Lund said on Tuesday that the bridge would\r\nopen in May, and nobody doubted that it would.\r\n";
  const std::vector<Span> soft = soft_line_ends(text);
  ASSERT_EQ(soft.size(), 1u);
  EXPECT_EQ(slice(text, soft[0]), "\r\n");
  EXPECT_EQ(with_open_line_ends(text).substr(soft[0].begin - 5, 11), "would  open");
}

}  // namespace
}  // namespace onrecord
