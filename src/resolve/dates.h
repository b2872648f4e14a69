// What a date phrase means: explicit days, weekdays, "last week", months, seasons and spans, each against the
// publication day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/calendar.h"
#include "resolve/reading.h"

namespace onrecord::resolving {

struct DatePhrase {
  Range words;
  std::optional<Date> from;  // null together with `to` where the day that it is relative to is not known
  std::optional<Date> to;
  std::string basis;          // "weekday", "explicit", "day-before" …
  bool ahead = false;         // the words point behind the publication day ("next week", "tomorrow")
  bool to_other_day = false;  // relative to the day spoken of, not to the publication day ("a day earlier")
  int days_apart = 0;         // then: how many days from it
  // Of a part of a week, month or year ("late last year", "earlier this month"): the whole of it. A saying is dated by
  // the whole, as such words hardly mean bounds of days.
  std::optional<Date> whole_from;
  std::optional<Date> whole_to;
};

// The phrases in `words`, in order, none overlapping. `published` is what relative phrases refer to. Pure.
std::vector<DatePhrase> find_dates(const Reading& reading, Range words, std::optional<Date> published);

}  // namespace onrecord::resolving
