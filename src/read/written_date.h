// Days as pages and texts write them: "2031-05-15T09:30:00+02:00", "May 15, 2031", "15 May 2031", "Thu, 15 May 2031
// 09:30".
#pragma once

#include <optional>
#include <string_view>

#include "onrecord/date.h"

namespace onrecord {

// The first full day that `text` writes out with its year; the day as written, whatever the time zone. Days in figures
// only (05/06/2031) count where they can be read in one way.
std::optional<Date> find_day(std::string_view text);

// A line that states a day about its article and nothing else: "May 15, 2031", "Published: Thursday 15 May 2031, 9:30
// am". A line that tells only when the article was changed, "Updated May 16, 2031", is one and does not tell when it
// was published.
struct StatedDay {
  std::optional<Date> published;
};
std::optional<StatedDay> day_line(std::string_view line);

// True for a line that tells the time of day, or how long ago, and nothing else: "14.32 BST", "Updated 2
// hours ago", "4 minute read".
bool time_line(std::string_view line);

// 1 to 12 for an English month's name or its short form ("May", "Sept."); 0 for any other word.
int month_number(std::string_view word);

}  // namespace onrecord
