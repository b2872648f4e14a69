#include "ledger/name_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using Group = std::vector<std::size_t>;

const Together apart = [](std::size_t, std::size_t) { return false; };
const Together side_by_side = [](std::size_t, std::size_t) { return true; };

TEST(NameForms, OneSoundForNicknamesInitialsAndSpellings) {
  EXPECT_EQ(name_sound("bob dahl"), name_sound("robert p dahl"));
  EXPECT_EQ(name_sound("mohammed karim"), name_sound("muhammad karim"));
  EXPECT_EQ(name_sound("oleh zarensky"), name_sound("oleh zarenskiy"));
  EXPECT_EQ(name_sound("oleh zarensky"), name_sound("oleh zarenskyy"));
  EXPECT_EQ(name_sound("josé peña"), name_sound("jose pena"));
  EXPECT_EQ(name_sound("ada lund jr"), name_sound("ada lund"));
  EXPECT_NE(name_sound("ada lund"), name_sound("ida lund"));
  EXPECT_EQ(name_sound("lund"), "");
}

TEST(NameForms, LettersOfAnotherScriptSoundAsTheyAreWrittenInLatin) {
  EXPECT_EQ(name_sound("сергей лавров"), name_sound("sergej lavrov"));
}

TEST(NameForms, AnInitialThatIsLeftOutJoinsByRole) {
  EXPECT_THAT(one_person({{"ada lund", 20, {"minister"}}, {"ada k lund", 3, {"minister", "transport"}}}, apart),
              ElementsAre(Group{0, 1}));
}

