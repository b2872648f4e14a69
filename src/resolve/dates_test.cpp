#include <gtest/gtest.h>

#include "resolve/dates_of_text.h"
#include "segment/segment.h"

namespace onrecord {
namespace {

// What the first phrase of a text means on Friday, 16 May 2031: "FROM" or "FROM/TO"; "" for none, "?" where it is not
// known.
std::string meant(const std::string& text, std::optional<Date> published = Date{2031, 5, 16}) {
  Article article;
  article.text = text;
  article.published = published;
  const auto dates = dates_of_text(article, segment(article));
  if (dates.empty()) return "";
  if (!dates.front().from) return "?";
  const std::string from = to_iso(*dates.front().from);
  const std::string to = to_iso(*dates.front().to);
  return from == to ? from : from + "/" + to;
}

TEST(Dates, ReadExplicitDays) {
  EXPECT_EQ(meant("They met on May 4, 2030."), "2030-05-04");
  EXPECT_EQ(meant("They met on the 4th of May 2030."), "2030-05-04");
  EXPECT_EQ(meant("They met on 2030-05-04."), "2030-05-04");
}

TEST(Dates, TakeTheLatestDayOfThatNameNotAfterPublication) {
  EXPECT_EQ(meant("They met on May 20."), "2030-05-20");
  EXPECT_EQ(meant("They met on May 16."), "2031-05-16");
}

TEST(Dates, TakeTheLatestWeekdayNotAfterPublication) {
  EXPECT_EQ(meant("They met Friday."), "2031-05-16");
  EXPECT_EQ(meant("They met Saturday night."), "2031-05-10");
  EXPECT_EQ(meant("They met last Friday."), "2031-05-09");
  EXPECT_EQ(meant("They meet next Friday."), "2031-05-23");
}

TEST(Dates, CountBackFromPublication) {
  EXPECT_EQ(meant("They met yesterday."), "2031-05-15");
  EXPECT_EQ(meant("They met three days ago."), "2031-05-13");
  EXPECT_EQ(meant("They met two years ago."), "2029");
}

TEST(Dates, ReadPeriods) {
  EXPECT_EQ(meant("They met last week."), "2031-05-05/2031-05-11");
  EXPECT_EQ(meant("They met last month."), "2031-04");
  EXPECT_EQ(meant("They met in July."), "2030-07");
  EXPECT_EQ(meant("They met in the 1990s."), "1990/1999");
  EXPECT_EQ(meant("They met from May 3 to May 5."), "2031-05-03/2031-05-05");
}

TEST(Dates, ReadPartsOfYearsAndMonths) {
  EXPECT_EQ(meant("They met in the third quarter of 2030."), "2030-07/2030-09");
  EXPECT_EQ(meant("It sold more in Q1."), "2031-01/2031-03");
  EXPECT_EQ(meant("They met in the first week of May."), "2031-04-28/2031-05-04");
  EXPECT_EQ(meant("They meet the week after next."), "2031-05-26/2031-06-01");
  EXPECT_EQ(meant("They meet in June next year."), "2032-06");
}

TEST(Dates, ReadSharesOfPeriods) {
  EXPECT_EQ(meant("They met late last year."), "2030-07-01/2030-12-31");
  EXPECT_EQ(meant("They met late last week."), "2031-05-08/2031-05-11");
  EXPECT_EQ(meant("They met earlier this month."), "2031-05-01/2031-05-15");
  EXPECT_EQ(meant("They met in early March."), "2031-03-01/2031-03-15");
  EXPECT_EQ(meant("It was founded at the end of 2012."), "2012-09-01/2012-12-31");
  EXPECT_EQ(meant("They met late Sunday."), "2031-05-11");
}

TEST(Dates, ReadWeeksByTheirNumber) {
  EXPECT_EQ(meant("They met in week 10."), "2031-03-03/2031-03-09");
  EXPECT_EQ(meant("They met from week 10 to week 12."), "2031-03-03/2031-03-23");
}

TEST(Dates, ReadSpansByTheirLength) {
  EXPECT_EQ(meant("She is away for three days from today."), "2031-05-16/2031-05-18");
  EXPECT_EQ(meant("She is away for a week starting tomorrow."), "2031-05-17/2031-05-23");
}

TEST(Dates, ReadDecadesAndCenturies) {
  EXPECT_EQ(meant("They met in the 1970's."), "1970/1979");
  EXPECT_EQ(meant("They met in the seventies."), "1970/1979");
  EXPECT_EQ(meant("They met in the 18th century."), "1700/1799");
}

TEST(Dates, TakeTheYearOfTheLastMonthForTheFirst) {
  EXPECT_EQ(meant("From late September and early October 2026 on they met."), "2026-09/2026-10");
  EXPECT_EQ(meant("They met between September and October 2026."), "2026-09/2026-10");
  EXPECT_EQ(meant("They met between June and May 2026."), "2025-06/2026-05");
  EXPECT_EQ(meant("They met between September 2029 and October 2026."), "?");
}

TEST(Dates, TakeNoLongNumberForADecade) { EXPECT_EQ(meant("They counted in the 669350861792s."), ""); }

TEST(Dates, ReadYearsInWords) {
  EXPECT_EQ(meant("They met in June of nineteen ninety-nine."), "1999-06");
  EXPECT_EQ(meant("They met on May 4, two thousand and eighteen."), "2018-05-04");
}

TEST(Dates, ReadSpansWithoutFrom) {
  EXPECT_EQ(meant("They met May 2 to May 5."), "2031-05-02/2031-05-05");
  EXPECT_EQ(meant("They met 2014-2018."), "2014/2018");
  EXPECT_EQ(meant("They work on it between now and June 4."), "2031-05-16/2031-06-04");
  EXPECT_EQ(meant("They come back within 5 days."), "2031-05-16/2031-05-21");
}

TEST(Dates, TakeLastWeekOnASundayForTheOneThatJustEnded) {
  EXPECT_EQ(meant("They met last week.", Date{2031, 5, 18}), "2031-05-12/2031-05-17");
  EXPECT_EQ(meant("They met last week.", Date{2031, 5, 19}), "2031-05-12/2031-05-18");
}

TEST(Dates, TakeTheLatestDayOfThatNumber) {
  EXPECT_EQ(meant("They met on the 27th."), "2031-04-27");
  EXPECT_EQ(meant("They came in on the 27th floor."), "");
}

TEST(Dates, DoNotMistakeWordsForMonths) {
  EXPECT_EQ(meant("They may march on."), "");
  EXPECT_EQ(meant("They sat in the sun."), "");
}

TEST(Dates, AreFoundWhateverTheyBeginWith) {
  EXPECT_EQ(meant("They met this morning."), "2031-05-16");
  EXPECT_EQ(meant("They met the day before yesterday."), "2031-05-14");
  EXPECT_EQ(meant("They met on Election Day."), "2030-11-05");
  EXPECT_EQ(meant("They meet in a week."), "2031-05-23");
  EXPECT_EQ(meant("They met a couple of weeks ago."), "?");
  EXPECT_EQ(meant("They met that day."), "?");
  EXPECT_EQ(meant("They stay for a week from tomorrow."), "2031-05-17/2031-05-23");
  EXPECT_EQ(meant("They met in the nineties."), "1990/1999");
}

TEST(Dates, LeaveOpenWhatNobodyTold) {
  EXPECT_EQ(meant("They met on Wednesday.", std::nullopt), "?");
  EXPECT_EQ(meant("A day earlier, they met."), "?");
}

}  // namespace
}  // namespace onrecord
