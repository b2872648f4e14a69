#include "resolve/chances.h"

#include <gtest/gtest.h>

#include <cmath>

#include "trees/odds.h"

namespace onrecord::resolving {
namespace {

TEST(NearestPlace, IsTheOneBeforeUnlessOneAheadIsMuchNearer) {
  const std::vector<Span> places{{0, 6}, {100, 106}, {150, 156}};
  EXPECT_EQ(nearest_place(places, 104), places[1]);
  EXPECT_EQ(nearest_place(places, 99), places[1]);   // 1 ahead, 99 behind
  EXPECT_EQ(nearest_place(places, 129), places[1]);  // 29 behind against 21 ahead
  EXPECT_EQ(nearest_place(places, 140), places[2]);
}

// Takes every first pair of a statement for nearly sure and the others for nearly impossible; remembers the question.
class SureJudge final : public PairReader {
 public:
  std::size_t features() const override { return 2; }
  std::span<const float, most_kinds> thresholds() const override { return thresholds_; }
  std::span<const float, 2> calibration() const override { return calibration_; }
  PairLikelihoods read(const Readings&, const PairQuestion& question) const override {
    asked = question;
    PairLikelihoods likely(question.pairs.size());
    for (std::size_t n = 0; n < likely.size(); ++n)
      likely[n][0] = n == 0 || question.pairs[n].from != question.pairs[n - 1].from ? 0.9f : 0.1f;
    return likely;
  }
  mutable PairQuestion asked;

 private:
  std::array<float, most_kinds> thresholds_{};
  std::array<float, 2> calibration_{1.0f, 0.0f};
};

class Judging : public testing::Test {
 protected:
  Judging() {
    statements_.resize(2);
    statements_[0].content = {{10, 20}};
    statements_[1].content = {{60, 70}};
  }
  void chance(std::uint32_t statement, std::vector<Span> places, float likely) {
    chances_.push_back({statement, 0, features_, std::move(places), likely});
  }
  const std::vector<float> features_{0.0f, -3.0f};
  Statements statements_;
  std::vector<Chance> chances_;
  SureJudge judge_;
};

TEST_F(Judging, AChanceBecomesTheMeanOfBothAnswersAsOdds) {
  chance(0, {{0, 4}}, 0.5f);
  chance(0, {{30, 34}}, 0.5f);
  chance(1, {{0, 4}}, 0.9f);
  ask_judge(judge_, 0.5f, {}, statements_, chances_);
  EXPECT_NEAR(chances_[0].likely, 0.75f, 0.001f);  // odds of 9 and 1: 3
  EXPECT_NEAR(chances_[1].likely, 0.25f, 0.001f);
  EXPECT_NEAR(chances_[2].likely, 0.9f, 0.001f);
}

TEST_F(Judging, APhraseIsAskedAboutOnceForEachPlaceThatIsNearest) {
  const std::vector<Span> both{{0, 4}, {50, 54}};
  chance(0, both, 0.5f);  // has it from the first place
  chance(0, {{30, 34}}, 0.5f);
  chance(1, both, 0.5f);  // and this one from the second
  chance(1, {{30, 34}}, 0.5f);
  ask_judge(judge_, 0.5f, {}, statements_, chances_);
  ASSERT_EQ(judge_.asked.mentions.size(), 3u);
  EXPECT_EQ(judge_.asked.mentions[0].words, (Span{0, 4}));
  EXPECT_EQ(judge_.asked.mentions[0].elsewhere, both);
  EXPECT_EQ(judge_.asked.mentions[2].words, (Span{50, 54}));
  EXPECT_EQ(judge_.asked.pairs[1].to, judge_.asked.pairs[3].to);
  EXPECT_NEAR(judge_.asked.features[1], -std::log(4.0f), 0.001f);
}

TEST(Odds, AreUndone) {
  for (const float likely : {0.02f, 0.5f, 0.97f}) EXPECT_NEAR(from_odds(odds_of(likely)), likely, 1e-5f);
  EXPECT_LT(odds_of(1.0f), 20.0f);
  constexpr std::array<float, 2> surer{2.0f, 1.0f};
  EXPECT_NEAR(calibrated(0.5f, surer), 0.731f, 0.001f);
}

}  // namespace
}  // namespace onrecord::resolving
