// Who or what a noun phrase is: names inside it, its kind, the fuller phrase of a document.
#include <gtest/gtest.h>

#include "resolve/resolve.h"
#include "segment/segment.h"

namespace onrecord {
namespace {

class Phrases : public testing::Test {
 protected:
  // Who says what stands behind the last `source` that "said" follows.
  Speaker of(const std::string& text, const std::string& source) {
    Article article;
    article.text = text;
    const std::size_t begin = text.rfind(source + " said");
    EXPECT_NE(begin, std::string::npos) << source;
    const std::size_t cue = begin + source.size() + 1;
    Statement statement;
    statement.source.push_back(span(begin, cue - 1));
    statement.cue.push_back(span(cue, cue + 4));
    statement.content.push_back(span(cue + 5, text.find('.', cue)));
    statement.decision = {"test", 1.0f};
    const Resolution resolution = resolve(article, segment(article), {}, {statement});
    const std::uint32_t speaker = resolution.statements[0].speaker;
    return speaker == none ? Speaker{} : resolution.speakers[speaker];
  }
  SpeakerKind kind(const std::string& source) { return of("Then " + source + " said it was safe.", source).kind; }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
};

TEST_F(Phrases, KeepAnOfficeWithItsName) {
  const Speaker speaker =
      of("Then former secretary of state Ada Lund said it was safe.", "former secretary of state Ada Lund");
  EXPECT_EQ(speaker.name, "Ada Lund");
  EXPECT_EQ(speaker.kind, SpeakerKind::person);
}

TEST_F(Phrases, FindANameBehindATrade) {
  const Speaker speaker = of("Then columnist Ai Jun said it was safe.", "columnist Ai Jun");
  EXPECT_EQ(speaker.name, "Ai Jun");
  EXPECT_EQ(speaker.kind, SpeakerKind::person);
  ASSERT_EQ(speaker.roles.size(), 1u);
  EXPECT_EQ(speaker.roles[0].text, "columnist");
}

TEST_F(Phrases, GoOnBehindAHyphenedWord) {
  EXPECT_EQ(of("Then best-selling author Ada Lund said it was safe.", "best-selling author Ada Lund").name, "Ada Lund");
  EXPECT_EQ(of("Then policy planning director Ada Lund said it was safe.", "policy planning director Ada Lund").name,
            "Ada Lund");
}

TEST_F(Phrases, AreOneOfSeveralWhoIsNamedBehind) {
  EXPECT_EQ(of("One of the managers, Ada Lund, said it was safe.", "One of the managers, Ada Lund,").name, "Ada Lund");
  EXPECT_EQ(of("One prominent conservative, author Ada Lund, said it was safe.",
               "One prominent conservative, author Ada Lund,")
                .name,
            "Ada Lund");
}

TEST_F(Phrases, TellPeopleByAnAdjectiveBehindThem) {
  const Speaker speaker = of("Then people close to the minister said it was safe.", "people close to the minister");
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
  EXPECT_EQ(of("Ada Lund came. The 43-year-old said it was safe.", "The 43-year-old").name, "Ada Lund");
}

TEST_F(Phrases, KnowWhoPractisesSomething) {
  EXPECT_EQ(kind("a hygienist"), SpeakerKind::unnamed);
  EXPECT_NE(kind("a checklist"), SpeakerKind::unnamed);
}

TEST_F(Phrases, KnowADocumentByAVariedNoun) {
  EXPECT_EQ(of("The Harbour Institute poll came out. The survey said it was safe.", "The survey").name,
            "Harbour Institute poll");
}

TEST_F(Phrases, KnowAPollThatIsNamedLater) {
  const Speaker poll =
      of("A new national poll said it was safe. The Harbour Institute poll came out.", "A new national poll");
  EXPECT_EQ(poll.name, "Harbour Institute poll");
}

TEST_F(Phrases, NameADocumentByWhomItIsBy) {
  const std::string source = "The survey, conducted by the Harbour Institute,";
  EXPECT_EQ(of("It came out. " + source + " said it was safe.", source).name, "Harbour Institute survey");
}

TEST_F(Phrases, TakeNobodyForListedBehindAPreposition) {
  const Speaker speaker =
      of("Then aides to Ada Lund, a lawyer, and Bo Moe said it was safe.", "aides to Ada Lund, a lawyer, and Bo Moe");
  EXPECT_NE(speaker.name, "Ada Lund and Bo Moe");
}

TEST_F(Phrases, KnowThePlacesOfSeveralWords) {
  EXPECT_EQ(of("Then South Carolina said it was safe.", "South Carolina").kind, SpeakerKind::organisation);
}

TEST_F(Phrases, TakeAFormerSpeakerForAPerson) {
  EXPECT_EQ(of("Ada Lund came. Ada Lund spoke. On Friday the former House Speaker said it was safe.",
               "the former House Speaker")
                .name,
            "Ada Lund");
}

}  // namespace
}  // namespace onrecord
