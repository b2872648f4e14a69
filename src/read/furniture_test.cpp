#include "read/furniture.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Furniture, CallsToTheReaderAreFurniture) {
  for (const char* line : {"Advertisement", "**ADVERTISEMENT**", "Read more: Ferry traffic doubles",
                           "Sign up for our newsletter", "Follow Ada Lund on Twitter @adalund.",
                           "\"Follow Ada Lund on Twitter @adalund.\"", "Watch the video above.", "___"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
}

TEST(Furniture, SentencesAreNot) {
  for (const char* line :
       {"Advertisement revenue fell, the minister said.", "“Sign up for the ferry,” the mayor said.",
        "Follow the money, she said.", "More trouble came in May.", "The related inquiry goes on."}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

TEST(Furniture, BoxesThatAskForSomethingAreFurniture) {
  for (const char* line : {"Get the morning’s news in your inbox.", "Already a subscriber? Log in.",
                           "This article is for subscribers only", "Unlock this article for 1 crown a week."}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
  for (const char* line : {"The letter was in your inbox, Kai Berg told the minister.",
                           "Subscribers of the Sundvik Post were told on Thursday."}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

TEST(Furniture, CaptionsThatNameTheirSourceAreFurniture) {
  for (const char* line :
       {"The bridge in May. Photograph: Per Holm/Sundvik Post", "Ada Lund in April. (Photo by Tor Aas)",
        "Ferries wait at the pier. (AP Photo/Tor Aas)", "Ferries wait at the pier. File photo"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
  for (const char* line : {"The big picture: the bridge is late.", "In the photo, Ada Lund holds the plan.",
                           "“Look at the photograph: it shows the crack,” the diver said."}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

TEST(Furniture, NotesAtTheEndTellOfTheArticle) {
  EXPECT_TRUE(is_closing_note("Copyright 2031 Sundvik Post", {}));
  EXPECT_TRUE(is_closing_note("(Reporting by Ada Lund; editing by Per Holm)", {}));
  EXPECT_TRUE(is_closing_note("Per Holm contributed to this report.", {}));
  EXPECT_TRUE(is_closing_note("Ada Lund is the roads editor of the Post.", {"Ada Lund"}));
  EXPECT_FALSE(is_closing_note("Ada Lund is the roads minister of Norrland.", {"Per Holm"}));
  EXPECT_FALSE(is_closing_note("The cracks were known, according to reporting by the Sundvik Post.", {}));
}

}  // namespace
}  // namespace onrecord
