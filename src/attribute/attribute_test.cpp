#include "attribute/attribute.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "segment/segment.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// An article with attributions given by their words. Each part is looked for behind the last part of its role.
class Told {
 public:
  explicit Told(std::string text) { article.text = std::move(text); }

  Told& said(std::string_view source, std::string_view cue, std::vector<std::string_view> contents) {
    const auto head = add(TagRole::cue, cue);
    if (!source.empty()) tags.links.push_back({head, add(TagRole::source, source), 1.0f});
    for (const std::string_view content : contents) tags.links.push_back({head, add(TagRole::content, content), 1.0f});
    return *this;
  }

  Statements statements() const { return attribute(article, segment(article), tags); }

  std::vector<std::string> words(const std::vector<Span>& spans) const {
    std::vector<std::string> result;
    for (const Span span : spans) result.emplace_back(slice(article.text, span));
    return result;
  }

  Article article;
  Tags tags;

 private:
  std::uint32_t add(TagRole role, std::string_view words) {
    const std::size_t at = article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    const auto begin = static_cast<std::uint32_t>(at);
    tags.tags.push_back({role, {begin, begin + static_cast<std::uint32_t>(words.size())}, 0.9f, 1.0f, "test"});
    return static_cast<std::uint32_t>(tags.tags.size() - 1);
  }
};

