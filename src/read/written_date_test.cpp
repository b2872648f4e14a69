#include "read/written_date.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

constexpr Date day{2031, 5, 15};

TEST(WrittenDate, IsFoundInEveryCommonForm) {
  for (const char* text : {"2031-05-15T09:30:00+02:00", "May 15, 2031", "15 May 2031", "Thu, 15 May 2031 09:30:00 GMT",
                           "15.05.2031", "15/05/2031", "05/15/2031", "Updated 9:30 am, May 15th, 2031", "2031/05/15"}) {
    EXPECT_EQ(find_day(text), day) << text;
  }
}

TEST(WrittenDate, WhatIsNoDayOrCanBeReadTwiceIsNone) {
  for (const char* text : {"", "May 2031", "05/06/2031", "31 February 2031", "15 May", "May 15", "page 15 of 2031",
                           "0001-01-01T00:00:00Z"}) {
    EXPECT_EQ(find_day(text), std::nullopt) << text;
  }
}

TEST(WrittenDate, ADateLineHoldsNothingElse) {
  EXPECT_EQ(day_line("Published: Thursday, May 15, 2031, 9:30 a.m. ET").value().published, day);
  EXPECT_FALSE(day_line("The bridge opened on May 15, 2031"));
}

TEST(WrittenDate, SignsBetweenThePartsOfADateLineAreNoWords) {
  EXPECT_EQ(day_line("Published May 15, 2031 • Last updated 1 hour ago • 4 minute read").value().published, day);
}

TEST(WrittenDate, TheDayOfAChangeIsNotThatOfPublication) {
  EXPECT_EQ(day_line("Updated 9:30 am, May 20th, 2031").value().published, std::nullopt);
  EXPECT_EQ(day_line("Updated May 20, 2031; published May 15, 2031").value().published, day);
  EXPECT_EQ(day_line("May 15, 2031, last modified 20 May 2031").value().published, day);
}

TEST(WrittenDate, ATimeLineTellsTheTimeAlone) {
  for (const char* line :
       {"14.32 BST", "Updated 2 hours ago", "6:05 p.m.", "11 am", "15 May, 09:30", "4 minute read"}) {
    EXPECT_TRUE(time_line(line)) << line;
  }
  for (const char* line : {"", "2031", "May 2031", "Updated", "14.32 people came", "Long ago", "Read more"}) {
    EXPECT_FALSE(time_line(line)) << line;
  }
}

}  // namespace
}  // namespace onrecord
