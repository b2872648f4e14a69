#include "show/columns.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::vector<std::string> wrapped(std::string_view text, unsigned width) {
  const std::vector<Cell> cells = cells_of(text);
  std::vector<std::string> lines;
  for (const Range line : wrap(cells, width, width)) {
    std::string& shown_line = lines.emplace_back();
    for (std::uint32_t i = line.begin; i < line.end; ++i) shown_line += shown(text, cells[i]);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Columns, CountsWideAndCombiningCharacters) {
  EXPECT_EQ(columns_of("Ærø"), 3u);
  EXPECT_EQ(columns_of("東京"), 4u);
  EXPECT_EQ(columns_of("e\u0301"), 1u);
}

TEST(Columns, TakesTheirPowerFromControlCharacters) {
  EXPECT_EQ(harmless("a\x1b[31mb\x07\u009b\u202e"), "a\uFFFD[31mb\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(harmless("a\nb\tc"), "a b c");
}

TEST(Columns, ShowsBrokenBytesAsReplaced) {
  EXPECT_EQ(harmless("a\xff"
                     "b"),
            "a\uFFFDb");
}

TEST(Columns, BreaksAtBlanksAndDropsThem) {
  EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("one two  three ", 8), (Lines{"one two", "three"}));
}

TEST(Columns, NeverBreaksAtANoBreakSpace) {
  EXPECT_EQ(wrapped("one 90\u00a0% two", 7), (Lines{"one", "90\u00a0%", "two"}));
}

TEST(Columns, BreaksAWordThatIsLongerThanALine) { EXPECT_EQ(wrapped("abcdefgh ij", 4), (Lines{"abcd", "efgh", "ij"})); }

TEST(Columns, BreaksBetweenWideCharacters) { EXPECT_EQ(wrapped("東京都庁", 5), (Lines{"東京", "都庁"})); }

TEST(Columns, NeverPartsACombiningMarkFromItsLetter) { EXPECT_EQ(wrapped("abce\u0301", 4), (Lines{"abce\u0301"})); }

TEST(Columns, TheFirstLineMayBeShorter) {
  const std::vector<Cell> cells = cells_of("aa bb cc");
  EXPECT_EQ(wrap(cells, 2, 5), (std::vector<Range>{{0, 2}, {3, 8}}));
}

}  // namespace
}  // namespace onrecord