TEST(Attribute, TakesTheVerbIntoTheCue) {
  const Told told =
      Told("Lund appeared to walk back her pledge on Friday.").said("Lund", "appeared", {"to walk back her pledge"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_THAT(told.words(statements[0].cue), ElementsAre("appeared to walk back"));
  EXPECT_THAT(told.words(statements[0].content), ElementsAre("her pledge"));
  EXPECT_EQ(statements[0].act, Act::retract);
}

TEST(Attribute, NoSourceRunsOverParagraphs) {
  const Told told =
      Told("Photo: Bo Moe\n\nAda Lund said the bridge is safe.\n\n“It held,” added Jon Berg\n\nAdvertisement")
          .said("Bo Moe\n\nAda Lund", "said", {"the bridge is safe"})
          .said("Jon Berg\n\nAdvertisement", "added", {"“It held,”"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_THAT(told.words(statements[0].source), ElementsAre("Ada Lund"));
  EXPECT_THAT(told.words(statements[1].source), ElementsAre("Jon Berg"));
}

TEST(Attribute, AQuotationBelongsToTheCueOfItsOwnSentence) {
  const Told told = Told(
                        "“We have the money,” Ada Lund told the paper.\n\n“You cannot build on sand,” Jon Berg said. "
                        "“You never could.”")
                        .said("Ada Lund", "told", {"We have the money", "You cannot build on sand"})
                        .said("Jon Berg", "said", {"You never could"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_THAT(told.words(statements[0].content), ElementsAre("“We have the money,”"));
  EXPECT_THAT(told.words(statements[1].content), ElementsAre("“You cannot build on sand,”", "“You never could.”"));
}

TEST(Attribute, AQuotationThatStandsAloneStaysWithTheCueThatTookIt) {
  const Told told =
      Told("“We have the money,” Ada Lund told the paper.\n\n“You cannot build on sand.”\n\nJon Berg said no.")
          .said("Ada Lund", "told", {"We have the money", "You cannot build on sand"})
          .said("Jon Berg", "said", {"no"});
  EXPECT_THAT(told.words(told.statements().at(0).content),
              ElementsAre("“We have the money,”", "“You cannot build on sand.”"));
}

TEST(Attribute, ASourceGoesOnInTheNextLineOfItsParagraph) {
  const Told told = Told("The ministers of Norland and the\nrepublic said the bridge is safe.")
                        .said("The ministers of Norland and the\nrepublic", "said", {"the bridge is safe"});
  EXPECT_THAT(told.words(told.statements().at(0).source), ElementsAre("The ministers of Norland and the\nrepublic"));
}

TEST(Attribute, LeavesWhatIsNoSayingInTheContent) {
  const Told told = Told("Lund appeared to like the bridge.").said("Lund", "appeared", {"to like the bridge"});
  EXPECT_THAT(told.words(told.statements().at(0).cue), ElementsAre("appeared"));
}

TEST(Attribute, TakesHowItSpeaksIntoTheSource) {
  const Told told = Told("Two aides speaking to the paper insisted that the bridge was safe.")
                        .said("Two aides", "insisted", {"that the bridge was safe"});
  EXPECT_THAT(told.words(told.statements().at(0).source), ElementsAre("Two aides speaking to the paper"));
  const Told other = Told("Two aides, speaking to the paper, insisted that the bridge was safe.")
                         .said("Two aides", "insisted", {"that the bridge was safe"});
  EXPECT_THAT(other.words(other.statements().at(0).source), ElementsAre("Two aides"));
}

TEST(Attribute, GivesWhatIsCalledSomethingToTheContent) {
  const Told told =
      Told("Lund calls plans for the bridge a mistake.").said("Lund", "calls plans for", {"the bridge a mistake"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_THAT(told.words(statements[0].cue), ElementsAre("calls"));
  EXPECT_THAT(told.words(statements[0].content), ElementsAre("plans for the bridge a mistake"));
}

TEST(Attribute, KeepsTheParticlesOfCall) {
  const Told told = Told("Lund called Friday for a new bridge.").said("Lund", "called Friday for", {"a new bridge"});
  EXPECT_THAT(told.words(told.statements().at(0).cue), ElementsAre("called Friday for"));
}

TEST(Attribute, MakesAStatementOfLinkedTags) {
  const Told told = Told("Lund said it is late.").said("Lund", "said", {"it is late"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_THAT(told.words(statements[0].source), ElementsAre("Lund"));
  EXPECT_THAT(told.words(statements[0].content), ElementsAre("it is late"));
  EXPECT_EQ(statements[0].form, Form::indirect);
  EXPECT_EQ(statements[0].decision.by, "test");
  EXPECT_FLOAT_EQ(statements[0].decision.confidence, 0.9f);
}

TEST(Attribute, TakesQuotationMarksAlong) {
  const Told told = Told("“It is late,” said Lund.").said("Lund", "said", {"It is late"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("“It is late,”"));
}

TEST(Attribute, BreaksContentAroundItsCue) {
  const Told told = Told("The bridge, Lund said, is late.").said("Lund", "said", {"The bridge, Lund said, is late"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("The bridge", "is late"));
}

TEST(Attribute, DropsACueWithoutContent) {
  EXPECT_THAT(Told("Lund spoke.").said("Lund", "spoke", {}).statements(), IsEmpty());
}

TEST(Attribute, KeepsARefusalToSpeak) {
  const Statements statements = Told("Lund declined to comment.").said("Lund", "declined to comment", {}).statements();
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].polarity, Polarity::declined);
}

TEST(Attribute, LeavesFurnitureOut) {
  Told told = Told("Author: Lund said it all").said("Lund", "said", {"it all"});
  told.article.asides = {{0, 24}};
  EXPECT_THAT(told.statements(), IsEmpty());
}

TEST(Attribute, GivesAContentToItsBestLinkOnly) {
  Told told("Lund said and Moe wrote it is late.");
  told.tags.tags = {{TagRole::cue, {5, 9}, 1.0f, 1.0f, "test"},
                    {TagRole::cue, {18, 23}, 1.0f, 1.0f, "test"},
                    {TagRole::content, {24, 34}, 1.0f, 1.0f, "test"}};
  told.tags.links = {{0, 2, 0.3f}, {1, 2, 0.6f}};
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_THAT(told.words(statements[0].cue), ElementsAre("wrote"));
}

TEST(Attribute, DropsUnquotedContentOfAnotherSentence) {
  const Told told = Told("It rained. Lund said it is late.").said("Lund", "said", {"It rained", "it is late"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("it is late"));
}

TEST(Continuation, AQuotedSentenceGoesOnWithTheLastSpeaker) {
  const Told told =
      Told("“It is late,” said Lund. “It will cost us.” They left.").said("Lund", "said", {"“It is late,”"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("“It is late,”", "“It will cost us.”"));
}

TEST(Continuation, StopsAtASentenceWithItsOwnCue) {
  const Told told = Told("“It is late,” said Lund. “It is not,” Moe wrote.")
                        .said("Lund", "said", {"“It is late,”"})
                        .said("Moe", "wrote", {"“It is not,”"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("“It is late,”"));
}

TEST(Continuation, GoesOverParagraphsInBothDirections) {
  const Told told =
      Told("“It is late.\n“It is dear,” said Lund. “We\n“must go.”").said("Lund", "said", {"“It is dear,”"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("“It is late.\n“It is dear,”", "“We\n“must go.”"));
}

TEST(Continuation, CompletesAQuotationThatWasTaggedInPart) {
  const Told told = Told("“It is late. It is dear,” said Lund.").said("Lund", "said", {"It is dear,”"});
  EXPECT_THAT(told.words(told.statements()[0].content), ElementsAre("“It is late. It is dear,”"));
}

TEST(Form, IsDirectMixedOrIndirect) {
  const auto form = [](std::string text, std::string_view content) {
    return Told(std::move(text)).said("Lund", "said", {content}).statements()[0].form;
  };
  EXPECT_EQ(form("Lund said, “It is late.”", "“It is late.”"), Form::direct);
  EXPECT_EQ(form("Lund said it is “late” now.", "it is “late” now"), Form::mixed);
  EXPECT_EQ(form("Lund said it is late.", "it is late"), Form::indirect);
}

TEST(Form, VerbatimPartsHoldTheirMarks) {
  const Told told = Told("Lund said it is “late” and “dear”.").said("Lund", "said", {"it is “late” and “dear”"});
  EXPECT_THAT(told.words(told.statements()[0].quotes), ElementsAre("“late”", "“dear”"));
}

TEST(Act, FollowsTheCue) {
  const auto act = [](std::string_view cue) {
    return Told("Lund " + std::string(cue) + " it is late.").said("Lund", cue, {"it is late"}).statements()[0].act;
  };
  EXPECT_EQ(act("denied"), Act::deny);
  EXPECT_EQ(act("went on to warn"), Act::warn);
  EXPECT_EQ(act("walked back"), Act::retract);
  EXPECT_EQ(act("’s claim that"), Act::say);
  EXPECT_EQ(act("doubled down that"), Act::reaffirm);
}

TEST(Act, MayStandInTheContent) {
  const Told told = Told("Lund appeared to walk back the claim.").said("Lund", "appeared", {"to walk back the claim"});
  EXPECT_EQ(told.statements()[0].act, Act::retract);
}

TEST(Act, KnowsNegationFromDenial) {
  const auto polarity = [](std::string_view cue) {
    return Told("Lund " + std::string(cue) + " it is late.").said("Lund", cue, {"it is late"}).statements()[0].polarity;
  };
  EXPECT_EQ(polarity("did not say"), Polarity::negated);
  EXPECT_EQ(polarity("denied"), Polarity::asserted);
  EXPECT_EQ(polarity("declined to say"), Polarity::declined);
}

TEST(Nesting, PointsAtTheStatementAround) {
  const Told told = Told("“We back it, as Moe said,” said Lund.")
                        .said("Lund", "said Lund", {"“We back it, as Moe said,”"})
                        .said("Moe", "said", {"We back it"});
  const Statements statements = told.statements();
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0].within, none);
  EXPECT_EQ(statements[1].within, 0u);
  EXPECT_EQ(statements[1].form, Form::indirect);  // Lund's words, not Moe's
}

TEST(Nesting, NeverGoesInCircles) {
  Told told("Lund said Moe said it is late.");
  told.tags.tags = {{TagRole::cue, {5, 9}, 1.0f, 1.0f, "test"},
                    {TagRole::content, {0, 29}, 1.0f, 1.0f, "test"},
                    {TagRole::cue, {14, 18}, 1.0f, 1.0f, "test"},
                    {TagRole::content, {0, 29}, 1.0f, 1.0f, "test"}};
  told.tags.links = {{0, 1, 1.0f}, {2, 3, 1.0f}};
  for (const Statement& statement : told.statements()) {
    if (statement.within != none) {
      EXPECT_EQ(told.statements()[statement.within].within, none);
    }
  }
}

}  // namespace
}  // namespace onrecord
