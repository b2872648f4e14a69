#include "onrecord/date.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Date, ReadsWhatIsoTextsBeginWith) {
  EXPECT_EQ(parse_iso("2031-05-15"), (Date{2031, 5, 15}));
  EXPECT_EQ(parse_iso("2031-05-15T23:30:00+02:00"), (Date{2031, 5, 15}));
  EXPECT_EQ(parse_iso("2031-05"), (Date{2031, 5, 0}));
  EXPECT_EQ(parse_iso("2031"), (Date{2031, 0, 0}));
}

TEST(Date, RefusesWhatNoCalendarHas) {
  for (const char* text :
       {"", "31-05-15", "2031-13-01", "2031-02-30", "2031-5-15", "2031-05-151", "0000", "next May"}) {
    EXPECT_FALSE(parse_iso(text)) << text;
  }
  EXPECT_TRUE(parse_iso("2028-02-29"));
}

TEST(Date, CountsDaysBothWays) {
  EXPECT_EQ(days_from_epoch({1970, 1, 1}), 0);
  EXPECT_EQ(from_days(days_from_epoch({2024, 2, 29}) + 1), (Date{2024, 3, 1}));
  EXPECT_EQ(days_from_epoch({2031, 5, 0}), days_from_epoch({2031, 5, 1}));
}

TEST(Date, KnowsTheWeekday) {
  EXPECT_EQ(weekday({2023, 8, 16}), 2) << "a Wednesday";
  EXPECT_EQ(weekday({2026, 11, 23}), 0) << "a Monday";
}

TEST(Date, PrintsAsMuchAsIsKnown) {
  EXPECT_EQ(to_iso({2031, 5, 7}), "2031-05-07");
  EXPECT_EQ(to_iso({2031, 5, 0}), "2031-05");
  EXPECT_EQ(to_iso({2031, 0, 0}), "2031");
}

TEST(Date, AMomentIsWrittenInUniversalTime) { EXPECT_EQ(moment_to_iso(1'936'690'200), "2031-05-16T09:30:00Z"); }

}  // namespace
}  // namespace onrecord
