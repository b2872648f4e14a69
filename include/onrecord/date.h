// A calendar day, month or year of the proleptic Gregorian calendar, as far as it is known.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1 to 12; 0: only the year is known
  std::uint8_t day = 0;    // 1 to 31; 0: only the month is known

  auto operator<=>(const Date&) const = default;
};

// "2031-05-15", "2031-05" or "2031".
std::string to_iso(Date date);
// "2031-05-16T09:30:00Z", from seconds since 1970.
std::string moment_to_iso(std::int64_t seconds);

// The date that an ISO text begins with ("2031-05-15", "2031-05-15T09:30:00+02:00", "2031-05", "2031"); nothing for any
// other text and for a day that no calendar has.
std::optional<Date> parse_iso(std::string_view text);

// Days since 1970-01-01 of a date; its first day where only the month or the year is known.
std::int32_t days_from_epoch(Date date);
// The inverse of the above; always a full day.
Date from_days(std::int32_t days);
// 0 Monday … 6 Sunday.
int weekday(Date date);

}  // namespace onrecord
