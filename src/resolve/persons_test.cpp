// Which person a source means: by pronouns that go on, by "who", by a short or misspelt name, in letters and interviews.
#include "resolve/speakers_fixture.h"

namespace onrecord {
namespace {

class Persons : public Speakers {
 protected:
  // The first `name` in the text, as the tagger marks a person.
  void tag_person(const std::string& name) {
    const std::size_t begin = article_.text.find(name);
    tags_.tags.push_back({TagRole::person, span(begin, begin + name.size()), 0.9f, 1.0f, "test"});
  }
};

TEST_F(Persons, GoesOnWithPronounsThatAreNoSources) {
  read(
      "Karl Moe ran the port. Moe built the town. Moe paid for the road. Moe had planned it. Moe left. Peter Lund was to "
      "blame. He was held for a day. He denied everything.");
  say("He", "denied");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Lund");
}

TEST_F(Persons, TakesWhoWasAskedForWhoAnswers) {
  read("Karl Moe asked Peter Lund whether the bridge was safe. He said it was.");
  say("Karl Moe", "asked");
  say("He", "said");
  resolve_all();
  EXPECT_EQ(name(1), "Peter Lund");
}

TEST_F(Persons, GoesOnWithWhoAskedWhereTheQuestionIsQuoted) {
  read("Karl Moe asked Peter Lund “how many bridges are safe?” After all, he said the town has thousands.");
  say("Karl Moe", "asked");
  const std::size_t quoted = article_.text.find("“how");
  statements_[0].content = {span(quoted, article_.text.find(" After"))};
  statements_[0].form = Form::direct;
  say("he", "said");
  resolve_all();
  EXPECT_EQ(name(1), "Karl Moe");
}

TEST_F(Persons, TakesNobodyOfWhomAnotherSpoke) {
  read("Karl Berg, a visitor, said Peter Lund could sue and Lund could win. He added Lund would have to pay.");
  say("Karl Berg, a visitor,", "said");
  say("He", "added");
  resolve_all();
  EXPECT_EQ(name(1), "Karl Berg");
}

TEST_F(Persons, TakesWhoForTheOneWhomAPhraseExplains) {
  read("Among them was Peter Lund, a longtime Club for Harbours donor who backs the bridge.");
  say("who", "backs");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Lund");
}

TEST_F(Persons, TakesThatForTheBodyWhomAPhraseExplains) {
  read("The couple founded Norland Media, a foundation that supports the bridge.");
  say("that", "supports");
  resolve_all();
  EXPECT_EQ(name(0), "Norland Media");
}

TEST_F(Persons, TakesWhoForWhoIsOne) {
  read("Lund came. Peter Lund is an academic expert who opposes the bridge.");
  say("who", "opposes");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Lund");
}

TEST_F(Persons, NamesThoseByWhatIsSaidOfThem) {
  read("The news gave a voice to those who fear the bridge, and left.");
  say("who", "fear");
  resolve_all();
  EXPECT_EQ(name(0), "those who fear the bridge");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(Persons, TakesTheOneWhoBearsANameBeforeTheOneItIsShortFor) {
  read("John Moe ran. John Moe won. John Moe left. Brian Jack stayed. Jack said the bridge was safe.");
  say("Jack", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Brian Jack");
}

TEST_F(Persons, KnowsAMisspeltLastName) {
  read(
      "Peter Sweeney walked along the harbour with Karl Kiedal. Sweeny said the bridge was safe. Keidal said it was not.");
  tag_person("Sweeny");
  tag_person("Keidal");
  say("Sweeny", "said");
  say("Keidal", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Sweeney");
  EXPECT_EQ(name(1), "Karl Kiedal");
}

TEST_F(Persons, KnowsNobodyByAMisspeltNameThatTwoMayBear) {
  read("Peter Sweeney walked along the harbour with Anna Sweeney. Sweeny said the bridge was safe.");
  tag_person("Sweeny");
  say("Sweeny", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Sweeny");
}

TEST_F(Persons, TakesAFamilyForNoMisspeltName) {
  read("Peter Sweene walked along the harbour on Monday. The Sweenes said the bridge was safe.");
  tag_person("Sweenes");
  say("The Sweenes", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Sweenes");
}

TEST_F(Persons, TakesTheFormOfANameThatIsWrittenMost) {
  read("Hilary Berg came. Hillary Berg spoke. Hillary Berg left. Mrs. Berg said the bridge was safe.");
  say("Mrs. Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Hillary Berg");
}

TEST_F(Persons, TakesTheLongerOfTwoFormsOfANameThatAreWrittenEquallyOften) {
  read("Ken Berg came. Kenneth Berg left. Berg said the bridge was safe.");
  say("Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Kenneth Berg");
}

TEST_F(Persons, KeepsTheGenderThatTheFirstNameTells) {
  read(
      "Anna Berg met Tom Berg. Her sister, Ms. Tom Berg, was no sister. Tom Berg pointed at his ears. Anna Berg shook "
      "her head. Over the years, she said, mail had helped.");
  say("she", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Persons, TakesAPartysNameIntoItsCommittees) {
  read("The Republican National Committee met in May. The RNC said the bridge was safe.");
  say("The RNC", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Republican National Committee");
}

TEST_F(Persons, TakesAnAttorneyGeneralsTitleForNoName) {
  read("AG Berg spoke at noon. Peter Berg was there. Berg said the bridge was safe.");
  say("Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Berg");
}

TEST_F(Persons, TakesWhoSignsAPostForItsFirstPerson) {
  read(
      "The bridge was shut on Monday.\n\nIt is old. I fear the bridge \xe2\x80\x94 Ada J. Lund (@adalund) May 2, "
      "2031\n\nI think that it was right.\n\nI like it. \xe2\x80\x94 Cy Noe (@cynoe) May 3, 2031\n\nI use it \xe2\x80\x94 harbour cat (@cat) May 3, 2031");
  say("I", "fear");
  say("I", "think");
  say("I", "like");
  say("I", "use");
  resolve_all();
  EXPECT_EQ(name(0), "Ada J. Lund");
  EXPECT_EQ(name(1), "author");
  EXPECT_EQ(name(2), "Cy Noe");
  EXPECT_EQ(name(3), "harbour cat");
}

TEST_F(Persons, TakesTheWriterOfALetterForItsFirstPerson) {
  read(
      "Letters on the bridge.\n\nThe bridge is old. I like the bridge.\n\nPeter Lund.\n\nHarbour town.\n\nI fear "
      "the bridge.\n\n@annaberg.\n\nOn paper I doubt the road.\n\nKarl Moe.");
  say("I", "like");
  say("I", "fear");
  say("I", "doubt");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Lund");
  EXPECT_EQ(name(1), "@annaberg");
  EXPECT_EQ(name(2), "Karl Moe");
}

TEST_F(Persons, TakesASingleNameAtTheEndForTheAuthors) {
  read("The bridge is old. I like the bridge.\n\nPeter Lund.");
  say("I", "like");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::author);
}

TEST_F(Persons, TakesWhoIsInterviewedForTheFirstPersonOfAnswers) {
  read(
      "Anna Berg spoke with us. I met Berg at noon.\n\nQ: Why the bridge?\n\nA: I like the bridge.\n\nThen I like "
      "the road.\n\nQ: And the town?\n\nA: I fear the town.");
  say("I", "met");
  say("I", "like");
  say("I", "like");
  say("I", "fear");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::author);
  EXPECT_EQ(name(1), "Anna Berg");
  EXPECT_EQ(name(2), "Anna Berg");
  EXPECT_EQ(name(3), "Anna Berg");
}

TEST_F(Persons, TellsPlacesApartThatBeginAlike) {
  read(
      "Former New York Gov. Karl Moe, the governor of New York, left in May. On Monday Gov. Peter Lund came to town. The "
      "New Jersey governor said the bridge was safe.");
  say("The New Jersey governor", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Lund");
}

TEST_F(Persons, FindsWhoAskedBehindBy) {
  read("Anna Berg told Radio Fjord News of the town. Asked by Peter Moe about the road, she left.");
  say("", "Asked");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
}

TEST_F(Persons, TakesTheSubjectBeforeACueThatIsNotPassive) {
  read("Anna Berg was more eager to talk about the bridge. Norland Media is expected to talk about the road.");
  say("", "was more eager to talk");
  say("", "is expected to talk");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
  EXPECT_EQ(name(1), "");
}

}  // namespace
}  // namespace onrecord
