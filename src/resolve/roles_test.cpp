// Which roles an article gives a speaker, wherever it tells them.
#include <gmock/gmock.h>

#include "resolve/speakers_fixture.h"

namespace onrecord {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class Roles : public OneSpeaker {
 protected:
  static std::vector<std::string> of(const std::string& text, const std::string& source) {
    std::vector<std::string> roles;
    for (const Role& role : who(text, source).roles) roles.push_back(role.text);
    return roles;
  }
};

TEST_F(Roles, StandBehindAnAge) {
  EXPECT_THAT(of("Ada Lund, 68, Bo Moe's close friend since school, came. Lund said it was safe.", "Lund"),
              ElementsAre("Bo Moe's close friend since school"));
}

TEST_F(Roles, AreNoParticipleClauses) {
  EXPECT_THAT(of("Moe met Ada Lund, taking the then senator with him to Norland. Lund said it was safe.", "Lund"),
              IsEmpty());
  EXPECT_THAT(of("Ada Lund, 66, retired as commander of the harbour in 2013. Lund said it was safe.", "Lund"),
              ElementsAre("commander of the harbour"));
  EXPECT_THAT(of("Ada Lund, a senator speaking in the harbour, came. Lund said it was safe.", "Lund"),
              ElementsAre("senator"));
  EXPECT_THAT(of("Ada Lund, acting director of the port, came. Lund said it was safe.", "Lund"),
              ElementsAre("acting director of the port"));
  EXPECT_THAT(of("Ada Lund, retired general, came. Lund said it was safe.", "Lund"), ElementsAre("retired general"));
}

TEST_F(Roles, BeginBehindTheVerb) {
  EXPECT_THAT(of("Added Mr. Lund of the port: it was safe. Lund said it was safe.", "Lund"), Not(Contains("Added")));
  EXPECT_THAT(of("Members, including former secretary of state Ada Lund, left. Lund said it was safe.", "Lund"),
              ElementsAre("former secretary of state"));
  EXPECT_THAT(of("Ada Lund has been named port director of Norland. Lund said it was safe.", "Lund"),
              ElementsAre("port director of Norland"));
}

TEST_F(Roles, OfASubjectMayHaveANounThatNoListKnows) {
  EXPECT_THAT(of("Ada Lund, the bellwether of Norland, came. Lund said it was safe.", "Lund"),
              ElementsAre("bellwether of Norland"));
}

TEST_F(Roles, AreNothingThatHappens) {
  EXPECT_THAT(of("Ada Lund, a day after the storm, came. Lund said it was safe.", "Lund"), IsEmpty());
}

TEST_F(Roles, AreToldByWhatSomebodyWas) {
  EXPECT_THAT(of("Ada Lund was a prosecutor in Norland. Lund said it was safe.", "Lund"),
              Contains("prosecutor in Norland"));
}

TEST_F(Roles, OpenTheSentence) {
  EXPECT_THAT(of("Ada Lund came. A lawyer, Lund has fished for years. Lund said it was safe.", "Lund"),
              ElementsAre("lawyer"));
}

TEST_F(Roles, AreOfficesWithTheirOf) {
  EXPECT_THAT(of("They met former secretary of state Ada Lund. Lund said it was safe.", "Lund"),
              ElementsAre("former secretary of state"));
}

TEST_F(Roles, AreGivenToAllWhoAreNamedBehindThePlural) {
  const std::string text = "They met Labour candidates Ada Lund and Bo Moe. Moe said it was safe.";
  EXPECT_THAT(of(text, "Moe"), ElementsAre("Labour candidates"));
}

TEST_F(Roles, AreNotGivenToOneBehindThePlural) {
  EXPECT_THAT(of("Among the refugees Ada Lund stood. Lund said it was safe.", "Lund"), IsEmpty());
}

TEST_F(Roles, StandBehindSeveralNames) {
  const std::string text = "Anna Lund and Karl Moe, sociologists at the institute, came. Lund said it was safe.";
  EXPECT_THAT(of(text, "Lund"), ElementsAre("sociologists at the institute"));
}

TEST_F(Roles, BehindSeveralNamesAreNoSubject) {
  EXPECT_THAT(of("As part of the search for Ada Lund and Bo Moe, investigators are diving. Lund said it was safe.",
                 "Lund"),
              IsEmpty());
}

TEST_F(Roles, OfSeveralAreThoseThatTheSourceTellsOfEach) {
  const std::string text = "Mayor Ada Lund and Governor Bo Moe said it was safe.";
  EXPECT_THAT(of(text, "Mayor Ada Lund and Governor Bo Moe"), ElementsAre("Mayor", "Governor"));
}

TEST_F(Roles, OfSeveralAreNotThoseOfOne) {
  EXPECT_THAT(of("Ada Lund and Governor Bo Moe said it was safe.", "Ada Lund and Governor Bo Moe"), IsEmpty());
}

TEST_F(Roles, AreOfficesThatSomebodyHeld) {
  EXPECT_THAT(of("Ada Lund came. She spoke of her time as secretary of state. Lund said it was safe.", "Lund"),
              ElementsAre("secretary of state"));
}

TEST_F(Roles, StandAtTheHeadBehindAs) {
  EXPECT_THAT(of("As mayor, Ada Lund built bridges. Lund said it was safe.", "Lund"), ElementsAre("mayor"));
}

TEST_F(Roles, AreNoOfficesThatSomebodyMayHold) {
  EXPECT_THAT(of("It matters if Ada Lund becomes mayor. Lund said it was safe.", "Lund"), IsEmpty());
}

TEST_F(Roles, AreNotThoseOfWhomSomebodyThanks) {
  EXPECT_THAT(of("Ada Lund thanked her sons, as well as her manager. Lund said it was safe.", "Lund"), IsEmpty());
}

TEST_F(Roles, AreDescriptionsOfTheOneJustNamed) {
  EXPECT_THAT(of("The remark was aimed at Ada Lund. The former secretary of state has backed the bridge. Lund said so.",
                 "Lund"),
              ElementsAre("former secretary of state"));
}

TEST_F(Roles, AreDescriptionsOfTheOnlySenator) {
  const std::string text =
      "Sen. Ada Lund came. Bo Moe left. Bo Moe slept. Bo Moe ate. Bo Moe sang. Bo Moe rose and beat the Norland "
      "senator by far. Lund said it was safe.";
  EXPECT_THAT(of(text, "Lund"), ElementsAre("Sen.", "Norland senator"));
}

TEST_F(Roles, TellWhatABodyIsBeforeItsName) {
  EXPECT_THAT(of("The public relations firm Harbour Media came. Harbour Media said it was safe.", "Harbour Media"),
              ElementsAre("public relations firm"));
}

TEST_F(Roles, TellOnWhichSideABodyStands) {
  EXPECT_THAT(of("It is the nonpartisan Harbour Institute. Harbour Institute said it was safe.", "Harbour Institute"),
              ElementsAre("nonpartisan"));
}

TEST_F(Roles, TellWhatABodyIsBehindItsName) {
  EXPECT_THAT(of("They met Harbour Media, the maker of nets, there. Harbour Media said it was safe.", "Harbour Media"),
              ElementsAre("maker of nets"));
}

TEST_F(Roles, OfABodyAreNotWhoIsToldSomething) {
  EXPECT_THAT(of("They told the campaign Harbour Media was there. Harbour Media said it was safe.", "Harbour Media"),
              IsEmpty());
}

}  // namespace
}  // namespace onrecord
