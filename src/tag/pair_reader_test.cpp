#include "tag/pair_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "tag/model_file.h"
#include "tag/tag_text.h"

namespace onrecord::model {
namespace {

const Model& tiny() {
  static const Model model = read_model(std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec").value();
  return model;
}

constexpr std::size_t features = 3;  // that tiny.onrec asks for

const std::string text = "Ada Lund said the bridge would open in May. Jon Berg called the plan “a joke” on Monday.";

Span place(std::string_view of) {
  const auto at = static_cast<std::uint32_t>(text.find(of));
  return {at, at + static_cast<std::uint32_t>(of.size())};
}

Readings readings_of(const Kernels& kernels) {
  Scratch scratch;
  tag_text(tiny(), kernels, text, scratch);
  Readings out;
  for (const Word& word : scratch.text.words) out.words.push_back(word.span);
  out.rows.assign(scratch.readings.begin(), scratch.readings.end());
  append_lower(tiny(), scratch, out);
  return out;
}

// Two statements and a mention; each statement about whatever it may be about.
PairQuestion question() {
  PairQuestion out;
  out.statements = {{{place("Ada Lund")}, {place("said")}, {place("the bridge would open in May")}},
                    {{place("Jon Berg")}, {place("called")}, {place("“a joke”")}}};
  out.mentions = {{place("the plan"), {place("a joke")}}};
  out.pairs = {{0, 1}, {0, 2}, {1, 0}, {1, 2}};
  for (std::size_t i = 0; i < out.pairs.size() * features; ++i) out.features.push_back(static_cast<float>(i % 5));
  return out;
}

TEST(PairReader, AStatementDoesAtMostOneThing) {
  const ModelPairReader reader(tiny(), JudgedPair::relation, best_kernels());
  const auto likely = reader.read(readings_of(best_kernels()), question());
  ASSERT_EQ(likely.size(), 4u);
  for (std::size_t first = 0; first < 4; first += 2) {
    float sum = 0.0f;
    for (std::size_t pair = first; pair < first + 2; ++pair) {
      for (const float one : likely[pair]) {
        EXPECT_GE(one, 0.0f);
        sum += one;
      }
    }
    EXPECT_GT(sum, 0.0f);
    EXPECT_LT(sum, 1.0f);
  }
}

TEST(PairReader, GivesTheSameBitsOnEachInstructionSet) {
  std::vector<PairLikelihoods> made;
  for (const Kernels* kernels : {portable_kernels(), avx2_kernels(), avx512_kernels()}) {
    if (kernels == nullptr) continue;
    const ModelPairReader reader(tiny(), JudgedPair::relation, *kernels);
    made.push_back(reader.read(readings_of(*kernels), question()));
  }
  for (const PairLikelihoods& other : made) EXPECT_EQ(other, made.front());
}

TEST(PairReader, OneStatementsPairsDoNotDependOnAnothers) {
  const ModelPairReader reader(tiny(), JudgedPair::relation, best_kernels());
  const Readings readings = readings_of(best_kernels());
  PairQuestion some = question();
  const PairLikelihoods all = reader.read(readings, some);
  some.pairs.erase(some.pairs.begin(), some.pairs.begin() + 2);
  some.features.erase(some.features.begin(), some.features.begin() + 2 * features);
  const PairLikelihoods fewer = reader.read(readings, some);
  EXPECT_EQ(fewer, PairLikelihoods(all.begin() + 2, all.end()));
}

TEST(PairReader, SeveralJudgesGiveTheirMean) {
  Model two = read_model(std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec").value();
  two.weights.second.reset();  // which would speak last
  const auto of = [](const PairWeights& judge) { return judge.shape.of; };
  ASSERT_EQ(std::ranges::count(two.weights.judges, JudgedPair::relation, of), 2);
  const Readings readings = readings_of(best_kernels());
  const ModelPairReader reader(two, JudgedPair::relation, best_kernels());
  const PairLikelihoods both = reader.read(readings, question());
  std::array<PairLikelihoods, 2> alone;
  for (const std::size_t n : {0u, 1u}) {
    Model one = read_model(std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec").value();
    one.weights.judges = {two.weights.judges[n]};
    one.weights.second.reset();
    alone[n] = ModelPairReader(one, JudgedPair::relation, best_kernels()).read(readings, question());
  }
  EXPECT_NE(alone[0], alone[1]);
  for (std::size_t i = 0; i < both.size(); ++i) {
    for (std::size_t k = 0; k < most_kinds; ++k) EXPECT_FLOAT_EQ(both[i][k], (alone[0][i][k] + alone[1][i][k]) / 2.0f);
  }
}

TEST(PairReader, AJudgeOfOneKindGivesNoOther) {
  const Readings readings = readings_of(best_kernels());
  const ModelPairReader reader(tiny(), JudgedPair::day, best_kernels());
  PairQuestion asked = question();
  asked.features.assign(asked.pairs.size() * reader.features(), 1.0f);
  for (const auto& likely : reader.read(readings, asked)) {
    EXPECT_GT(likely[0], 0.0f);
    EXPECT_LT(likely[0], 1.0f);
    for (std::size_t k = 1; k < most_kinds; ++k) EXPECT_EQ(likely[k], 0.0f);
  }
  EXPECT_GT(reader.thresholds()[1], 1.0f);
}

TEST(PairReader, AsksNothingOfNothing) {
  const ModelPairReader reader(tiny(), JudgedPair::relation, best_kernels());
  EXPECT_TRUE(reader.read({}, {}).empty());
  // A statement that no word of the text belongs to is judged, too.
  PairQuestion nowhere = question();
  nowhere.statements[1] = {};
  nowhere.mentions[0] = {};
  EXPECT_EQ(reader.read(readings_of(best_kernels()), nowhere).size(), 4u);
  EXPECT_EQ(reader.read({}, nowhere).size(), 4u);
}

}  // namespace
}  // namespace onrecord::model
