#include "tag/decode.h"

#include <gtest/gtest.h>

#include <random>

namespace onrecord::model {
namespace {

constexpr std::uint32_t outside = 0, begin_cue = 3, inside_cue = 4, begin_content = 5, inside_content = 6;

class Decode : public testing::Test {
 protected:
  void score(const std::vector<std::uint32_t>& tags, float height = 5.0f) {
    scratch_.labels.assign(tags.size() * lane_count, 0.0f);
    for (std::size_t i = 0; i < tags.size(); ++i) scratch_.labels[i * lane_count + tags[i]] = height;
    words_ = {0, static_cast<std::uint32_t>(tags.size())};
  }
  std::vector<std::uint8_t> best() {
    find_tags(weights_, words_, scratch_);
    return scratch_.tags;
  }
  double path(const std::vector<std::uint32_t>& tags) const {
    double sum = tags[0] != 0 && tags[0] % 2 == 0 ? -1e4 : 0.0;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      sum += static_cast<double>(scratch_.labels[i * lane_count + tags[i]]);
      if (i > 0) sum += static_cast<double>(weights_.transition[tags[i - 1]][tags[i]]);
    }
    return sum;
  }
  Weights weights_;
  Scratch scratch_;
  Range words_;
};

TEST_F(Decode, FindsTheBestOfAllSequences) {
  std::mt19937 random(5);
  std::normal_distribution<float> normal;
  for (int round = 0; round < 20; ++round) {
    score({0, 0, 0, 0});
    for (float& x : scratch_.labels) x = normal(random);
    for (auto& row : weights_.transition) {
      for (float& x : row) x = normal(random);
    }
    double top = -1e30;
    std::vector<std::uint32_t> tags(4);
    for (std::uint32_t code = 0; code < 7 * 7 * 7 * 7; ++code) {
      std::uint32_t rest = code;
      for (auto& tag : tags) {
        tag = rest % 7;
        rest /= 7;
      }
      top = std::max(top, path(tags));
    }
    const auto made = best();
    EXPECT_NEAR(path({made.begin(), made.end()}), top, 1e-4);
  }
}

TEST_F(Decode, ATagThatGoesOnDoesNotBeginAText) {
  score({inside_cue, outside});
  EXPECT_NE(best()[0], inside_cue);
}

TEST_F(Decode, ForbiddenStepsAreNotTaken) {
  weights_.transition[begin_cue][inside_content] = -1e4f;
  score({begin_cue, inside_content});
  EXPECT_FALSE(best()[0] == begin_cue && best()[1] == inside_content);
}

TEST_F(Decode, SpansFollowTheTags) {
  score({begin_content, inside_content, begin_content, outside, begin_cue});
  best();
  append_spans(words_, scratch_);
  ASSERT_EQ(scratch_.found.contents.size(), 2u);
  EXPECT_EQ(scratch_.found.contents[0].words, (Range{0, 2}));
  EXPECT_EQ(scratch_.found.contents[1].words, (Range{2, 3}));
  ASSERT_EQ(scratch_.found.cues.size(), 1u);
  EXPECT_EQ(scratch_.found.cues[0].words, (Range{4, 5}));
}

TEST_F(Decode, ASpansScoreIsTheMeanProbability) {
  score({begin_cue}, 0.0f);
  scratch_.tags = {begin_cue};
  append_spans(words_, scratch_);
  EXPECT_NEAR(scratch_.found.cues[0].score, 1.0 / 7.0, 1e-6);
}

TEST_F(Decode, AnotherKindBeginsAName) {
  score({0, 0, 0});
  scratch_.labels[0 * lane_count + tag_count + 1] = 9.0f;  // B-person
  scratch_.labels[1 * lane_count + tag_count + 2] = 9.0f;  // I-person
  scratch_.labels[2 * lane_count + tag_count + 6] = 9.0f;  // I-place
  append_names(words_, scratch_);
  ASSERT_EQ(scratch_.found.names.size(), 2u);
  EXPECT_EQ(scratch_.found.names[0].words, (Range{0, 2}));
  EXPECT_EQ(scratch_.found.names[1].kind, 2u);
}

}  // namespace
}  // namespace onrecord::model
