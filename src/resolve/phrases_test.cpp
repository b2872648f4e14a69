// Who or what a noun phrase is: names inside it, its kind, the fuller phrase of a document.
#include "resolve/speakers_fixture.h"

namespace onrecord {
namespace {

class Phrases : public OneSpeaker {
 protected:
  static SpeakerKind kind(const std::string& source) {
    return who("Then " + source + " said it was safe.", source).kind;
  }
};

TEST_F(Phrases, KeepAnOfficeWithItsName) {
  const Speaker speaker =
      who("Then former secretary of state Ada Lund said it was safe.", "former secretary of state Ada Lund");
  EXPECT_EQ(speaker.name, "Ada Lund");
  EXPECT_EQ(speaker.kind, SpeakerKind::person);
}

TEST_F(Phrases, TellTheCountryFromThePronoun) {
  EXPECT_EQ(who("Then US President Ada Lund said it was safe.", "US President Ada Lund").name, "Ada Lund");
  EXPECT_EQ(kind("US officials"), SpeakerKind::group);
}

TEST_F(Phrases, FindANameBehindATrade) {
  const Speaker speaker = who("Then columnist Ai Jun said it was safe.", "columnist Ai Jun");
  EXPECT_EQ(speaker.name, "Ai Jun");
  EXPECT_EQ(speaker.kind, SpeakerKind::person);
  ASSERT_EQ(speaker.roles.size(), 1u);
  EXPECT_EQ(speaker.roles[0].text, "columnist");
}

TEST_F(Phrases, GoOnBehindAHyphenedWord) {
  EXPECT_EQ(who("Then best-selling author Ada Lund said it was safe.", "best-selling author Ada Lund").name, "Ada Lund");
  EXPECT_EQ(who("Then policy planning director Ada Lund said it was safe.", "policy planning director Ada Lund").name,
            "Ada Lund");
}

TEST_F(Phrases, AreOneOfSeveralWhoIsNamedBehind) {
  EXPECT_EQ(who("One of the managers, Ada Lund, said it was safe.", "One of the managers, Ada Lund,").name, "Ada Lund");
  EXPECT_EQ(who("One prominent conservative, author Ada Lund, said it was safe.",
               "One prominent conservative, author Ada Lund,")
                .name,
            "Ada Lund");
}

TEST_F(Phrases, TellPeopleByAnAdjectiveBehindThem) {
  const Speaker speaker = who("Then people close to the minister said it was safe.", "people close to the minister");
  EXPECT_EQ(speaker.name, "people close to the minister");
  EXPECT_EQ(speaker.kind, SpeakerKind::group);
}

TEST_F(Phrases, AreGroups) {
  EXPECT_EQ(kind("no one"), SpeakerKind::group);
  EXPECT_EQ(kind("one in five"), SpeakerKind::group);
  EXPECT_EQ(kind("both sides"), SpeakerKind::group);
  EXPECT_EQ(kind("the inner circle"), SpeakerKind::group);
  EXPECT_EQ(kind("two geophysicists"), SpeakerKind::group);
}

TEST_F(Phrases, AreBodies) {
  EXPECT_EQ(kind("the chancellery"), SpeakerKind::organisation);
  EXPECT_EQ(kind("the Harbour operation"), SpeakerKind::organisation);
}

TEST_F(Phrases, TellAPersonByAgeAlone) {
  EXPECT_EQ(who("Ada Lund came. The 43-year-old said it was safe.", "The 43-year-old").name, "Ada Lund");
}

TEST_F(Phrases, KnowWhoPractisesSomething) {
  EXPECT_EQ(kind("a hygienist"), SpeakerKind::unnamed);
  EXPECT_NE(kind("a checklist"), SpeakerKind::unnamed);
}

TEST_F(Phrases, KnowADocumentByAVariedNoun) {
  EXPECT_EQ(who("The Harbour Institute poll came out. The survey said it was safe.", "The survey").name,
            "Harbour Institute poll");
}

TEST_F(Phrases, KnowAPollThatIsNamedLater) {
  const Speaker poll =
      who("A new national poll said it was safe. The Harbour Institute poll came out.", "A new national poll");
  EXPECT_EQ(poll.name, "Harbour Institute poll");
}

TEST_F(Phrases, NameADocumentByWhomItIsBy) {
  const std::string source = "The survey, conducted by the Harbour Institute,";
  EXPECT_EQ(who("It came out. " + source + " said it was safe.", source).name, "Harbour Institute survey");
}

TEST_F(Phrases, TakeNobodyForListedBehindAPreposition) {
  const Speaker speaker =
      who("Then aides to Ada Lund, a lawyer, and Bo Moe said it was safe.", "aides to Ada Lund, a lawyer, and Bo Moe");
  EXPECT_NE(speaker.name, "Ada Lund and Bo Moe");
}

TEST_F(Phrases, KnowThePlacesOfSeveralWords) {
  EXPECT_EQ(who("Then South Carolina said it was safe.", "South Carolina").kind, SpeakerKind::organisation);
}

TEST_F(Phrases, TakeAFormerSpeakerForAPerson) {
  EXPECT_EQ(who("Ada Lund came. Ada Lund spoke. On Friday the former House Speaker said it was safe.",
               "the former House Speaker")
                .name,
            "Ada Lund");
}

TEST_F(Phrases, LeaveOutWhenAThingCameOut) {
  const auto name = [](const std::string& source) { return who("Then " + source + " said it was safe.", source).name; };
  EXPECT_EQ(name("a harbour survey released this month"), "harbour survey");
  EXPECT_EQ(name("a survey conducted by the Harbour Club"), "survey conducted by the Harbour Club");
  EXPECT_EQ(name("sailors in 1994"), "sailors");
  EXPECT_EQ(name("an inquiry into last year's collapse"), "inquiry into last year's collapse");
}

TEST_F(Phrases, AreSomeOfThoseWhomANameIsFor) {
  EXPECT_EQ(who("Then Democrats in the Senate said it was safe.", "Democrats in the Senate").name,
            "Democrats in the Senate");
  EXPECT_EQ(who("Then Democrats in 1994 said it was safe.", "Democrats in 1994").name, "Democrats");
  EXPECT_EQ(who("Then Democrats said it was safe.", "Democrats").name, "Democrats");
}

TEST_F(Phrases, EndWhereOneWhoIsNamedBegins) {
  for (const std::string source : {"a Ferguson, Mo., officer named Ada Lund", "Chiang Rai acting Gov. Ada Lund"})
    EXPECT_EQ(who("Then " + source + " said it was safe.", source).name, "Ada Lund") << source;
}

TEST_F(Phrases, AreOneWhereOnlyOnePersonIsToldOf) {
  for (const std::string source :
       {"Ada Lund, the chairman of the Harbour Party and a Berg fundraiser,", "Ada Lund, Ohio Republican and a donor,",
        "Sen. Ada Lund, R-Ohio, chairman of the Harbour Security and Shipping Affairs Committee,",
        "Ada Lund, who was flanked by Minister Karl Moe and Bo Berg,"}) {
    EXPECT_EQ(who("Then " + source + " said it was safe. Bo Berg left.", source).name, "Ada Lund") << source;
  }
  const std::string listed = "Sens. Ada Lund, R-Ohio; Karl Moe, R-Utah; and Peter Berg, R-Wis.,";
  EXPECT_EQ(who("Then " + listed + " said it was safe.", listed).name, "Ada Lund and Karl Moe and Peter Berg");
  const std::string lawyers = "Moe's attorneys, Ada Lund and Bo Berg,";
  EXPECT_EQ(who("Karl Moe left. Then " + lawyers + " said it was safe.", lawyers).name, "Ada Lund and Bo Berg");
}

}  // namespace
}  // namespace onrecord
