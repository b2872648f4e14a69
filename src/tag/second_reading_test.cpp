#include "tag/second_reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tag/pair_reader.h"
#include "tag/tag_text.h"

namespace onrecord::model {
namespace {

Model tiny() { return read_model(std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec").value(); }

constexpr std::size_t features = 3;  // that tiny.onrec asks for

// More words than are read again together, in several windows.
std::string long_text() {
  std::string out;
  for (int n = 0; n < 30; ++n) {
    out +=
        "Ada Lund said the bridge number " + std::to_string(n) +
        " over the river would open in May after many months of work. Jon Berg called the plan “a joke” on Monday.\n\n";
  }
  return out;
}

Readings readings_of(const Model& model, const Kernels& kernels, std::string_view text) {
  Scratch scratch;
  tag_text(model, kernels, text, scratch);
  Readings out;
  for (const Word& word : scratch.text.words) out.words.push_back(word.span);
  out.rows.assign(scratch.readings.begin(), scratch.readings.end());
  append_lower(model, scratch, out);
  return out;
}

// Statements of 30 words each, a mention behind each, and every statement about all else.
PairQuestion question_of(const std::vector<Span>& words, std::size_t statements) {
  PairQuestion out;
  const auto of = [&](std::size_t first, std::size_t end) { return Span{words[first].begin, words[end - 1].end}; };
  for (std::size_t n = 0; n < statements; ++n) {
    const std::size_t at = n * 40;
    out.statements.push_back({{of(at, at + 2)}, {of(at + 2, at + 3)}, {of(at + 3, at + 30)}});
    out.mentions.push_back({of(at + 33, at + 36), {}});
  }
  const auto all = static_cast<std::uint32_t>(2 * statements);
  for (std::uint32_t from = 0; from < statements; ++from) {
    for (std::uint32_t to = 0; to < all; ++to) {
      if (to != from) out.pairs.push_back({from, to});
    }
  }
  for (std::size_t i = 0; i < out.pairs.size() * features; ++i) out.features.push_back(static_cast<float>(i % 5));
  return out;
}

PairLikelihoods first_judged(const Model& model, const Readings& readings, const PairQuestion& question) {
  return ModelPairReader(model, JudgedPair::relation, best_kernels()).read_once(readings, question);
}

TEST(SecondReading, GivesTheSameBitsOnEachInstructionSet) {
  const Model model = tiny();
  std::vector<PairLikelihoods> made;
  for (const Kernels* kernels : {portable_kernels(), avx2_kernels(), avx512_kernels()}) {
    if (kernels == nullptr) continue;
    const Readings readings = readings_of(model, *kernels, long_text());
    made.push_back(
        ModelPairReader(model, JudgedPair::relation, *kernels).read(readings, question_of(readings.words, 12)));
  }
  for (const PairLikelihoods& other : made) EXPECT_EQ(other, made.front());
}

TEST(SecondReading, JudgesAtMostSixPairsOfAStatementAgain) {
  const Model model = tiny();
  const Readings readings = readings_of(model, best_kernels(), long_text());
  const PairQuestion question = question_of(readings.words, 12);
  const PairLikelihoods first = first_judged(model, readings, question);
  const PairLikelihoods likely = ModelPairReader(model, JudgedPair::relation, best_kernels()).read(readings, question);
  EXPECT_NE(first, likely);
  for (std::uint32_t from = 0; from < 12; ++from) {
    std::size_t given = 0;
    float sum = 0.0f;
    for (std::size_t i = 0; i < likely.size(); ++i) {
      if (question.pairs[i].from != from) continue;
      const float all = std::accumulate(likely[i].begin(), likely[i].end(), 0.0f);
      given += all > 0.0f ? 1 : 0;
      sum += all;
    }
    EXPECT_GE(given, 1u);
    EXPECT_LE(given, 6u);
    EXPECT_LE(sum, 1.0f);
  }
}

TEST(SecondReading, LeavesStatementsAloneOfWhichTooLittleIsLikely) {
  Model model = tiny();
  const Readings readings = readings_of(model, best_kernels(), long_text());
  const PairQuestion question = question_of(readings.words, 12);
  const PairLikelihoods first = first_judged(model, readings, question);
  // Asked by what the judges say of the second kind alone: as many statements as say more of it than the middle one.
  SecondWeights& second = *model.weights.second;
  second.asks.fill(0.0f);
  second.asks[1] = 1.0f;
  std::vector<float> asks(12, 0.0f);
  for (std::size_t i = 0; i < first.size(); ++i) asks[question.pairs[i].from] += first[i][1];
  std::vector<float> sorted = asks;
  std::ranges::sort(sorted);
  second.least = sorted[6];
  ASSERT_LT(sorted[5], sorted[6]);
  const PairLikelihoods likely = ModelPairReader(model, JudgedPair::relation, best_kernels()).read(readings, question);
  std::size_t again = 0;
  for (std::uint32_t from = 0; from < 12; ++from) {
    bool same = true;
    for (std::size_t i = 0; i < likely.size(); ++i)
      same = same && (question.pairs[i].from != from || likely[i] == first[i]);
    EXPECT_EQ(same, asks[from] < second.least) << from;
    again += same ? 0 : 1;
  }
  EXPECT_EQ(again, 6u);
}

TEST(SecondReading, OneStatementsAnswerDoesNotDependOnAnothers) {
  const Model model = tiny();
  const Readings readings = readings_of(model, best_kernels(), long_text());
  const PairQuestion all = question_of(readings.words, 8);
  const ModelPairReader reader(model, JudgedPair::relation, best_kernels());
  const PairLikelihoods together = reader.read(readings, all);
  PairQuestion one = all;
  one.pairs.clear();
  one.features.clear();
  PairLikelihoods expected;
  for (std::size_t i = 0; i < all.pairs.size(); ++i) {
    if (all.pairs[i].from != 5) continue;
    one.pairs.push_back(all.pairs[i]);
    one.features.insert(one.features.end(), all.features.begin() + static_cast<std::ptrdiff_t>(i * features),
                        all.features.begin() + static_cast<std::ptrdiff_t>((i + 1) * features));
    expected.push_back(together[i]);
  }
  EXPECT_EQ(reader.read(readings, one), expected);
}

TEST(SecondReading, AStatementWithoutWordsIsReadToo) {
  const Model model = tiny();
  const Readings readings = readings_of(model, best_kernels(), "Ada Lund said the bridge would open in May.");
  PairQuestion nowhere;
  nowhere.statements.resize(2);
  nowhere.mentions.resize(1);
  nowhere.pairs = {{0, 1}, {0, 2}, {1, 0}};
  nowhere.features.assign(3 * features, 1.0f);
  EXPECT_EQ(ModelPairReader(model, JudgedPair::relation, best_kernels()).read(readings, nowhere).size(), 3u);
}

}  // namespace
}  // namespace onrecord::model
