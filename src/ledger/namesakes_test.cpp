// Which bearers of a common name are one person.
#include "ledger/namesakes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using Group = std::vector<std::size_t>;

// Words are in order, as telling_stems() gives them.
const Bearer pilot{1, "odd dahl", {"harbour", "pilot"}, {"barge", "ferry", "harbour", "quay", "tide"}, 100};
const Bearer pilot_again{2, "odd dahl", {"ferry", "pilot"}, {"barge", "canal", "ferry", "harbour", "tide"}, 160};
const Bearer astronomer{3, "odd dahl", {"astronomer"}, {"comet", "lens", "orbit", "planet", "telescope"}, 1500};
const Bearer nobody_says_what{4, "odd dahl", {}, {"barn", "cattle", "fence", "meadow", "plough"}, 2600};

constexpr double common = 1.0;

TEST(Namesakes, ACommonNameCalledOtherwiseAmongOtherWordsIsTwoPersons) {
  EXPECT_THAT(people_of_name({pilot, astronomer}, common), ElementsAre(Group{0}, Group{1}));
}

TEST(Namesakes, WhoIsCalledNothingAmongOtherWordsIsNobodyKnown) {
  EXPECT_THAT(people_of_name({pilot, nobody_says_what}, common), ElementsAre(Group{0}, Group{1}));
}

TEST(Namesakes, WhoIsCalledAlikeIsOnePerson) {
  EXPECT_THAT(people_of_name({pilot, astronomer, pilot_again}, common), ElementsAre(Group{0, 2}, Group{1}));
}

TEST(Namesakes, ANameOfNobodyElseIsOnePersons) {
  EXPECT_THAT(people_of_name({pilot, astronomer}, 0), ElementsAre(Group{0, 1}));
}

TEST(Namesakes, OneArticleHasOneOfAName) {
  Bearer in_the_same = astronomer;
  in_the_same.article = pilot.article;
  EXPECT_THAT(people_of_name({pilot, in_the_same}, common), ElementsAre(Group{0, 1}));
}

TEST(Namesakes, AMiddleNameInCommonIsEnough) {
  Bearer one = pilot, other = astronomer;
  one.name_key = other.name_key = "odd k dahl";
  EXPECT_THAT(people_of_name({one, other}, common), ElementsAre(Group{0, 1}));
}

TEST(Namesakes, ARoleThatStandsNearTheOtherSpeaksForOnePerson) {
  Bearer told_otherwise = nobody_says_what;
  told_otherwise.near.push_back("telescope");
  Bearer named_so = astronomer;
  named_so.called = {"telescope", "builder"};
  EXPECT_GT(likelihood(bearer_likeness(named_so, told_otherwise)),
            likelihood(bearer_likeness(astronomer, nobody_says_what)));
}

TEST(Namesakes, TheOrderOfBearersDoesNotMatter) {
  EXPECT_THAT(people_of_name({pilot, pilot_again, astronomer, nobody_says_what}, common),
              ElementsAre(Group{0, 1}, Group{2}, Group{3}));
  EXPECT_THAT(people_of_name({nobody_says_what, astronomer, pilot_again, pilot}, common),
              ElementsAre(Group{0}, Group{1}, Group{2, 3}));
}

TEST(Namesakes, AreExpectedByHowManyOthersBearThePartsOfTheName) {
  EXPECT_EQ(namesakes_expected(1, 90, 20'000), 0) << "nobody else has the first name";
  EXPECT_EQ(namesakes_expected(300, 1, 20'000), 0) << "nobody else has the last name";
  EXPECT_DOUBLE_EQ(namesakes_expected(301, 101, 20'000), 1.5);
  EXPECT_FALSE(may_have_namesakes(namesakes_expected(30, 4, 20'000)));
  EXPECT_TRUE(may_have_namesakes(namesakes_expected(301, 101, 20'000)));
}

}  // namespace
}  // namespace onrecord::ledger
