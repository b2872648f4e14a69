#include "resolve/learned.h"

#include <gtest/gtest.h>

#include "resolve/audiences.h"
#include "resolve/days.h"

namespace onrecord::resolving {
namespace {

TEST(LearnedTrees, WereMadeForTheFeaturesThatTheyGet) {
  EXPECT_EQ(day_trees.features, day_feature_count);
  EXPECT_EQ(told_trees.features, audience_feature_count);
}

}  // namespace
}  // namespace onrecord::resolving
