#include "relate/relate.h"

#include <gtest/gtest.h>

#include "relate/cue_classes.h"
#include "relate/facts.h"
#include "relate/forest.h"
#include "relate/mentions.h"
#include "relate/pair_question.h"
#include "relate/sides.h"
#include "relate/sieve.h"
#include "relate/standing.h"
#include "segment/segment.h"

namespace onrecord {
namespace {

using relating::CueClass;
using relating::Side;

bool has_cue(const std::string& text, CueClass cue) {
  const auto cues = relating::find_cues(relating::placed_words(text));
  return std::any_of(cues.begin(), cues.end(), [cue](const auto& match) { return match.cue == cue; });
}

TEST(CueClasses, FindPhrasesWithWordsBetween) {
  EXPECT_TRUE(has_cue("She walked those remarks back.", CueClass::retract));
  EXPECT_TRUE(has_cue("“I shouldn’t have named a month.”", CueClass::mistake));
  EXPECT_FALSE(has_cue("She walked home.", CueClass::retract));
}

TEST(TellingWords, DropEndingsAndFunctionWords) {
  EXPECT_EQ(relating::telling_stems("He denies that he was denying it"), (std::vector<std::string>{"deny"}));
}

Speaker person(std::string name, std::string role = {}) {
  Speaker speaker;
  speaker.name = std::move(name);
  speaker.kind = SpeakerKind::person;
  if (!role.empty()) speaker.roles.push_back({std::move(role), {}});
  return speaker;
}

TEST(Sides, ASpokesmanIsHisPrincipalsSide) {
  Resolution resolution;
  resolution.speakers = {person("Ada Lund"), person("Per Moe", "spokesman for Lund"),
                         person("Jon Berg", "rival of Lund")};
  resolution.statements.resize(4);
  for (std::uint32_t i = 0; i < 3; ++i) resolution.statements[i].speaker = i;
  const relating::Sides sides(resolution);
  EXPECT_EQ(sides.between(1, 0), Side::own);
  EXPECT_EQ(sides.between(0, 1), Side::own);
  EXPECT_EQ(sides.between(2, 0), Side::other);
  EXPECT_EQ(sides.between(3, 0), Side::unknown);
}

TEST(Sides, AShortNameAndAStatementAreTheSideOfTheFullName) {
  Resolution resolution;
  resolution.speakers = {person("Ada Lund"), person("Lund"), person("Jon Berg")};
  Speaker document;
  document.name = "Lund’s statement";
  document.kind = SpeakerKind::document;
  resolution.speakers.push_back(document);
  resolution.statements.resize(4);
  for (std::uint32_t i = 0; i < 4; ++i) resolution.statements[i].speaker = i;
  const relating::Sides sides(resolution);
  EXPECT_EQ(sides.between(1, 0), Side::own);
  EXPECT_EQ(sides.between(3, 0), Side::own);
  EXPECT_EQ(sides.between(3, 2), Side::other);
}

TEST(Sides, OnlyTwoKnownSidesBreakTheRule) {
  Resolution resolution;
  resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  resolution.statements.resize(3);
  resolution.statements[0].speaker = 0;
  resolution.statements[1].speaker = 1;
  Relation relation;
  relation.type = RelationType::retracts;
  relation.from = 1;
  relation.to = 0;
  EXPECT_TRUE(breaks_side_rule(relation, resolution));
  relation.type = RelationType::disputes;
  EXPECT_FALSE(breaks_side_rule(relation, resolution));
  relation.type = RelationType::retracts;
  relation.from = 2;
  EXPECT_FALSE(breaks_side_rule(relation, resolution));
}

// An article whose statements are given as their contents and speakers.
struct Told {
  Article article;
  Segments segments;
  Statements statements;
  Resolution resolution;

