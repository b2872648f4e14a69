// Reckoning with days: months, weeks that begin on Monday, weekdays and the holidays that news dates by.
#pragma once

#include <optional>
#include <string_view>

#include "onrecord/date.h"

namespace onrecord::resolving {

struct DaySpan {
  Date from;
  Date to;
};

bool is_day(int year, int month, int day);
int days_in_month(int year, int month);
Date add_days(Date date, int days);
// The same day some months on or back; the month's last day where it is shorter.
Date add_months(Date date, int months);
DaySpan week_of(Date date);  // Monday to Sunday
// The latest such weekday (0 Monday) that is not after `date`; the earliest that is not before it.
Date latest_weekday(Date date, int weekday);
Date next_weekday(Date date, int weekday);
// The nth such weekday of a month, counted from 1; nothing where the month has fewer.
std::optional<Date> nth_weekday(int year, int month, int weekday, int nth);

// 0 Monday … 6 Sunday of a name or its abbreviation in lower case; 1 to 12 for months.
std::optional<int> weekday_named(std::string_view lower);
std::optional<int> month_named(std::string_view lower);

// Whether the name of some holiday begins with this word.
bool begins_holiday(std::string_view word);

// "christmas", "new year's day", "thanksgiving", "election day" …, in lower case with straight apostrophes.
std::optional<Date> holiday(std::string_view lower, int year);

}  // namespace onrecord::resolving
