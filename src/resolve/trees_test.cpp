#include "resolve/trees.h"

#include <gtest/gtest.h>

#include <array>

#include "resolve/audiences.h"
#include "resolve/days.h"
#include "resolve/learned.h"

namespace onrecord::resolving {
namespace {

constexpr std::array<TreeNode, 3> stump{TreeNode{0, 1.5f, 1, 2}, TreeNode{-1, -2.0f, 0, 0}, TreeNode{-1, 2.0f, 0, 0}};
constexpr std::array<std::uint32_t, 1> root{0};
constexpr Trees one{stump, root, 1, 0.5f};

TEST(Trees, GoLowUpToTheThreshold) {
  EXPECT_LT(probability(one, std::array{1.5f}), 0.2f);
  EXPECT_GT(probability(one, std::array{1.6f}), 0.8f);
}

TEST(Trees, KnowNothingOfOtherFeatures) { EXPECT_EQ(probability(one, std::array{1.0f, 2.0f}), 0.0f); }

TEST(Trees, WereMadeForTheFeaturesThatTheyGet) {
  EXPECT_EQ(day_trees.features, day_feature_count);
  EXPECT_EQ(told_trees.features, audience_feature_count);
}

}  // namespace
}  // namespace onrecord::resolving
