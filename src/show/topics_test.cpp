#include "show/topics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Topics, AreWordsThatSeveralShareInWhateverForm) {
  const auto topics =
      topics_of({"the ferry stays", "no ferries will go", "the bridge opens in May", "tolls on the bridge rise"});
  ASSERT_EQ(topics.size(), 2u);
  EXPECT_EQ(topics[0].word, "bridge");
  EXPECT_THAT(topics[0].utterances, ElementsAre(2u, 3u));
  EXPECT_THAT(topics[1].utterances, ElementsAre(0u, 1u));
}

TEST(Topics, NeedTwoUtterancesAndAWordThatTells) {
  EXPECT_THAT(topics_of({"the people will know in time", "people say so every year", "the harbour"}), IsEmpty());
  EXPECT_THAT(topics_of({}), IsEmpty());
}

TEST(Topics, PlaceEachUtteranceOnce) {
  const auto topics = topics_of({"fares on the ferry", "fares for the ferry", "the ferry sails"});
  std::size_t placed = 0;
  for (const Topic& topic : topics) placed += topic.utterances.size();
  EXPECT_EQ(placed, 3u);
}

TEST(Topics, AWordThatMostOfManyShareSetsNoneApart) {
  std::vector<std::string> contents(8, "the harbour");
  contents[0] += " and its crane";
  contents[1] += " without a crane";
  const auto topics = topics_of(contents);
  ASSERT_EQ(topics.size(), 1u);
  EXPECT_EQ(topics[0].word, "crane");
}

}  // namespace
}  // namespace onrecord