  explicit Told(std::string text) {
    article.text = std::move(text);
    segments = segment(article);
  }
  void say(const std::string& source, const std::string& cue, const std::string& content, std::uint32_t speaker) {
    const auto find = [&](const std::string& words) {
      const auto begin = static_cast<std::uint32_t>(article.text.find(words));
      return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    Statement statement;
    statement.source = {find(source)};
    statement.cue = {find(cue)};
    statement.content = {find(content)};
    statement.decision = {"given", 1.0f};
    statements.push_back(statement);
    Circumstances circumstances;
    circumstances.speaker = speaker;
    resolution.statements.push_back(circumstances);
  }
};

TEST(Mentions, AreNounPhrasesThatNameWords) {
  Told told("Lund's suggestion and the comments drew laughter. They voted.");
  const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
  const auto mentions = relating::find_mentions(facts);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(slice(told.article.text, mentions[0].span), "Lund's suggestion");
  EXPECT_EQ(slice(told.article.text, mentions[1].span), "the comments");
}

TEST(Mentions, HoldWhatTheNounIsAbout) {
  Told told("Lund repeated her claim that the bridge was safe, and left.");
  const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
  const auto mentions = relating::find_mentions(facts);
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(slice(told.article.text, mentions[0].span), "her claim");
  EXPECT_EQ(slice(told.article.text, mentions[0].whole), "her claim that the bridge was safe");
  Told dated("Lund stood by her claim on Thursday.");
  const relating::ArticleFacts other(dated.article, dated.segments, dated.statements, dated.resolution);
  EXPECT_EQ(slice(dated.article.text, relating::find_mentions(other)[0].whole), "her claim");
}

TEST(Mentions, RunOnPastTheFullStopOfAnAbbreviation) {
  const auto whole = [](const std::string& text) {
    Told told(text);
    const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
    const auto mentions = relating::find_mentions(facts);
    return mentions.empty() ? std::string() : std::string(slice(told.article.text, mentions[0].whole));
  };
  EXPECT_EQ(whole("Lund repeated her charge that the U.S. government lied."), "her charge that the U.S. government lied");
  EXPECT_EQ(whole("Lund denied reports that Mr. Nes had paid her. Nes left."), "reports that Mr. Nes had paid her");
  EXPECT_EQ(whole("Lund denied Gov. Moe's claim."), "Gov. Moe's claim");
  EXPECT_EQ(whole("Lund repeated her claim that J. K. Moe met Sen. Nes on Jan. 5 at No. 10. Moe left."),
            "her claim that J. K. Moe met Sen. Nes on Jan. 5 at No. 10");
  EXPECT_EQ(whole("Lund repeated her claim about the U.S. He left."), "her claim about the U.S.");
  EXPECT_EQ(whole("Lund repeated her claim about the harbour. No boat left."), "her claim about the harbour");
  EXPECT_EQ(whole("Lund repeated her claim about the harbour... and left."), "her claim about the harbour");
}

TEST(Mentions, WhatWasAskedIsOne) {
  Told told("Asked whether the bridge was safe, Lund laughed.");
  const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
  const auto mentions = relating::find_mentions(facts);
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].determiner, relating::Determiner::question);
  EXPECT_EQ(slice(told.article.text, mentions[0].whole), "the bridge was safe");
}

TEST(Standing, TheNearestOfASideHasNoneBeforeIt) {
  Told told("Ada Lund said the bridge was safe. Ada Lund said it was cheap. Jon Berg said it was a lie.");
  told.resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  told.say("Ada Lund", "said", "the bridge was safe", 0);
  told.say("Ada Lund", "said", "it was cheap", 0);
  told.say("Jon Berg", "said", "it was a lie", 1);
  const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
  const std::vector<relating::Candidate> pairs{{2, 0, none}, {2, 1, none}};
  const auto standings = relating::standings_of(facts, pairs, relating::common_of(facts, pairs));
  EXPECT_EQ(standings[0].nearer_of_side, 1u);
  EXPECT_EQ(standings[1].nearer_of_side, 0u);
}

TEST(Sieve, KnowsWhatTheTreesWouldSay) {
  Told told(
      "Ada Lund said the bridge would open in May. Jon Berg denied the claim, saying the bridge would not open. "
      "Asked whether the bridge was safe, Lund said it was. Berg dismissed that claim as false.");
  told.resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  told.say("Ada Lund", "said", "the bridge would open in May", 0);
  told.say("Jon Berg", "denied", "the bridge would not open", 1);
  told.say("Lund said", "said", "it was", 0);
  told.say("Berg", "dismissed", "that claim as false", 1);
  const relating::ArticleFacts facts(told.article, told.segments, told.statements, told.resolution);
  const relating::CandidateSet set = relating::find_candidates(facts);
  relating::Sieve sieve(facts, set);
  std::vector<float> features;
  std::size_t kept = 0;
  for (std::size_t pair = 0; pair < set.pairs.size(); ++pair) {
    relating::features_of(facts, set, pair, features);
    const float tied = relating::tied_of(features);
    const bool wanted = relating::is_in_reach(tied);
    EXPECT_EQ(sieve.tied(pair), wanted ? std::optional(tied) : std::nullopt) << pair;
    kept += wanted ? 1 : 0;
  }
  EXPECT_GT(kept, 0u);
  EXPECT_LT(kept, set.pairs.size());
}

TEST(Relate, GivesNothingForNothing) {
  const Article article;
  EXPECT_TRUE(relate(article, {}, {}, {}).empty());
}

TEST(Relate, ANarratedTakingBackIsOfWhatTheSpeakerSaidLast) {
  Told told("Ada Lund said the bridge was safe. Jon Berg said it was rotten. Lund backtracked.");
  told.resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  told.say("Ada Lund", "said", "the bridge was safe", 0);
  told.say("Jon Berg", "said", "it was rotten", 1);
  told.say("Lund backtracked", "backtracked", "backtracked", 0);
  told.statements[2].act = Act::retract;
  told.statements[2].content.clear();
  told.statements[2].decision.by = "narration";
  const Relations relations = relate(told.article, told.segments, told.statements, told.resolution);
  ASSERT_EQ(relations.size(), 1u);
  EXPECT_EQ(relations[0].type, RelationType::retracts);
  EXPECT_EQ(relations[0].from, 2u);
  EXPECT_EQ(relations[0].to, 0u);
}

TEST(Relate, ATakingBackThatIsToldAndQuotedIsGivenTwice) {
  Told told(
      "Ada Lund walked back her remarks. “My remarks were out of place. It was a mistake,” Lund said. A day earlier "
      "she "
      "said: “The bridge is safe.”");
  told.resolution.speakers = {person("Ada Lund")};
  told.say("Ada Lund", "walked back", "her remarks", 0);
  told.statements[0].act = Act::retract;
  told.say("Lund said", "said", "“My remarks were out of place. It was a mistake,”", 0);
  told.say("she", "said:", "“The bridge is safe.”", 0);
  for (const std::uint32_t direct : {1u, 2u}) {
    told.statements[direct].form = Form::direct;
    told.statements[direct].quotes = told.statements[direct].content;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> taken_back;
  for (const Relation& relation : relate(told.article, told.segments, told.statements, told.resolution)) {
    if (relation.type == RelationType::retracts) taken_back.emplace_back(relation.from, relation.to);
  }
  EXPECT_EQ(taken_back, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {1, 2}}));
}

