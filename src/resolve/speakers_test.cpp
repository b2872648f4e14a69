// Whom sources mean: phrases, pronouns, persons named together, unnamed persons, documents.
#include "resolve/speakers_fixture.h"

namespace onrecord {
namespace {

TEST_F(Speakers, TakesASurnameThatIsAFirstNameTooForNobodysGender) {
  read("Hillary Grant spoke first. Her husband, Bill Grant, left. Then Grant said the bridge was safe.");
  say("Grant", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Hillary Grant");
}

TEST_F(Speakers, CountsFirstNamesForNobodysSurname) {
  read(
      "Donald Lund and Freddy Lund were brothers. Mr. Lund worked. Freddy flew. Freddy married. Freddy moved. "
      "Mr. Lund said Freddy was free.");
  say("Mr. Lund", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Donald Lund");
}

TEST_F(Speakers, JoinsAFamilyThatIsNamedInThePlural) {
  read("Anna Berg met Peter Berg on the bridge at noon. The Bergs said the bridge was safe.");
  say("The Bergs", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg and Peter Berg");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(Speakers, KnowsWhomBothMeans) {
  read("The debate was between Anna Berg and Peter Moe. Both said the bridge was safe.");
  say("Both", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg and Peter Moe");
}

TEST_F(Speakers, SplitsASourceOfTwoPersonsWithTheirStates) {
  read("Sens. Anna Berg of Ohio and Peter Moe of Maine said the bridge was safe.");
  say("Sens. Anna Berg of Ohio and Peter Moe of Maine", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg and Peter Moe");
}

TEST_F(Speakers, GoesOnWithJointSpeakers) {
  read("Anna Berg and Peter Moe said the bridge was safe. They added the road was not.");
  say("Anna Berg and Peter Moe", "said");
  say("They", "added");
  resolve_all();
  EXPECT_EQ(name(1), "Anna Berg and Peter Moe");
}

TEST_F(Speakers, TakesUpAnUnnamedPersonAgain) {
  read(
      "Anna Berg left the town. At a shop a middle-aged cashier was shaken. \"It is sad,\" the woman said quietly. "
      "She added that it rained.");
  say("the woman", "said");
  say("She", "added");
  resolve_all();
  EXPECT_EQ(name(0), "middle-aged cashier");
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
  EXPECT_EQ(name(1), "middle-aged cashier");
}

TEST_F(Speakers, TakesUpAGroupAgain) {
  read("Several voters cautioned against it. They said the bridge was safe.");
  say("They", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Several voters");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(Speakers, NamesAPollByTheFullestPhrase) {
  read("The race is close, a new poll showed. The Harbour Institute poll was made in May. The poll found few voters.");
  say("a new poll", "showed");
  say("The poll", "found");
  resolve_all();
  EXPECT_EQ(name(0), "Harbour Institute poll");
  EXPECT_EQ(name(1), "Harbour Institute poll");
  EXPECT_EQ(kind(1), SpeakerKind::document);
}

TEST_F(Speakers, GivesAlliesTheirOwner) {
  read("Anna Berg runs for mayor. Allies say she will win.");
  say("Allies", "say");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg's Allies");
}

TEST_F(Speakers, CompletesAShare) {
  read("The survey asked likely voters. About 9 percent said they were not sure.");
  say("About 9 percent", "said");
  resolve_all();
  EXPECT_EQ(name(0), "About 9 percent of likely voters");
}

TEST_F(Speakers, LooksAheadFromThePhraseThatOpensASentence) {
  read("Peter Moe spoke on Monday. In his answer to the council, Karl Berg said the bridge was safe.");
  say("his", "answer");
  resolve_all();
  EXPECT_EQ(name(0), "Karl Berg");
}

TEST_F(Speakers, FindsWhoIsIntroducedInTheFirstLine) {
  read("A lawmaker wants the bridge closed. The road is old. Anna Berg said on Monday that it rained.");
  say("A lawmaker", "wants");
  say("Anna Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, NeverTakesASpokesmanForTheNextWhoSpeaks) {
  read("A spokesman for the mayor declined. Anna Berg said on Monday that it rained.");
  say("A spokesman for the mayor", "declined");
  say("Anna Berg", "said");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
}

TEST_F(Speakers, ReadsWhoACueIsBy) {
  read("The bridge was criticised by Anna Berg for its weight.");
  say("", "was criticised");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, CallsNobodyTheSenatorOfAnotherState) {
  read(
      "Sen. Peter Moe, R-Ky., spoke first. Then Karl Berg spoke of the bridge. The Vermont senator said it was "
      "safe.");
  say("The Vermont senator", "said");
  resolve_all();
  EXPECT_NE(name(0), "Peter Moe");
}

TEST_F(Speakers, SeesAPersonInTheEndingOfALongWord) {
  read("Anna Berg spoke. Later a megadonor said the bridge was safe.");
  say("a megadonor", "said");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
}

TEST_F(Speakers, LeavesOutThePlaceOfADateline) {
  read("NEW YORK - Minister Anna Berg said the bridge was safe.");
  say("NEW YORK - Minister Anna Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, KeepsASurnameThatIsATitle) {
  read("Rep. Steve King said the bridge was safe.");
  say("Rep. Steve King", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Steve King");
}

TEST_F(Speakers, CutsWhatOnlyHeadsTheSentence) {
  read("Peter Moe spoke at length about the bridge. Unlike Moe said others, it was safe.");
  say("Unlike Moe", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
}

TEST_F(Speakers, CutsWhatOnlyHeadsTheSentenceThoughTheTaggerTakesItForAName) {
  read(
      "Peter Moe spoke at length about the bridge. Expect Moe saying others would, he did not. Enter Peter Moe saying "
      "it was safe.");
  const std::size_t at = article_.text.find("Expect Moe");
  tags_.tags.push_back({TagRole::person, span(at, at + 10), 0.9f, 1.0f, "test"});
  say("Expect Moe", "saying");
  say("Enter Peter Moe", "saying");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
  EXPECT_EQ(name(1), "Peter Moe");
}

TEST_F(Speakers, ReadsNoPhraseBehindANameThatALinkRunsOnFrom) {
  read("House Speaker Peter Moe Peter Karl MoeSenators walk said the bridge was safe.");
  say("House Speaker Peter Moe Peter Karl MoeSenators walk", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
  EXPECT_EQ(kind(0), SpeakerKind::person);
}

TEST_F(Speakers, CutsTheTextOfLinksAndCallsToWatch) {
  read(
      "Sen. Mike Moe Michael (Mike) Karl MoeBridge news said the bridge was safe. MUST WATCH Anna Berg said it was "
      "not.");
  say("Sen. Mike Moe Michael", "(Mike)");
  say("MUST WATCH Anna Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Mike Moe");
  EXPECT_EQ(name(1), "Anna Berg");
}

TEST_F(Speakers, CutsTheTextOfLinksThatRepeatTheName) {
  read(
      "Rep. Peter Moe Peter Karl MoeFerry news: the bridge MORE (R) said the bridge was safe. Lund Ada Karla LundTolls "
      "rise MORE said it was not.");
  say("Rep. Peter Moe", "Peter Karl MoeFerry news: the bridge MORE (R) said");
  say("Lund", "Ada Karla LundTolls rise MORE said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
  EXPECT_EQ(name(1), "Lund");
}

TEST_F(Speakers, TakesAThingOfWhichNothingIsKnownForADocument) {
  read("The playbook warned of the bridge.");
  say("The playbook", "warned");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::document);
}

TEST_F(Speakers, TakesBothSidesForNoTwoPersons) {
  read("Anna Berg and Peter Moe met. Both sides said the bridge was safe.");
  say("Both sides", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Both sides");
}

TEST_F(Speakers, TakesOneBodyForAnotherOnlyWithItsOwner) {
  read("Reuters wrote of it. Reuters was first. The Department of Justice said the bridge was safe.");
  say("The Department of Justice", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Department of Justice");
}

TEST_F(Speakers, ListsThePersonsBehindTheirCommonNoun) {
  read("The two leading Republicans, Karl J. Berg and Senator Peter Moe, said the bridge was safe.");
  say("The two leading Republicans, Karl J. Berg and Senator Peter Moe,", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Karl J. Berg and Peter Moe");
}

TEST_F(Speakers, TakesANameForWhatItIsInMostPlaces) {
  read("Fjordtel said it grew. The Fjordtel network is large. Later Fjordtel said it would grow more.");
  const auto tag = [&](std::size_t from, TagRole role, float score) {
    const std::size_t at = article_.text.find("Fjordtel", from);
    tags_.tags.push_back({role, span(at, at + 8), score, 1.0f, "test"});
    return at + 8;
  };
  std::size_t at = tag(0, TagRole::person, 0.55f);
  at = tag(at, TagRole::organisation, 0.6f);
  tag(at, TagRole::organisation, 0.6f);
  say("Fjordtel", "said");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::organisation);
}

TEST_F(Speakers, ReadsTheTitledNameBehindAComma) {
  read("One holdout, harbour committee chairwoman Anna Berg, said the bridge was safe.");
  say("One holdout, harbour committee chairwoman Anna Berg,", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, ReadsTheBodyBehindItsNoun) {
  read("One group, Harbour Anglers Council, said the bridge was safe. A union called Fjord Council said it was not.");
  say("One group, Harbour Anglers Council,", "said");
  say("A union called Fjord Council", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Harbour Anglers Council");
  EXPECT_EQ(name(1), "Fjord Council");
}

TEST_F(Speakers, ReadsWhatAPersonIsCalled) {
  read("A trader named Anna Berg said the bridge was safe.");
  say("A trader named Anna Berg", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, SplitsNoOfficeAtItsAnd) {
  read("Anna Berg, the Norland Customs and Border Protection commissioner, said the bridge was safe.");
  say("Anna Berg, the Norland Customs and Border Protection commissioner,", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, KeepsTheSignOfAShare) {
  read("The survey asked likely voters. Of the bridge, 41% said it was safe.");
  say("41%", "said");
  resolve_all();
  EXPECT_EQ(name(0), "41% of likely voters");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(Speakers, TakesWhoForNoPlace) {
  read("Anna Berg passed the posts to staff members around the world, who said the bridge was safe.");
  say("who", "said");
  resolve_all();
  EXPECT_EQ(name(0), "staff members around the world");
}

TEST_F(Speakers, TakesWhoForTheSourceBeforeIt) {
  read("It was safe, said a lawyer familiar with the talks, who added it was old and who warned of rust.");
  say("a lawyer familiar with the talks, who", "added");
  statements_[0].source = {span(19, 52)};
  statements_[0].cue = {span(14, 18)};
  from_ = 0;
  say("who", "added");
  say("who", "warned");
  resolve_all();
  EXPECT_EQ(name(0), "lawyer familiar with the talks");
  EXPECT_EQ(name(1), name(0));
  EXPECT_EQ(name(2), name(0));
}

TEST_F(Speakers, BeginsWhatWhoMeansBehindTheVerb) {
  read("Anna Berg sharply rebuked critics who said the bridge was safe.");
  say("who", "said");
  resolve_all();
  EXPECT_EQ(name(0), "critics");
}

TEST_F(Speakers, KeepsTheCountOfThoseWhoAreMeant) {
  read("Peter Moe heard of dozens of women who said the bridge was safe.");
  say("who", "said");
  resolve_all();
  EXPECT_EQ(name(0), "dozens of women");
}

TEST_F(Speakers, TakesWhoBehindAnExampleForAll) {
  read("Anna Berg relies on lawmakers such as Peter Moe who said the bridge was safe.");
  say("who", "said");
  resolve_all();
  EXPECT_EQ(name(0), "lawmakers");
}

TEST_F(Speakers, TakesAGroupInAppositionForItsName) {
  read("The call was paid for by Harbour Anglers Council, a group that said the bridge was safe.");
  say("that", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Harbour Anglers Council");
}

TEST_F(Speakers, TakesAnybodyForNobodyInParticular) {
  read("Anna Berg spoke of the bridge. Anyone said it was safe, as you said it was.");
  say("Anyone", "said");
  say("you", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anyone");
  EXPECT_EQ(kind(0), SpeakerKind::group);
  EXPECT_EQ(name(1), "you");
  EXPECT_EQ(kind(1), SpeakerKind::group);
}

TEST_F(Speakers, TakesATradeBehindAnHonorificForASurname) {
  read("On Monday Peter Singer met Anna Berg at the bridge. Ms. Berg left. Mr. Singer said the bridge was safe.");
  say("Mr. Singer", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Singer");
}

TEST_F(Speakers, TakesAPaperForNoPersonSpokenOf) {
  read("Anna Berg spoke. She spoke of the bridge, and the Harbour Leader said it was safe.");
  say("the Harbour Leader", "said");
  resolve_all();
  EXPECT_NE(name(0), "Anna Berg");
}

TEST_F(Speakers, TakesAHecklerForNobodyNamed) {
  read("Anna Berg spoke. She spoke of the bridge, and the heckler said it was safe.");
  say("the heckler", "said");
  resolve_all();
  EXPECT_EQ(name(0), "heckler");
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
}

TEST_F(Speakers, TakesWhomTheQuotationNamesForAnother) {
  read(
      "Peter Moe, who leads the council, said on Monday that Karl Berg has a plan. \"I know Karl Berg well,\" he "
      "said.");
  Statement statement;
  const std::size_t at = article_.text.find("he said");
  const std::size_t begin = article_.text.find("\"I");
  statement.source = {span(at, at + 2)};
  statement.cue = {span(at + 3, at + 7)};
  statement.content = {span(begin, at - 1)};
  statement.form = Form::direct;
  statement.decision = {"test", 1.0f};
  statements_.push_back(statement);
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
}

TEST_F(Speakers, TakesAMinorityLeaderForOnePerson) {
  read("Anna Berg spoke. She spoke of the bridge. The minority leader said it was safe.");
  say("The minority leader", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Speakers, TakesUnnamedCountriesAndAJuryForGroups) {
  read("Several countries said the bridge was safe. A jury said it was not. The narrator said it was old.");
  say("Several countries", "said");
  say("A jury", "said");
  say("The narrator", "said");
  resolve_all();
  EXPECT_EQ(kind(0), SpeakerKind::group);
  EXPECT_EQ(kind(1), SpeakerKind::group);
  EXPECT_EQ(kind(2), SpeakerKind::unnamed);
}

TEST_F(Speakers, FindsWhoAsked) {
  read("The bridge is safe, Anna Berg told Radio Fjord News on Monday when asked about the road.");
  say("", "asked");
  resolve_all();
  EXPECT_EQ(name(0), "Radio Fjord News");
}

TEST_F(Speakers, FindsWhoAskedInTheInterviewBefore) {
  read("In an interview with Peter Moe, Anna Berg spoke of the bridge. Asked about the road, she left.");
  say("", "Asked");
  resolve_all();
  EXPECT_EQ(name(0), "Peter Moe");
}

TEST_F(Speakers, TakesNobodyForWhoAskedWhereNobodyIsTold) {
  read("The bridge is safe, Anna Berg said on Monday when asked about the road.");
  say("Anna Berg", "said");
  say("", "asked");
  resolve_all();
  EXPECT_EQ(name(1), "");
}

TEST_F(Speakers, TakesAPronounForWhoHasJustBeenNamedInFull) {
  read(
      "On Monday Peter Moe ran the port. Moe spoke of the town. It rained. The council then met with the harbour "
      "chief Karl Berg. He said the bridge was safe.");
  say("He", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Karl Berg");
}

TEST_F(Speakers, KnowsABodyByItsLetters) {
  read(
      "The Department of Housing and Urban Development ruled on Monday. HUD said it was safe. "
      "The Department of Commerce ruled on Friday. The DoC said it was unsafe.");
  say("HUD", "said");
  say("The DoC", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Department of Housing and Urban Development");
  EXPECT_EQ(name(1), "Department of Commerce");
}

TEST_F(Speakers, KnowsABodyByTheFrontOfItsName) {
  read("The Harbour Institute for Responsible Shipping ruled on Monday. The Harbour Institute said it was safe.");
  say("The Harbour Institute", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Harbour Institute for Responsible Shipping");
}

TEST_F(Speakers, TakesNoCallToReadOnForASpeaker) {
  read("Ada Lund left.\n\nStory Continued Below\n\n“It is safe,” she said.");
  say("Story", "Continued");
  resolve_all();
  EXPECT_NE(name(0), "Story Continued");
}

}  // namespace
}  // namespace onrecord
