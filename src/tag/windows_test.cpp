#include "tag/windows.h"

#include <gtest/gtest.h>

#include <random>

namespace onrecord::model {
namespace {

Blueprint blueprint() {
  Blueprint b;
  b.window = 128;
  b.context = 16;
  b.context_limit = 128;
  return b;
}

std::vector<Word> words_of(const std::vector<std::uint32_t>& sizes) {
  std::vector<Word> words;
  for (const std::uint32_t size : sizes) words.emplace_back().pieces = size;
  return words;
}

std::uint32_t pieces(const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = begin; i < end; ++i) sum += words[i].pieces;
  return sum;
}

TEST(Windows, CoresTileAnyArticleAndWindowsFit) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<Word> words = words_of(std::vector<std::uint32_t>(random() % 900));
    for (Word& word : words) {
      word.pieces = random() % 50 == 0 ? 100u : 1u + static_cast<std::uint32_t>(random() % 3);
      word.starts_paragraph = random() % 40 == 0;
    }
    std::vector<Window> windows;
    cut_windows(words, blueprint(), windows);
    std::uint32_t next = 0;
    for (const Window& window : windows) {
      EXPECT_EQ(window.core.begin, next);
      EXPECT_GT(window.core.end, window.core.begin);
      EXPECT_LE(window.seen.begin, window.core.begin);
      EXPECT_GE(window.seen.end, window.core.end);
      EXPECT_LE(pieces(words, window.seen.begin, window.seen.end), blueprint().window - 2);
      next = window.core.end;
    }
    EXPECT_EQ(next, words.size());
  }
}

TEST(Windows, AShortTextIsOneWindow) {
  std::vector<Window> windows;
  cut_windows(words_of({1, 2, 3}), blueprint(), windows);
  ASSERT_EQ(windows.size(), 1u);
  EXPECT_EQ(windows[0].seen, (Range{0, 3}));
}

TEST(Windows, ACoreEndsWhereAParagraphStartsInItsSecondHalf) {
  auto words = words_of(std::vector<std::uint32_t>(300, 1));
  words[90].starts_paragraph = true;
  std::vector<Window> windows;
  cut_windows(words, blueprint(), windows);
  EXPECT_EQ(windows[0].core.end, 90u);
}

TEST(Windows, AWindowFillsUpWithContext) {
  auto words = words_of(std::vector<std::uint32_t>(300, 1));
  words[90].starts_paragraph = true;
  std::vector<Window> windows;
  cut_windows(words, blueprint(), windows);
  EXPECT_EQ(windows[0].seen, (Range{0, 126}));
  EXPECT_EQ(windows.back().seen, (Range{300 - 126, 300}));
}

TEST(Windows, ContextIsNoMoreThanItsLimitOnEitherSide) {
  Blueprint narrow = blueprint();
  narrow.context_limit = 16;
  auto words = words_of(std::vector<std::uint32_t>(300, 1));
  words[90].starts_paragraph = true;
  words[180].starts_paragraph = true;
  std::vector<Window> windows;
  cut_windows(words, narrow, windows);
  ASSERT_EQ(windows[1].core, (Range{90, 180}));
  EXPECT_EQ(windows[1].seen, (Range{90 - 16, 180 + 16}));
  EXPECT_EQ(windows.back().seen.begin, windows.back().core.begin - 16);
}

TEST(Windows, NoWordsNoWindows) {
  std::vector<Window> windows(3);
  cut_windows({}, blueprint(), windows);
  EXPECT_TRUE(windows.empty());
}

}  // namespace
}  // namespace onrecord::model
