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

}  // namespace
}  // namespace onrecord
