#include "trees/trees.h"

#include <gtest/gtest.h>

#include <array>

namespace onrecord {
namespace {

constexpr std::array<TreeNode, 3> stump{TreeNode{0, 1.5f, 1, 2}, TreeNode{-1, -2.0f, 0, 0}, TreeNode{-1, 2.0f, 0, 0}};
constexpr std::array<std::uint32_t, 1> root{0};
constexpr Trees one{stump, root, 1, 0.5f};

TEST(Trees, GoLowUpToTheThreshold) {
  EXPECT_LT(probability(one, std::array{1.5f}), 0.2f);
  EXPECT_GT(probability(one, std::array{1.6f}), 0.8f);
}

TEST(Trees, KnowNothingOfOtherFeatures) { EXPECT_EQ(probability(one, std::array{1.0f, 2.0f}), 0.0f); }

}  // namespace
}  // namespace onrecord
