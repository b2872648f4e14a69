#include <gtest/gtest.h>

#include <array>
#include <random>

#include "trees/trees.h"

namespace onrecord {
namespace {

struct Forest {
  std::vector<TreeNode> nodes;
  std::vector<std::uint32_t> roots;

  // Grows a tree of random tests; nodes are numbered from its first one.
  void grow(std::mt19937& random, std::size_t leaves, std::size_t features) {
    roots.push_back(static_cast<std::uint32_t>(nodes.size()));
    branch(random, leaves, features, roots.back());
  }
  std::int16_t branch(std::mt19937& random, std::size_t leaves, std::size_t features, std::uint32_t root) {
    const auto place = static_cast<std::int16_t>(nodes.size() - root);
    const std::size_t at = nodes.size();
    const auto value = static_cast<float>(random() % 100) / 10.0f;
    nodes.push_back({-1, value, 0, 0});
    if (leaves > 1) {
      const std::size_t low = 1 + random() % (leaves - 1);
      nodes[at].feature = static_cast<std::int16_t>(random() % features);
      const std::int16_t low_place = branch(random, low, features, root);
      const std::int16_t high_place = branch(random, leaves - low, features, root);
      nodes[at].low = low_place;
      nodes[at].high = high_place;
    }
    return place;
  }
};

TEST(LeafSets, SumUpToWhatTheTreesSumUpTo) {
  std::mt19937 random(7);
  Forest forest;
  constexpr std::size_t features = 9;
  for (std::size_t i = 0; i < 40; ++i) forest.grow(random, 1 + random() % LeafSets::most_leaves, features);
  const LeafSets sets(forest.nodes, forest.roots, features);
  ASSERT_TRUE(sets.usable());
  for (int round = 0; round < 200; ++round) {
    std::array<float, features> values{};
    for (float& value : values) value = static_cast<float>(random() % 110) / 10.0f;
    float expected = 0.0f;
    for (const std::uint32_t root : forest.roots) expected += leaf(forest.nodes, root, values);
    std::vector<LeafSets::Set> some(sets.trees(), LeafSets::every_leaf);
    std::vector<LeafSets::Set> others = some;
    sets.narrow(4, std::span(values).subspan(4), some);
    sets.narrow(0, std::span(values).first(4), others);
    ASSERT_EQ(sets.sum(some, others), expected);
  }
}

TEST(Trees, GivenTogetherEndInTheLeavesOfEach) {
  std::mt19937 random(9);
  Forest forest;
  constexpr std::size_t features = 5;
  for (std::size_t i = 0; i < 11; ++i) forest.grow(random, 1 + random() % 9, features);
  for (int round = 0; round < 50; ++round) {
    std::array<float, features> values{};
    for (float& value : values) value = static_cast<float>(random() % 110) / 10.0f;
    std::size_t next = 0;
    each_leaf(forest.nodes, forest.roots, values, [&](std::size_t tree, float value) {
      EXPECT_EQ(tree, next++);
      EXPECT_EQ(value, leaf(forest.nodes, forest.roots[tree], values));
    });
    EXPECT_EQ(next, forest.roots.size());
  }
}

TEST(LeafSets, RefuseTreesOfTooManyLeaves) {
  std::mt19937 random(8);
  Forest forest;
  forest.grow(random, LeafSets::most_leaves + 1, 3);
  EXPECT_FALSE(LeafSets(forest.nodes, forest.roots, 3).usable());
}

TEST(LeafSets, RefuseAFeatureThatIsNotThere) {
  constexpr std::array<TreeNode, 3> stump{TreeNode{2, 1.5f, 1, 2}, TreeNode{-1, 0.0f, 0, 0}, TreeNode{-1, 1.0f, 0, 0}};
  constexpr std::array<std::uint32_t, 1> root{0};
  EXPECT_TRUE(LeafSets(stump, root, 3).usable());
  EXPECT_FALSE(LeafSets(stump, root, 2).usable());
}

}  // namespace
}  // namespace onrecord
