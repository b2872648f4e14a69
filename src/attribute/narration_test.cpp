#include "attribute/narration.h"

#include <gtest/gtest.h>

#include "segment/segment.h"

namespace onrecord {
namespace {

struct Narrated {
  Article article;
  Statements statements;

  std::string words(const std::vector<Span>& spans) const {
    std::string text;
    for (const Span span : spans) text.append(text.empty() ? "" : " … ").append(slice(article.text, span));
    return text;
  }
};

Narrated narrate(const std::string& text) {
  Narrated narrated;
  narrated.article.text = text;
  narrated.statements = narrated_acts(narrated.article, segment(narrated.article), {});
  return narrated;
}

TEST(Narration, FindsAnActOnSomebodysWords) {
  const Narrated narrated = narrate("The minister later walked back her comments on the ferry.");
  ASSERT_EQ(narrated.statements.size(), 1u);
  EXPECT_EQ(narrated.statements[0].act, Act::retract);
  EXPECT_EQ(narrated.words(narrated.statements[0].source), "The minister");
  EXPECT_EQ(narrated.words(narrated.statements[0].cue), "walked back");
  EXPECT_EQ(narrated.words(narrated.statements[0].content), "her comments on the ferry");
}

TEST(Narration, FindsAnObjectInsideThePhrase) {
  const Narrated narrated = narrate("She walked the claim back.");
  ASSERT_EQ(narrated.statements.size(), 1u);
  EXPECT_EQ(narrated.words(narrated.statements[0].cue), "walked … back");
  EXPECT_EQ(narrated.words(narrated.statements[0].content), "the claim");
}

TEST(Narration, NeedsWordsThatSomebodySaid) {
  EXPECT_TRUE(narrate("The board rejected the bid.").statements.empty());
  EXPECT_TRUE(narrate("She walked the dog back.").statements.empty());
  EXPECT_EQ(narrate("The board rejected the claim.").statements.size(), 1u);
}

TEST(Narration, TakesARefusalToRetractForStandingByIt) {
  const Narrated narrated = narrate("He refused to retract the accusation.");
  ASSERT_EQ(narrated.statements.size(), 1u);
  EXPECT_EQ(narrated.statements[0].act, Act::reaffirm);
  EXPECT_EQ(narrated.statements[0].polarity, Polarity::negated);
}

TEST(Narration, WhatMayYetComeHasNotBeenDone) {
  EXPECT_TRUE(narrate("The president may change his mind.").statements.empty());
  EXPECT_TRUE(narrate("If he reverses his stance now, nobody will mind.").statements.empty());
  EXPECT_EQ(narrate("In May he changed his mind.").statements.size(), 1u);
}

TEST(Narration, SomeActsNeedNoObject) {
  const Narrated narrated = narrate("Hours later the agency backtracked.");
  ASSERT_EQ(narrated.statements.size(), 1u);
  EXPECT_TRUE(narrated.statements[0].content.empty());
}

TEST(Narration, LeavesASpeakersOwnWordsAlone) {
  EXPECT_TRUE(narrate("\"He retracted the claim,\" she said.").statements.empty());
}

TEST(Narration, LeavesWhatAStatementCovers) {
  Article article;
  article.text = "The minister denied the claim.";
  Statement denial;
  denial.cue = {{13, 19}};
  EXPECT_TRUE(narrated_acts(article, segment(article), {denial}).empty());
}

}  // namespace
}  // namespace onrecord
