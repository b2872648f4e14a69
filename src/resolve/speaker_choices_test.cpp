// Which sources the judge of speakers is asked about, whom it may choose, and what is made of its answer.
#include "resolve/speaker_choices.h"

#include "resolve/speakers_fixture.h"

namespace onrecord {
namespace {

using resolving::speaker_feature_count;

// Gives `likely` to the pairs of whatever stands at `favourite`, and nothing to the others.
class Partial final : public PairReader {
 public:
  std::size_t features() const override { return count; }
  std::span<const float, most_kinds> thresholds() const override { return thresholds_; }
  std::span<const float, 2> calibration() const override { return calibration_; }
  PairLikelihoods read(const Readings&, const PairQuestion& question) const override {
    asked = question;
    PairLikelihoods made(question.pairs.size());
    for (std::size_t n = 0; n < made.size(); ++n) {
      const PairQuestion::Mention& mention = question.mentions[question.pairs[n].to - question.statements.size()];
      if (mention.words == favourite) made[n][0] = likely + later * static_cast<float>(n);
    }
    return made;
  }

  mutable PairQuestion asked;
  std::size_t count = speaker_feature_count;
  Span favourite;
  float likely = 0.8f;
  float later = 0.0f;  // by how much each is likelier than the one before

 private:
  std::array<float, most_kinds> thresholds_{0.1f};
  std::array<float, 2> calibration_{1.0f, 0.0f};
};

class JudgedSpeakers : public Speakers {
 protected:
  void favour(const std::string& words) {
    const std::size_t begin = article_.text.find(words);
    ASSERT_NE(begin, std::string::npos) << words;
    judge_.favourite = span(begin, begin + words.size());
  }
  void resolve_judged() {
    tags_.readings.readers[static_cast<std::size_t>(JudgedPair::speaker)] = &judge_;
    resolve_all();
  }
  const std::string& decided_by(std::size_t statement) const {
    return resolution_.statements.at(statement).speaker_decision.by;
  }
  Partial judge_;
};

TEST_F(JudgedSpeakers, APronounIsWhomTheJudgeTakesItFor) {
  read("Ada Lund met Jane Berg in the harbour. She said it was safe.");
  say("She", "said");
  favour("Jane Berg");
  resolve_judged();
  EXPECT_EQ(name(0), "Jane Berg");
  EXPECT_EQ(decided_by(0), "judge");
  EXPECT_FLOAT_EQ(resolution_.statements[0].speaker_decision.confidence, 0.8f);
}

TEST_F(JudgedSpeakers, TheRulesAnswerStandsWhereTheJudgeIsHardlySurer) {
  read("Ada Lund met Jane Berg in the harbour. She said it was safe.");
  say("She", "said");
  favour("Jane Berg");
  judge_.likely = 0.05f;
  resolve_judged();
  EXPECT_EQ(name(0), "Ada Lund");
  EXPECT_EQ(decided_by(0), "pronoun");
}

TEST_F(JudgedSpeakers, WhoIsNamedIsNotAskedAbout) {
  read("Ada Lund met Jane Berg. Lund said it was safe. Lund and Berg said it was late.");
  say("Lund", "said");
  say("Lund and Berg", "said");
  resolve_judged();
  EXPECT_TRUE(judge_.asked.pairs.empty());
}

TEST_F(JudgedSpeakers, ALastNameOfTwoIsWhoseTheJudgeTakesItFor) {
  read("John Lund and Ada Lund were there with Jane Berg. Lund said it was safe.");
  say("Lund", "said");
  favour("John Lund");
  resolve_judged();
  EXPECT_EQ(name(0), "John Lund");
  favour("Ada Lund");
  resolve_judged();
  EXPECT_EQ(name(0), "Ada Lund");
  for (const auto& mention : judge_.asked.mentions)
    EXPECT_NE(mention.words, span(article_.text.find("Jane Berg"), article_.text.find("Jane Berg") + 9));
}

TEST_F(JudgedSpeakers, OnlyThoseWhoFitAreOffered) {
  read("John Berg met Ada Lund near the old bridge of the town. He said it was safe.");
  say("He", "said");
  favour("Ada Lund");
  resolve_judged();
  EXPECT_EQ(name(0), "John Berg");
  for (const auto& mention : judge_.asked.mentions) EXPECT_NE(mention.words, judge_.favourite);
}

TEST_F(JudgedSpeakers, ADefinitePhraseMayBeAPersonAndThenTellsARole) {
  read("Ada Lund went to the harbour. A trawler was there. Jane Berg waited. The former harbour master said it was safe.");
  say("The former harbour master", "said");
  favour("Jane Berg");
  resolve_judged();
  ASSERT_EQ(name(0), "Jane Berg");
  const Speaker& speaker = resolution_.speakers[resolution_.statements[0].speaker];
  ASSERT_EQ(speaker.roles.size(), 1u);
  EXPECT_EQ(speaker.roles[0].text, "former harbour master");
}

TEST_F(JudgedSpeakers, RemarksMayBeTheirOwnersAndTellNoRole) {
  read("Jane Berg waited in the harbour. Berg's remarks told everybody that it was safe.");
  say("Berg's remarks", "told");
  favour("Jane Berg");
  resolve_judged();
  ASSERT_EQ(name(0), "Jane Berg");
  EXPECT_TRUE(resolution_.speakers[resolution_.statements[0].speaker].roles.empty());
}

TEST_F(JudgedSpeakers, WhoMayNotBeNamedIsNobodyNamed) {
  read("Jane Berg waited in the harbour. The source, who spoke on condition of anonymity, said it was safe.");
  say("The source, who spoke on condition of anonymity,", "said");
  favour("Jane Berg");
  resolve_judged();
  EXPECT_EQ(kind(0), SpeakerKind::unnamed);
  for (const auto& mention : judge_.asked.mentions) EXPECT_NE(mention.words, judge_.favourite);
}

TEST_F(JudgedSpeakers, NorIsTheirRelativePronoun) {
  read("Jane Berg waited in the harbour. It was told by a source who said it was safe.");
  say("who", "said");
  favour("Jane Berg");
  resolve_judged();
  EXPECT_NE(name(0), "Jane Berg");
  for (const auto& mention : judge_.asked.mentions) EXPECT_NE(mention.words, judge_.favourite);
}

TEST_F(JudgedSpeakers, APhraseMayStandForItself) {
  read("Ada Lund spoke in the harbour. The senator said it was safe.");
  say("The senator", "said");
  resolve_all();
  EXPECT_EQ(name(0), "Ada Lund");
  favour("senator");
  resolve_judged();
  EXPECT_EQ(name(0), "senator");
  EXPECT_EQ(decided_by(0), "judge");
}

TEST_F(JudgedSpeakers, AJudgeThatSeesOtherThingsIsNotAsked) {
  read("Ada Lund met Jane Berg in the harbour. She said it was safe.");
  say("She", "said");
  favour("Jane Berg");
  judge_.count = speaker_feature_count + 1;
  resolve_judged();
  EXPECT_EQ(name(0), "Ada Lund");
  EXPECT_TRUE(judge_.asked.pairs.empty());
}

TEST_F(JudgedSpeakers, EveryCandidateHasAPlaceAndAllItsFeatures) {
  read("Several voters came. Ada Lund read the new report. It said that they were late, and was told by aides. They left.");
  say("It", "said");
  say("", "was told");
  resolve_judged();
  ASSERT_FALSE(judge_.asked.pairs.empty());
  EXPECT_EQ(judge_.asked.features.size(), judge_.asked.pairs.size() * speaker_feature_count);
  for (const auto& mention : judge_.asked.mentions) {
    EXPECT_LT(mention.words.begin, mention.words.end);
    EXPECT_FALSE(mention.elsewhere.empty());
  }
}

TEST_F(JudgedSpeakers, ThoseWhoAreNamedTogetherAreOffered) {
  read("Last week Ada Lund, Peter Moe and Jane Berg saw the old harbour. It was late. They said it was safe.");
  say("They", "said");
  favour("Ada Lund, Peter Moe and Jane Berg");
  resolve_judged();
  EXPECT_EQ(name(0), "Ada Lund and Peter Moe and Jane Berg");
  EXPECT_EQ(kind(0), SpeakerKind::group);
}

TEST_F(JudgedSpeakers, BothAreTheTwoWhoWereSpokenOf) {
  read("Ada Lund came. Later Peter Moe came. Both women said it was safe.");
  say("Both women", "said");
  favour("Peter Moe");
  resolve_judged();
  EXPECT_EQ(name(0), "Peter Moe and Ada Lund");
}

TEST_F(JudgedSpeakers, ANounThatNoRuleTakesUpIsOffered) {
  read("The islanders came. It was said to a woman who waited. They said it was safe. She said it was late.");
  say("They", "said");
  say("She", "said");
  favour("islanders");
  resolve_judged();
  EXPECT_EQ(name(0), "islanders");
  favour("woman");
  resolve_judged();
  EXPECT_EQ(name(1), "woman");
  EXPECT_EQ(kind(1), SpeakerKind::unnamed);
}

TEST_F(JudgedSpeakers, WhoWasQuotedBeforeIsToldOfInFull) {
  read("Last week an official with knowledge of the plan told it to the town. The official said it was safe.");
  say("an official with knowledge of the plan", "told");
  say("The official", "said");
  favour("official");
  judge_.later = 0.001f;
  resolve_judged();
  EXPECT_EQ(name(1), "official with knowledge of the plan");
}

TEST_F(JudgedSpeakers, TwoWhoMayNotBeNamedAreNoTwoPersons) {
  read("Ada Lund came. Later Peter Moe came. Two officials who spoke on condition of anonymity said it was safe.");
  say("Two officials who spoke on condition of anonymity", "said");
  favour("Peter Moe");
  resolve_judged();
  EXPECT_EQ(name(0).find("Moe"), std::string::npos) << name(0);
  for (const auto& mention : judge_.asked.mentions) EXPECT_NE(mention.words, judge_.favourite);
}

TEST_F(JudgedSpeakers, APhraseIsNobodyOfWhomTheJudgeIsNotRatherSure) {
  read("Jane Berg waited in the harbour. A trawler came. The old harbour club said it was safe.");
  say("The old harbour club", "said");
  favour("Jane Berg");
  judge_.likely = 0.45f;
  resolve_judged();
  EXPECT_EQ(name(0), "old harbour club");
}

}  // namespace
}  // namespace onrecord
