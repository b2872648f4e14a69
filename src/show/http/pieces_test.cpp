#include "show/http/pieces.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::string drawn(const std::vector<MarkedPiece>& pieces) {
  std::string out;
  for (const MarkedPiece& piece : pieces) {
    if (piece.marks == 0) {
      out += piece.text;
    } else {
      out += "[" + std::to_string(piece.marks) + ":" + std::string(piece.text) + "]";
    }
  }
  return out;
}

TEST(MarkedPieces, CutATextWhereMarksBeginAndEnd) {
  const std::string_view text = "Lund said: “No.” Then left.";
  Statement statement;
  statement.source = {{0, 4}};
  statement.cue = {{5, 9}};
  statement.content = {{11, 20}};
  statement.quotes = {{11, 20}};
  EXPECT_EQ(drawn(marked_pieces(text, 0, {&statement})), "[1:Lund] [2:said]: [12:“No.”] Then left.");
}

TEST(MarkedPieces, ShowTheNarrowerOfTwoThatLieOnEachOther) {
  Statement outer;
  outer.content = {{0, 20}};
  Statement inner;
  inner.content = {{5, 10}};
  const auto pieces = marked_pieces("01234567890123456789", 0, {&outer, &inner});
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[0].statement, 0u);
  EXPECT_EQ(pieces[1].statement, 1u);
  EXPECT_EQ(pieces[2].statement, 0u);
}

TEST(MarkedPieces, LeaveOutWhatLiesOutsideThePassage) {
  Statement statement;
  statement.content = {{0, 4}, {8, 40}};
  EXPECT_EQ(drawn(marked_pieces("456789", 4, {&statement})), "4567[4:89]");
}

TEST(ChangedWords, AreThoseOutsideTheCommonOrder) {
  EXPECT_EQ(drawn(changed_words("“We will not go,”", "“We will never go”")), "“We will [8:not ]go,”");
  EXPECT_EQ(drawn(changed_words("We will go.", "“we will go”")), "We will go.") << "case and marks do not count";
  EXPECT_EQ(drawn(changed_words("all new", "something else")), "[8:all ][8:new]");
  EXPECT_EQ(drawn(changed_words("", "x")), "");
}

}  // namespace
}  // namespace onrecord
