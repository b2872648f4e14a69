#include <gtest/gtest.h>

#include "onrecord/article.h"

namespace onrecord {
namespace {

TEST(Identity, IsTheSameFromAnotherPath) {
  Article here;
  here.path = "a/b.txt";
  here.text = "Lund resigned.";
  Article there = here;
  there.path = "-";
  EXPECT_EQ(identity(here), identity(there));
  EXPECT_EQ(identity(here).size(), 32u);
}

TEST(Identity, DiffersWithEachThingTheArticleHolds) {
  Article plain;
  plain.text = "Lund resigned.";
  Article other = plain;
  other.text = "Lund resigned!";
  EXPECT_NE(identity(plain), identity(other));
  other = plain;
  other.published = Date{2031, 5, 15};
  EXPECT_NE(identity(plain), identity(other));
  other = plain;
  other.outlet = "Radio Fjord";
  EXPECT_NE(identity(plain), identity(other));
}

TEST(Identity, DoesNotRunFieldsTogether) {
  Article one;
  one.title = "ab";
  one.text = "c";
  Article two;
  two.title = "a";
  two.text = "bc";
  EXPECT_NE(identity(one), identity(two));
  Article joint = one;
  joint.byline = {"Ada", "Bo"};
  Article single = one;
  single.byline = {"AdaBo"};
  EXPECT_NE(identity(joint), identity(single));
}

}  // namespace
}  // namespace onrecord
