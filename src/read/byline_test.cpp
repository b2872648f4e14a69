#include "read/byline.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

using Names = std::vector<std::string>;

TEST(Byline, PeopleArePartedAndFreedOfWhatIsNoName) {
  EXPECT_EQ(parse_byline("By Ada Lund, Per Holm & Kai Berg"), (Names{"Ada Lund", "Per Holm", "Kai Berg"}));
  EXPECT_EQ(parse_byline("By ADA LUND | Sundvik Post"), Names{"Ada Lund"});
  EXPECT_EQ(parse_byline("Ada Lund, Staff Writer"), Names{"Ada Lund"});
  EXPECT_EQ(parse_byline("Ada Lund for Radio Fjord in Sundvik"), Names{"Ada Lund"});
  EXPECT_EQ(parse_byline("Per Holm, Jr."), Names{"Per Holm, Jr."});
  EXPECT_EQ(parse_byline("Reuters"), Names{"Reuters"});
  EXPECT_EQ(parse_byline("https://post.example/lund"), Names{});
  EXPECT_EQ(parse_byline(""), Names{});
}

TEST(Byline, ALineIsABylineOnlyWithNames) {
  EXPECT_EQ(byline_line("By Ada Lund"), Names{"Ada Lund"});
  EXPECT_EQ(byline_line("Author: Ada Lund"), Names{"Ada Lund"});
  EXPECT_EQ(byline_line("By Ada Lund, Sundvik Post"), Names{"Ada Lund"});
  EXPECT_EQ(byline_line("By the end of May the bridge will be open."), std::nullopt);
  EXPECT_EQ(byline_line("By May 2031, work had stopped."), std::nullopt);
  EXPECT_EQ(byline_line("Ada Lund"), std::nullopt);
}

TEST(Byline, ANameIsTwoToFiveCapitalWords) {
  EXPECT_TRUE(looks_like_name("Ada Lund"));
  EXPECT_TRUE(looks_like_name("Ludwig van den Berg"));
  EXPECT_FALSE(looks_like_name("Ada"));
  EXPECT_FALSE(looks_like_name("The Bridge"));
  EXPECT_FALSE(looks_like_name("Ada Lund 7"));
  EXPECT_FALSE(looks_like_name("Ada lund"));
}

}  // namespace
}  // namespace onrecord
