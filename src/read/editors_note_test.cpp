#include "read/editors_note.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(EditorsNote, TellsOfTheArticleItself) {
  for (const char* line :
       {"Correction, May 16: An earlier version of this article said that three of the piers had cracks.",
        "Editor’s note: This interview was held on Monday.", "*Clarification: The bridge has eleven piers.*",
        "This story has been updated with the minister's answer.", "--This article was updated at noon.",
        "An earlier version of this story misspelled the name of the captain.", "This is a developing story."}) {
    EXPECT_TRUE(is_editors_note(line)) << line;
  }
}

TEST(EditorsNote, SentencesOfTheArticleAreNone) {
  for (const char* line :
       {"The correction of the plans will take a year, the builder said.", "Correction of the plans will take a year.",
        "This story has been floating through the ministry for weeks.",
        "An earlier version of the plan had twelve piers, said the author of the report."}) {
    EXPECT_FALSE(is_editors_note(line)) << line;
  }
}

TEST(EditorsNote, AHeadingAloneHeadsOne) {
  EXPECT_TRUE(heads_editors_note("Correction"));
  EXPECT_TRUE(heads_editors_note("**Clarification:**"));
  EXPECT_FALSE(heads_editors_note("Corrections made"));
}

}  // namespace
}  // namespace onrecord
