#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include "segment/segment.h"

namespace onrecord {
namespace {

// A text in which statements are marked by the words of their source, cue and content, each the first after the one
// before.
class Resolving : public testing::Test {
 protected:
  void read(const std::string& text, std::optional<Date> published = Date{2031, 5, 16}) {
    article_.text = text;
    article_.published = published;
  }

  Span at(const std::string& words, std::size_t from) const {
    const std::size_t begin = article_.text.find(words, from);
    EXPECT_NE(begin, std::string::npos) << words;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }

  // Statements must be added in the order of their sources.
  void say(const std::string& source, const std::string& cue, const std::string& content, std::size_t from = 0) {
    Statement statement;
    if (!source.empty()) statement.source.push_back(at(source, from));
    statement.cue.push_back(at(cue, source.empty() ? from : statement.source.front().begin));
    statement.content.push_back(at(content, from));
    statement.decision = {"test", 1.0f};
    statements_.push_back(statement);
  }

  const Resolution& resolved() {
    resolution_ = resolve(article_, segment(article_), {}, statements_);
    return resolution_;
  }
  std::string name(std::size_t statement) const {
    const std::uint32_t speaker = resolution_.statements[statement].speaker;
    return speaker == none ? "" : resolution_.speakers[speaker].name;
  }
  SpeakerKind kind(std::size_t statement) const {
    return resolution_.speakers.at(resolution_.statements[statement].speaker).kind;
  }
  std::string day(std::size_t statement) const {
    const auto& said = resolution_.statements[statement].said;
    return said && said->from ? to_iso(*said->from) : "";
  }
  std::string told(std::size_t statement) const {
    const auto& to = resolution_.statements[statement].told;
    return to ? to->name : "";
  }

