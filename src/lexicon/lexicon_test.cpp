#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(ReadCue, KnowsRegularAndIrregularForms) {
  EXPECT_EQ(read_cue("denies")->verb->lemma, "deny");
  EXPECT_EQ(read_cue("denying")->form, VerbForm::ing);
  EXPECT_EQ(read_cue("quipped")->verb->lemma, "quip");
  EXPECT_EQ(read_cue("thought")->form, VerbForm::past);
  EXPECT_EQ(read_cue("promises")->form, VerbForm::third_person);
  EXPECT_FALSE(read_cue("bridge").has_value());
}

TEST(ReadCue, TellsSayingFromThinking) {
  EXPECT_TRUE(read_cue("warned")->verb->communicated);
  EXPECT_FALSE(read_cue("hopes")->verb->communicated);
}

TEST(ReadNounCue, KnowsThePlural) {
  EXPECT_EQ(read_noun_cue("denials"), Act::deny);
  EXPECT_EQ(read_noun_cue("worries"), Act::feel);
  EXPECT_EQ(read_noun_cue("bridge"), std::nullopt);
}

TEST(ReadPhraseCue, FindsTheWordsInOrder) {
  EXPECT_EQ(read_phrase_cue("walked that back"), Act::retract);
  EXPECT_EQ(read_phrase_cue("has doubled down"), Act::reaffirm);
  EXPECT_EQ(read_phrase_cue("backed the plan"), std::nullopt);
}

TEST(SmallWord, NamesTheMostFrequentUse) {
  EXPECT_EQ(small_word("n’t"), Small::negation);
  EXPECT_EQ(small_word("repeatedly"), Small::adverb);
  EXPECT_EQ(small_word("family"), Small::other);
  EXPECT_EQ(small_word("tuesday"), Small::day);
}

}  // namespace
}  // namespace onrecord