TEST(NameForms, WithoutACommonRoleTheyStayTwo) {
  EXPECT_THAT(one_person({{"ada lund", 20, {"minister"}}, {"ada k lund", 3, {"skier"}}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, WhoIsCalledNothingMayBeMeant) {
  EXPECT_THAT(one_person({{"ada lund", 20, {"minister"}}, {"ada k lund", 3, {}}}, apart), ElementsAre(Group{0, 1}));
  // A nickname of a common name tells too little.
  EXPECT_THAT(one_person({{"bob dahl", 20, {"minister"}}, {"robert dahl", 3, {}}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, ARareNameIsOnePersons) {
  EXPECT_THAT(one_person({{"bob fjellvang", 20, {"minister"}, 1}, {"robert fjellvang", 3, {}, 1}}, apart),
              ElementsAre(Group{0, 1}));
}

TEST(NameForms, ANicknameAndOtherRolesAreAnothers) {
  EXPECT_THAT(one_person({{"bob fjellvang", 20, {"minister"}, 1}, {"robert fjellvang", 3, {"skier"}, 1}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, AnotherSpellingOfTheLastNameWantsMoreThanAWord) {
  EXPECT_THAT(one_person({{"bo haines", 2, {"liberal", "hotel"}, 9}, {"bo haynes", 3, {"liberal", "skier"}, 9}}, apart),
              ElementsAre(Group{0}, Group{1}));
  EXPECT_THAT(one_person({{"bo haines", 2, {"liberal", "skier"}, 9}, {"bo haynes", 3, {"liberal", "skier"}, 9}}, apart),
              ElementsAre(Group{0, 1}));
}

TEST(NameForms, AMiddleNameInFullAndANicknameWantEvidence) {
  EXPECT_THAT(one_person({{"bob arne fjellvang", 2, {}, 1}, {"robert fjellvang", 3, {}, 1}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, MiddleNamesOfOneSoundBeginAlike) {
  EXPECT_THAT(one_person({{"kim jong nam", 2, {"leader"}}, {"kim yong nam", 3, {"leader"}}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, ABodyOfThreeLettersTellsWhoIsMeant) {
  EXPECT_THAT(role_words("FBI director"), testing::Contains("fbi"));
}

TEST(NameForms, AnUncommonNameJoinsOnLittle) {
  EXPECT_THAT(one_person({{"bob fjellvang", 2, {"~lawyer"}, 9}, {"robert fjellvang", 3, {"~lawyer"}, 9}}, apart),
              ElementsAre(Group{0, 1}));
  EXPECT_THAT(one_person({{"bob fjellvang", 2, {}, 9}, {"robert fjellvang", 3, {"skier"}, 9}}, apart),
              ElementsAre(Group{0, 1}));
  EXPECT_THAT(one_person({{"bob dahl", 2, {"~lawyer"}}, {"robert dahl", 3, {"~lawyer"}}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, MarksOnLettersMakeNoOtherName) {
  EXPECT_THAT(one_person({{"ada sorbo", 2, {}}, {"ada sørbo", 3, {"skier"}}}, apart), ElementsAre(Group{0, 1}));
}

TEST(NameForms, OtherInitialsAreOtherPeople) {
  EXPECT_THAT(one_person({{"ada k lund", 9, {"president"}}, {"ada h m lund", 9, {"president"}}}, apart),
              ElementsAre(Group{0}, Group{1}));
  // Who says neither may mean either.
  EXPECT_THAT(
      one_person({{"ada lund", 1, {"president"}}, {"ada k lund", 9, {"president"}}, {"ada h m lund", 9, {"president"}}},
                 apart),
      ElementsAre(Group{0}, Group{1}, Group{2}));
}

TEST(NameForms, RolesTellWhichOfTwoIsMeant) {
  EXPECT_THAT(
      one_person({{"ada lund", 5, {"senator"}}, {"ada k lund", 9, {"senator"}}, {"ada m lund", 9, {"skier"}}}, apart),
      ElementsAre(Group{0, 1}, Group{2}));
}

TEST(NameForms, ARareFormDoesNotStandBetween) {
  EXPECT_THAT(
      one_person({{"ada lund", 90, {"senator"}}, {"ada k lund", 40, {"senator"}}, {"ada x lund", 1, {"senator"}}},
                 apart),
      ElementsAre(Group{0, 1}, Group{2}));
}

TEST(NameForms, AnInitialStandsForTheNameThatBeginsWithIt) {
  EXPECT_THAT(one_person({{"ada k lund", 9, {}}, {"ada karin lund", 1, {}}}, apart), ElementsAre(Group{0, 1}));
  EXPECT_THAT(one_person({{"ada k lund", 9, {}}, {"ada karin lund", 1, {}}, {"ada kirsten lund", 1, {}}}, apart),
              ElementsAre(Group{0}, Group{1}, Group{2}));
}

TEST(NameForms, NicknamesAndSpellingsJoinByRole) {
  EXPECT_THAT(one_person({{"bob dahl", 5, {"senator"}}, {"robert dahl", 5, {"senator"}}}, apart),
              ElementsAre(Group{0, 1}));
  EXPECT_THAT(one_person({{"bob dahl", 5, {"senator"}}, {"robert dahl", 5, {"skier"}}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, FatherAndSonAreTwoWhereAnArticleHasBoth) {
  EXPECT_THAT(one_person({{"odd lund", 9, {"senator"}}, {"odd lund jr", 5, {"senator"}}}, side_by_side),
              ElementsAre(Group{0}, Group{1}));
  EXPECT_THAT(one_person({{"odd lund", 9, {"senator"}}, {"odd lund jr", 5, {"senator"}}}, apart),
              ElementsAre(Group{0, 1}));
}

TEST(NameForms, TheOrderOfFormsDoesNotMatter) {
  const std::vector<NameForm> forms{{"ada lund", 5, {"senator"}},
                                    {"ada k lund", 9, {"senator"}},
                                    {"ada karin lund", 2, {"senator"}},
                                    {"ada m lund", 9, {"skier"}}};
  std::vector<NameForm> turned(forms.rbegin(), forms.rend());
  EXPECT_THAT(one_person(forms, apart), ElementsAre(Group{0, 1, 2}, Group{3}));
  EXPECT_THAT(one_person(turned, apart), ElementsAre(Group{0}, Group{1, 2, 3}));
}

TEST(NameForms, AParticleBelongsToTheLastName) {
  EXPECT_EQ(name_sound("omar al dahl"), name_sound("omar k al dahl"));
  EXPECT_THAT(one_person({{"omar al dahl", 2, {"skier"}}, {"omar k al dahl", 3, {"skier"}}}, apart),
              ElementsAre(Group{0, 1}));
}

TEST(NameForms, ARareNameSpeltOtherwiseInBothHalvesIsAnother) {
  EXPECT_THAT(one_person({{"mike fjellvang", 2, {}, 1}, {"michael fielvang", 3, {}, 1}}, apart),
              ElementsAre(Group{0}, Group{1}));
}

TEST(NameForms, WordsThatManyAreCalledTellNobody) {
  EXPECT_THAT(role_words("Dahl's attorney"), ElementsAre("dahl", "~attorney"));
  EXPECT_THAT(role_words("attorney for Odd Dahl’s"), ElementsAre("dahl", "~attorney"));
  EXPECT_THAT(role_words("former spokesman for the Harbour Ministry"),
              ElementsAre("harbour", "ministry", "~former", "~spokesman"));
}

}  // namespace
}  // namespace onrecord::ledger
