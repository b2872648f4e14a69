#include "read/gzip.h"

#include <gtest/gtest.h>

#include <vector>

#include "read/gathered.h"
#include "read/packed_bytes.h"

namespace onrecord {
namespace {

TEST(Gzip, IsUnpackedWhateverTheNameSays) {
  EXPECT_EQ(gather(gzipped("The bridge is late."), "a.txt").articles.at(0).text, "The bridge is late.");
  EXPECT_EQ(gather(gzipped("{\"text\":\"Late.\"}"), "a.jsonl.gz").articles.at(0).text, "Late.");
}

TEST(Gzip, MembersInARowAreOneText) {
  const std::string bytes = gzipped("The bridge ") + gzipped("is late.") + std::string(512, '\0');
  const Gathered all = gather(bytes, "a.txt.gz");
  EXPECT_EQ(all.articles.at(0).text, "The bridge is late.");
  EXPECT_TRUE(all.errors.empty());
}

TEST(Gzip, WhatStandsBeforeABreakIsKeptAndNoted) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Pier " + std::to_string(i * 7919) + " é ";
  const std::string bytes = gzipped(text);
  for (const std::size_t cut : {bytes.size() / 2, bytes.size() / 2 + 1, bytes.size() - 4}) {
    const Gathered all = gather(std::string_view(bytes).substr(0, cut), "a.txt.gz");
    ASSERT_EQ(all.articles.size(), 1u);
    EXPECT_TRUE(text.starts_with(all.articles[0].text));
    ASSERT_EQ(all.errors.size(), 1u);
    EXPECT_EQ(all.errors[0].lost, Lost::part);
  }
}

TEST(Gzip, WhatBreaksOffBeforeItsFirstCharacterIsLostWhole) {
  const Gathered all = gather(std::string_view(gzipped("The bridge is late.")).substr(0, 11), "a.txt.gz");
  EXPECT_TRUE(all.articles.empty());
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].lost, Lost::all);
}

TEST(Gzip, AWrongChecksumIsNoted) {
  std::string bytes = gzipped("The bridge is late.");
  bytes[bytes.size() - 6] ^= 1;
  const Gathered all = gather(bytes, "a.txt.gz");
  EXPECT_EQ(all.articles.at(0).text, "The bridge is late.");
  EXPECT_EQ(all.errors.size(), 1u);
}

TEST(Gzip, ABombIsBrokenOff) {
  const std::string bytes = gzipped(std::string(std::size_t{64} << 20, '\n'));
  const Gathered all = gather(bytes, "a.jsonl.gz");
  EXPECT_TRUE(all.articles.empty());
  ASSERT_FALSE(all.errors.empty());
  EXPECT_NE(all.errors.back().what.find("bomb"), std::string::npos);
}

TEST(Gzip, TwiceIsRefused) { EXPECT_EQ(gather(gzipped(gzipped("Late.")), "a.txt.gz").errors.size(), 1u); }

}  // namespace
}  // namespace onrecord