  Article article_;
  Statements statements_;
  Resolution resolution_;
};

TEST_F(Resolving, AMonthBesideTheGatheringIsThatOfTheSaying) {
  read("“We stand by the bridge, as Lowland leaders reaffirmed at the Harbour Summit in March,” Ada Lund said.");
  say("Lowland leaders", "reaffirmed", "We stand by the bridge");
  resolved();
  EXPECT_EQ(day(0), "2031-03");
}

TEST_F(Resolving, GivesASurnameTheFullestName) {
  read("Transport Minister Ada Lund spoke first. Lund said the bridge was safe.");
  say("Lund", "said", "the bridge was safe", 40);
  resolved();
  EXPECT_EQ(name(0), "Ada Lund");
  EXPECT_EQ(kind(0), SpeakerKind::person);
}

TEST_F(Resolving, BindsPronounsByGender) {
  read("Anna Berg met Peter Moe. She said the bridge was safe, but he said it was not.");
  say("She", "said", "the bridge was safe");
  say("he", "said", "it was not", 50);
  resolved();
  EXPECT_EQ(name(0), "Anna Berg");
  EXPECT_EQ(name(1), "Peter Moe");
}

TEST_F(Resolving, KeepsFamiliesApart) {
  read("Anna Berg left. Peter Berg stayed. Mr. Berg said it was late.");
  say("Mr. Berg", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Peter Berg");
}

TEST_F(Resolving, KeepsTheUnnamedUnnamed) {
  read("Anna Berg left. A harbour source said it was late.");
  say("A harbour source", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "harbour source");
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
}

TEST_F(Resolving, ReadsAnEpithetByItsRole) {
  read("Transport Minister Anna Berg left. Peter Moe stayed. The transport minister said it was late.");
  say("The transport minister", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Anna Berg");
}

TEST_F(Resolving, NamesInTheLeadWhoIsNamedLater) {
  read(
      "A NORDCO official took back his words on Thursday.\n\n“It was wrong,” Stig Moe, head of press for NORDCO, told "
      "Radio Fjord.");
  say("A NORDCO official", "took back", "his words");
  say("Stig Moe, head of press for NORDCO,", "told", "“It was wrong,”", 40);
  statements_[1].content = {at("“It was wrong,”", 0)};
  resolved();
  EXPECT_EQ(name(0), "Stig Moe");
  EXPECT_EQ(day(1), "2031-05-15");
}

TEST_F(Resolving, TellsGroupsOrganisationsAndDocuments) {
  read("Norland officials said no. The ministry said yes. A new poll said maybe.");
  say("Norland officials", "said", "no");
  say("The ministry", "said", "yes", 20);
  say("A new poll", "said", "maybe", 40);
  resolved();
  EXPECT_EQ(kind(0), SpeakerKind::group);
  EXPECT_EQ(kind(1), SpeakerKind::organisation);
  EXPECT_EQ(kind(2), SpeakerKind::document);
}

TEST_F(Resolving, JoinsTwoSpeakers) {
  read("Anna Berg and Peter Moe said it was late.");
  say("Anna Berg and Peter Moe", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Anna Berg and Peter Moe");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(Resolving, TakesPersonsNamedTogetherForThey) {
  read("Anna Berg and Peter Moe met the press in the harbour. They said it was late.");
  say("They", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Anna Berg and Peter Moe");
}

TEST_F(Resolving, PrefersWhomTheArticleIsAbout) {
  read(
      "Peter Moe opened the bridge. Moe had drawn it. Moe had planned it. Moe paid for it. Carl Noe stood by. It rained. "
      "He said it was late.");
  say("He", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Peter Moe");
}

TEST_F(Resolving, NamesAGroupWithTheClauseThatTellsWhoTheyAre) {
  read("Officials involved in the talks said it was late. Diplomats who spoke to the press said it was early.");
  say("Officials involved in the talks", "said", "it was late");
  say("Diplomats who spoke to the press", "said", "it was early", 40);
  resolved();
  EXPECT_EQ(name(0), "Officials involved in the talks");
  EXPECT_EQ(name(1), "Diplomats");
}

TEST_F(Resolving, KeepsOneOfAPeopleUnnamed) {
  read("Anna Berg left. A Norwegian said it was late.");
  say("A Norwegian", "said", "it was late");
  resolved();
  EXPECT_EQ(name(0), "Norwegian");
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
}

TEST_F(Resolving, FindsRolesInApposition) {
  read("Anna Berg, chief of staff for the mayor, said it was late.");
  say("Anna Berg, chief of staff for the mayor,", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "chief of staff for the mayor");
}

TEST_F(Resolving, TakesADescriptionForARole) {
  read("Anna Berg opened the bridge. The harbour mogul left early. Berg said it was late.");
  say("Berg", "said", "it was late", 40);
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "harbour mogul");
}

TEST_F(Resolving, FindsTheAffiliationBehindTheName) {
  read("Anna Berg of the Harbour Institute said it was late.");
  say("Anna Berg of the Harbour Institute", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "of the Harbour Institute");
}

TEST_F(Resolving, FindsTheOutletBeforeTheName) {
  read("Radio Fjord News's Anna Berg said it was late.");
  say("Radio Fjord News's Anna Berg", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "Radio Fjord News");
}

TEST_F(Resolving, FindsWhatABodyIs) {
  read("Harbour Anglers Council, a local group of anglers that meets on Mondays, said it was late.");
  say("Harbour Anglers Council", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "local group of anglers");
}

TEST_F(Resolving, FindsTheStateInBrackets) {
  read("Anna Berg (Vt.) said it was late.");
  say("Anna Berg", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "Vt.");
}

TEST_F(Resolving, FindsWhereAPersonIsFromBehindTheAge) {
  read("Anna Berg, 24, of Norland, said it was late. Karl Moe, 30, from Maine, said it was not.");
  say("Karl Moe, 30, from Maine,", "said", "it was not");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "from Maine");
}

TEST_F(Resolving, TakesWhatAPersonDoesForARole) {
  read("Anna Berg, who leads the harbour council, said it was late.");
  say("Anna Berg, who leads the harbour council,", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "who leads the harbour council");
}

TEST_F(Resolving, ReadsRolesWithAgesInThem) {
  read("Anna Berg, the 30-year-old daughter of a sailor, said it was late.");
  say("Anna Berg, the 30-year-old daughter of a sailor,", "said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "30-year-old daughter of a sailor");
}

TEST_F(Resolving, KeepsTheNounBetweenATitleAndItsOpener) {
  read("It was the former education secretary Anna Berg who said it was late.");
  say("the former education secretary Anna Berg", "who said", "it was late");
  ASSERT_EQ(resolved().speakers.size(), 1u);
  ASSERT_EQ(resolution_.speakers[0].roles.size(), 1u);
  EXPECT_EQ(resolution_.speakers[0].roles[0].text, "former education secretary");
}

TEST_F(Resolving, TakesAWeekdayForTheLatestOne) {
  read("Anna Berg told Radio Fjord on Wednesday that it was late.");
  say("Anna Berg", "told", "that it was late");
  resolved();
  EXPECT_EQ(day(0), "2031-05-14");
  EXPECT_EQ(told(0), "Radio Fjord");
}

TEST_F(Resolving, NeverDatesByThePublicationDay) {
  read("Anna Berg said it was late.");
  say("Anna Berg", "said", "it was late");
  resolved();
  EXPECT_FALSE(resolution_.statements[0].said.has_value());
}

TEST_F(Resolving, KeepsThePhraseWhereThePublicationDayIsUnknown) {
  read("Anna Berg said on Wednesday that it was late.", std::nullopt);
  say("Anna Berg", "said", "that it was late");
  resolved();
  ASSERT_TRUE(resolution_.statements[0].said.has_value());
  EXPECT_FALSE(resolution_.statements[0].said->from.has_value());
  EXPECT_EQ(slice(article_.text, *resolution_.statements[0].said->phrase), "Wednesday");
}

TEST_F(Resolving, DatesNothingByWhatIsStillToCome) {
  read("Anna Berg said the bridge would open next Friday.");
  say("Anna Berg", "said", "the bridge would open");
  resolved();
  EXPECT_EQ(day(0), "");
}

TEST_F(Resolving, ADayOfTheComingWeeksIsNotThatOfTheYearBefore) {
  read("Anna Berg, campaigning for June 23, said the bridge was late. Peter Moe said on September 23 that it was not.");
  say("Anna Berg, campaigning for June 23,", "said", "the bridge was late");
  say("Peter Moe", "said", "that it was not");
  resolved();
  EXPECT_EQ(day(0), "");
  EXPECT_EQ(day(1), "2030-09-23");
  read("Anna Berg told Radio Fjord on June 23 that the bridge was late.");
  statements_.clear();
  say("Anna Berg", "told", "that the bridge was late");
  resolved();
  EXPECT_EQ(day(0), "");
}

TEST_F(Resolving, LendsAnOccasionToWhatWasSaidThere) {
  read("Anna Berg told Radio Fjord on Wednesday that it was late. She said the bridge was old.");
  say("Anna Berg", "told", "that it was late");
  say("She", "said", "the bridge was old", 50);
  resolved();
  EXPECT_EQ(day(1), "2031-05-14");
  EXPECT_EQ(told(1), "Radio Fjord");
}

TEST_F(Resolving, DatesAnActByThePhraseBehindItsObject) {
  read("Anna Berg appeared to take back her remarks on Wednesday. “It was wrong,” Berg told Radio Fjord.");
  say("Anna Berg", "appeared", "to take back her remarks on Wednesday");
  resolved();
  EXPECT_EQ(day(0), "2031-05-14");
}

TEST_F(Resolving, CountsFromTheDayToldBefore) {
  read("Anna Berg took back her remarks on Wednesday. A day earlier, Berg said the bridge was old.");
  say("Anna Berg", "took back", "her remarks");
  say("Berg", "said", "the bridge was old", 50);
  resolved();
  EXPECT_EQ(day(1), "2031-05-13");
}

TEST_F(Resolving, LeavesTheDayOfARelativeClauseToIt) {
  read("Anna Berg, who left the council on Monday, said the bridge was old.");
  say("Anna Berg", "said", "the bridge was old");
  resolved();
  EXPECT_EQ(day(0), "");
  read("In an interview which aired on Monday, Anna Berg said the bridge was old.");
  say("Anna Berg", "said", "the bridge was old");
  resolved();
  EXPECT_EQ(day(0), "2031-05-12");
}

TEST_F(Resolving, TakesNoProgrammeForADay) {
  read("Anna Berg said on “Today” that the bridge was old.");
  say("Anna Berg", "said", "that the bridge was old");
  resolved();
  EXPECT_EQ(day(0), "");
}

TEST_F(Resolving, LeavesTheDayOfTheQuestionToTheQuestion) {
  read("Asked whether the bridge would open on Monday, Anna Berg said that it was old.");
  say("Anna Berg", "said", "that it was old");
  resolved();
  EXPECT_EQ(day(0), "");
}

TEST_F(Resolving, KnowsWhoWasAsked) {
  read("Asked about the bridge, Anna Berg said that it was old.");
  say("", "Asked", "about the bridge");
  say("Anna Berg", "said", "that it was old");
  resolved();
  EXPECT_EQ(told(0), "Anna Berg");
}

TEST_F(Resolving, LendsNoAudienceToAnotherDay) {
  read("On Wednesday Anna Berg told Radio Fjord that it was late. A day earlier, Berg said the bridge was old.");
  say("Anna Berg", "told", "that it was late");
  say("Berg", "said", "the bridge was old", 50);
  resolved();
  EXPECT_EQ(told(0), "Radio Fjord");
  EXPECT_EQ(told(1), "");
}

}  // namespace
}  // namespace onrecord
