// Where names begin and end, and what is none.
#include "resolve/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/resolve.h"
#include "segment/segment.h"

namespace onrecord::resolving {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class Names : public testing::Test {
 protected:
  void tag_person(const std::string& name) {
    const auto begin = static_cast<std::uint32_t>(article_.text.find(name));
    tags_.tags.push_back(
        {TagRole::person, {begin, begin + static_cast<std::uint32_t>(name.size())}, 0.9f, 1.0f, "test"});
  }

  // The names in `text`, those of persons marked by a star.
  std::vector<std::string> names() {
    const Segments segments = segment(article_);
    const Reading reading = read_words(article_, segments);
    std::vector<std::string> found;
    for (const Name& name : find_names(reading, tags_)) {
      found.push_back((name.kind == NameKind::person ? "*" : "") +
                      std::string(reading.of(reading.span_of(name.words))));
    }
    return found;
  }
  std::vector<std::string> names(const std::string& text) {
    article_.text = text;
    return names();
  }

  Article article_;
  Tags tags_;
};

TEST(WrittenSmall, KnowsRegularForms) {
  EXPECT_TRUE(written_small("expect"));
  EXPECT_TRUE(written_small("stopping"));
  EXPECT_TRUE(written_small("replacing"));
  EXPECT_TRUE(written_small("repeatedly"));
  EXPECT_TRUE(written_small("high-flying"));
  EXPECT_FALSE(written_small("ocasio-cortez"));
  EXPECT_FALSE(written_small("lund"));
  EXPECT_FALSE(written_small("manning"));
  EXPECT_FALSE(written_small("wes"));
}

TEST_F(Names, EndsWithItsParagraph) {
  article_.text = "Photo by Jon Berg\n\nLund said the bridge is safe.";
  tag_person("Jon Berg\n\nLund");
  EXPECT_THAT(names(), ElementsAre("*Jon Berg", "*Lund"));
}

TEST_F(Names, DropsWhatOnlyHeadsTheSentence) {
  EXPECT_THAT(names("Peter Moe spoke. Seeing Moe leave, all left. Whether Moe returns is open."),
              ElementsAre("*Peter Moe", "*Moe", "*Moe"));
  EXPECT_THAT(names("They asked Peter Moe. Following Peter Moe's visit, all left."),
              ElementsAre("*Peter Moe", "*Peter Moe"));
  EXPECT_THAT(names("Afterward, they left."), ElementsAre());
  article_.text = "Tons of people left. Echoing Kolstad, all agreed.";
  tag_person("Tons");
  tag_person("Kolstad");
  EXPECT_THAT(names(), ElementsAre("*Kolstad"));
}

TEST_F(Names, TitlesMakeNoPersonOfAPlainWord) {
  EXPECT_THAT(names("She left the academic Left."), ElementsAre("Left"));
  EXPECT_THAT(names("They asked Justice Black."), ElementsAre("*Black"));
}

TEST_F(Names, ThatEndInABodysNounAreNoPersons) {
  article_.text = "They asked Lumar Bank.";
  tag_person("Lumar Bank");
  EXPECT_THAT(names(), ElementsAre("Lumar Bank"));
}

TEST_F(Names, KeepsFirstNamesThatAreWords) {
  EXPECT_THAT(names("They asked Happy Dahl. Happy Dahl said no. Dahl left."),
              ElementsAre("*Happy Dahl", "*Happy Dahl", "*Dahl"));
}

TEST_F(Names, KeepsAFirstWordThatTheArticleWritesInCapitalsElsewhere) {
  article_.text = "Ban Ki-lund, who opposes all of it, spoke. Then Ban said no.";
  tag_person("Ki-lund");
  tag_person("Ban said");
  EXPECT_THAT(names(), ElementsAre("*Ban Ki-lund", "*Ban"));
}

TEST_F(Names, KeepsASentenceHeadThatIsANameElsewhere) {
  article_.text = "They asked Ban. Ban's term ends. Later Ban left.";
  tag_person("Ban");
  EXPECT_THAT(names(), ElementsAre("*Ban", "*Ban", "*Ban"));
}

TEST_F(Names, DropsANicknameBeforeAFullName) {
  EXPECT_THAT(names("He met Peter Moe. He calls him Crooked Peter Moe, and crooked they all are."),
              ElementsAre("*Peter Moe", "*Peter Moe"));
}

TEST_F(Names, BeginBehindWordsThatNeedNone) {
  EXPECT_THAT(names("Reuters Peter Moe smiles."), ElementsAre("*Peter Moe"));
  EXPECT_THAT(names("Then Driver Peter Moe left."), ElementsAre("*Peter Moe"));
  EXPECT_THAT(names("It was up to CFO Peter Moe."), ElementsAre("*Peter Moe"));
  EXPECT_THAT(names("It was up to Meteorologist Adalmina Kolstad."), ElementsAre("*Adalmina Kolstad"));
  EXPECT_THAT(names("Ohio Peter Moe spoke."), ElementsAre("*Peter Moe"));
}

TEST_F(Names, BeginWhereTheTaggerSeesAWholeNameBehindTwoWords) {
  article_.text = "Sharo Pinte Ladislava Moe was not there.";
  tag_person("Ladislava Moe");
  EXPECT_THAT(names(), ElementsAre("*Ladislava Moe"));
}

TEST_F(Names, KeepAFirstNameThatTheTaggerDoesNotKnow) {
  article_.text = "They asked Ladislava Peter Moe.";
  tag_person("Peter Moe");
  EXPECT_THAT(names(), ElementsAre("*Ladislava Peter Moe"));
  tags_.tags.clear();
  EXPECT_THAT(names("The judge, A.B. Dahl III, agreed."), ElementsAre("A.B. Dahl III"));
}

TEST_F(Names, BeginBehindTitlesOfSeveral) {
  EXPECT_THAT(names("They asked Senators Peter Moe and Anna Berg."), ElementsAre("*Peter Moe", "*Anna Berg"));
  EXPECT_THAT(names("They asked Senate President Pro Tem Peter Moe."), ElementsAre("*Peter Moe"));
  EXPECT_THAT(names("They asked the National Governors Association."), Contains("National Governors Association"));
}

TEST_F(Names, EndBeforeWhatRunsOn) {
  EXPECT_THAT(names("They asked Peter Moe MORE about it."), ElementsAre("*Peter Moe"));
  EXPECT_THAT(names("They asked Rep. Al Moe Alexander (Al) K. about it."), Contains("*Al Moe"));
  EXPECT_THAT(names("They asked Peter Moe Peter Karl Moe Retirees should swim about it."), ElementsAre("*Peter Moe"));
}

TEST_F(Names, OfTwoPersonsAreNoneOfOne) {
  EXPECT_THAT(names("They asked Peter Moe and Anna Berg. A letter from Moe Berg tweets ran on."),
              ElementsAre("*Peter Moe", "*Anna Berg", "*Berg"));
}

TEST_F(Names, EndWhereTheNextPersonsBegins) {
  EXPECT_THAT(names("Seen here are Peter K. Moe Anna R. Berg Karl O. Dahl Jr. Maria Dahl with their boats."),
              ElementsAre("*Peter K. Moe", "*Anna R. Berg", "*Karl O. Dahl Jr.", "*Maria Dahl"));
}

TEST_F(Names, OfManyAreNoPersons) {
  EXPECT_THAT(names("Peter Moe and the advocate Democrats left. Top Democrats said so. Democrats stayed."),
              Not(Contains("*Democrats")));
}

TEST_F(Names, AreNotGivenToWhoIsKnownByTheLastName) {
  EXPECT_THAT(names("Minister Moe spoke. The row over the Budget Moe is known for went on."),
              Not(Contains("*Budget Moe")));
}

TEST_F(Names, BeginBehindAStateThatEndsASentence) {
  EXPECT_THAT(names("It hit Sen. Ada Lund, I-Vt. Lund left."), ElementsAre("*Ada Lund", "*Lund"));
  EXPECT_THAT(names("Ada Lund was seen in Harrisburg, Pa. Lund left."), Contains("*Lund"));
}

TEST_F(Names, HaveTheirNumber) {
  EXPECT_THAT(names("He left the 9th Circuit on Monday."), ElementsAre("9th Circuit"));
  EXPECT_THAT(names("It was the Court of Appeals for the 9th Circuit that ruled."),
              ElementsAre("Court of Appeals for the 9th Circuit"));
}

TEST_F(Names, GoOnWithToday) {
  EXPECT_THAT(names("It was a USA Today poll."), Contains("USA Today"));
  EXPECT_THAT(names("It was Ada Lund today."), ElementsAre("*Ada Lund"));
}

}  // namespace
}  // namespace onrecord::resolving
