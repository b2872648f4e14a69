#include "text/text.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Utf8, FindsTheFirstByteThatIsNotWellFormed) {
  EXPECT_EQ(first_invalid_utf8("plain"), 5u);
  EXPECT_EQ(first_invalid_utf8("Ø “x”"), std::string_view("Ø “x”").size());
  EXPECT_EQ(first_invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(first_invalid_utf8("ab\xe2\x80"), 2u) << "cut short";
  EXPECT_EQ(first_invalid_utf8("\xc0\xaf"), 0u) << "overlong";
  EXPECT_EQ(first_invalid_utf8("\xed\xa0\x80"), 0u) << "surrogate";
  EXPECT_EQ(first_invalid_utf8("\xf4\x90\x80\x80"), 0u) << "beyond U+10FFFF";
  for (std::size_t at = 0; at <= 20; ++at) {
    const std::string before(at, 'a');
    EXPECT_EQ(first_invalid_utf8(before + "\xff, and more of it"), at);
    EXPECT_EQ(first_invalid_utf8(before + "“\xff”"), at + 3);
    EXPECT_EQ(first_invalid_utf8(before), at);
  }
}

TEST(Utf8, KnowsWhereCharactersBegin) {
  EXPECT_TRUE(on_boundary("aØb", 1));
  EXPECT_FALSE(on_boundary("aØb", 2));
  EXPECT_TRUE(on_boundary("aØb", 4));
  EXPECT_FALSE(on_boundary("aØb", 5));
}

TEST(WordSet, KnowsTheFirstPlaceOfEachWordAndNoOther) {
  constexpr WordSet words{"said", "told", "sand", "said", "\u00e9t\u00e9", ""};
  static_assert(words.contains("told"));
  EXPECT_EQ(words.index_of("said"), 0u);
  EXPECT_EQ(words.index_of("sand"), 2u);
  EXPECT_EQ(words.index_of("\u00e9t\u00e9"), 4u);
  EXPECT_EQ(words.index_of(""), 5u);
  for (const std::string_view other : {"s", "sai", "saids", "tole", "Said", "t\u00e9\u00e9"}) {
    EXPECT_EQ(words.index_of(other), 6u) << other;
  }
}

TEST(WordHash, TellsWordsOfEveryLengthApartAndTheSameWordNot) {
  const std::string text = "the ferrymen of the old harbour said that nobody had asked them";
  const std::string copy = text;
  for (std::size_t begin = 0; begin < 20; ++begin) {
    for (std::size_t size = 0; size <= 40; ++size) {
      const std::string_view word = std::string_view(text).substr(begin, size);
      const std::string_view same = std::string_view(copy).substr(begin, size);
      EXPECT_EQ(WordHash()(word), WordHash()(same));
      EXPECT_TRUE(SameWord()(word, same));
      for (std::size_t at = 0; at < size; ++at) {
        std::string other(word);
        other[at] = 'X';
        EXPECT_FALSE(SameWord()(word, other));
        EXPECT_NE(WordHash()(word), WordHash()(other)) << other;
      }
    }
  }
  EXPECT_FALSE(SameWord()("said", "said "));
}

TEST(Trim, DropsEveryKindOfWhiteSpaceAtTheEnds) {
  const std::string_view text = "\u00a0 Ada \u2003\n";
  EXPECT_EQ(slice(text, trim(text, {0, static_cast<std::uint32_t>(text.size())})), "Ada");
  EXPECT_TRUE(trim(" \n ", {0, 3}).empty());
}

TEST(Lower, KnowsTheLettersOfEuropeanNames) {
  EXPECT_EQ(lower("ÅSE Øster ŠIMEK ΑΘΗΝΑ ЗЕЛЕНСКИЙ"), "åse øster šimek αθηνα зеленский");
}

}  // namespace
}  // namespace onrecord