// Judges every pair alike: as surely taken back, and half as surely disputed.
class SureReader final : public PairReader {
 public:
  std::size_t features() const override { return relating::told_features(); }
  std::span<const float, 7> thresholds() const override { return thresholds_; }
  std::span<const float, 2> calibration() const override { return calibration_; }
  PairLikelihoods read(const Readings&, const PairQuestion& question) const override {
    EXPECT_EQ(question.features.size(), question.pairs.size() * features());
    for (const PairQuestion::Pair& pair : question.pairs) {
      EXPECT_LT(pair.from, question.statements.size());
      EXPECT_LT(pair.to, question.statements.size() + question.mentions.size());
    }
    return PairLikelihoods(question.pairs.size(), {0.6f, 0.0f, 0.0f, 0.0f, 0.3f, 0.0f, 0.0f});
  }

 private:
  std::array<float, 7> thresholds_{0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f};
  std::array<float, 2> calibration_{1.0f, 0.0f};
};

TEST(Relate, TheReaderOfPairsDecidesWithinTheSideRule) {
  Told told("Ada Lund said the bridge would open in May. Jon Berg said the harbour was full.");
  told.resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  told.say("Ada Lund", "said", "the bridge would open in May", 0);
  told.say("Jon Berg", "said", "the harbour was full", 1);
  EXPECT_TRUE(relate(told.article, told.segments, told.statements, told.resolution).empty());
  const SureReader reader;
  Readings readings;
  readings.readers[static_cast<std::size_t>(JudgedPair::relation)] = &reader;
  const Relations relations = relate(told.article, told.segments, told.statements, told.resolution, readings);
  ASSERT_EQ(relations.size(), 1u);
  EXPECT_EQ(relations[0].type, RelationType::disputes);
  EXPECT_EQ(relations[0].decision.by, "pair-reader");
  EXPECT_NEAR(relations[0].decision.confidence, 0.3f, 0.001f);
}

TEST(Relate, WhatIsSaidNotToBeDoneIsNoSuchAct) {
  const auto taken_back = [](const std::string& words) {
    Told told("Ada Lund said the bridge would open in May. Lund added that she " + words + ".");
    told.resolution.speakers = {person("Ada Lund")};
    told.say("Ada Lund", "said", "the bridge would open in May", 0);
    told.say("Lund added", "added", "she " + words, 0);
    const SureReader reader;
    Readings readings;
    readings.readers[static_cast<std::size_t>(JudgedPair::relation)] = &reader;
    const Relations relations = relate(told.article, told.segments, told.statements, told.resolution, readings);
    return std::any_of(relations.begin(), relations.end(), [](const Relation& relation) {
      return relation.from == 1 && relation.type == RelationType::retracts;
    });
  };
  EXPECT_TRUE(taken_back("withdrew her promise"));
  EXPECT_FALSE(taken_back("did not withdraw her promise"));
  EXPECT_FALSE(taken_back("has never withdrawn her promise"));
  EXPECT_FALSE(taken_back("refused to walk her promise back"));
  EXPECT_TRUE(taken_back("did not retract the number but withdrew her promise"));
}

TEST(Relate, HoldsTheOwnSideRule) {
  Told told(
      "Ada Lund said the bridge would open in May. A day later Lund walked back the claim, saying it was a mistake. "
      "Jon Berg called the claim ridiculous.");
  told.resolution.speakers = {person("Ada Lund"), person("Jon Berg")};
  told.say("Ada Lund", "said", "the bridge would open in May", 0);
  told.say("Lund walked", "saying", "it was a mistake", 0);
  told.say("Jon Berg", "called", "the claim ridiculous", 1);
  for (const Relation& relation : relate(told.article, told.segments, told.statements, told.resolution)) {
    ASSERT_FALSE(relation.evidence.empty());
    EXPECT_NE(relation.to != none, relation.to_span.has_value());
    if (relation.to == none || !own_side_only(relation.type)) continue;
    EXPECT_EQ(told.resolution.statements[relation.from].speaker, told.resolution.statements[relation.to].speaker);
  }
}

}  // namespace
}  // namespace onrecord
