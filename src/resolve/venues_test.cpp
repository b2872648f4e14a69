#include "resolve/venues.h"

#include <gtest/gtest.h>

#include "segment/segment.h"

namespace onrecord::resolving {
namespace {

// The names of all venues in a text, joined by "|".
std::string venues(const std::string& text) {
  Article article;
  article.text = text;
  article.published = Date{2031, 5, 16};
  const Segments segments = segment(article);
  const Reading reading = read_words(article, segments);
  const Cast cast = gather_cast(reading, find_names(reading, {}));
  std::vector<std::vector<DatePhrase>> dates;
  for (const ReadSentence& sentence : reading.sentences)
    dates.push_back(find_dates(reading, sentence.words, article.published));
  std::string all;
  for (const Venue& venue : find_venues(reading, cast, dates)) all += (all.empty() ? "" : "|") + venue.name;
  return all;
}

TEST(Venues, AreFoundWhereverTheyStand) {
  EXPECT_EQ(venues("The debate on Thursday was calm."), "debate");
  EXPECT_EQ(venues("They watched Twitter for hours."), "Twitter");
  EXPECT_EQ(venues("Ada Lund held a rally in Boston."), "rally in Boston");
}

TEST(Venues, TakeInTheirListeners) {
  EXPECT_EQ(venues("It was a session with angry voters."), "session with angry voters");
}

TEST(Venues, AreTitlesInMarksBehindOn) {
  EXPECT_EQ(venues("She was on \xe2\x80\x9cGood Evening\xe2\x80\x9d then."), "Good Evening");
}

TEST(Venues, AreNotThePartsOfOtherNouns) { EXPECT_EQ(venues("He led the debate committee."), ""); }

}  // namespace
}  // namespace onrecord::resolving
