#include "resolve/calendar.h"

#include <algorithm>
#include <array>

namespace onrecord::resolving {

namespace {

using std::string_view_literals::operator""sv;

Date make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

struct FixedHoliday {
  std::string_view name;
  int month;
  int day;
};
constexpr std::array fixed_holidays{FixedHoliday{"christmas", 12, 25},
                                    FixedHoliday{"christmas day", 12, 25},
                                    FixedHoliday{"christmas eve", 12, 24},
                                    FixedHoliday{"new year's day", 1, 1},
                                    FixedHoliday{"new year's eve", 12, 31},
                                    FixedHoliday{"valentine's day", 2, 14},
                                    FixedHoliday{"st. patrick's day", 3, 17},
                                    FixedHoliday{"independence day", 7, 4},
                                    FixedHoliday{"halloween", 10, 31},
                                    FixedHoliday{"veterans day", 11, 11},
                                    FixedHoliday{"boxing day", 12, 26},
                                    FixedHoliday{"may day", 5, 1},
                                    FixedHoliday{"bastille day", 7, 14},
                                    FixedHoliday{"earth day", 4, 22},
                                    FixedHoliday{"9/11", 9, 11}};

struct WeekdayHoliday {
  std::string_view name;
  int month;
  int weekday;
  int nth;  // 0: the last
};
constexpr std::array weekday_holidays{WeekdayHoliday{"thanksgiving", 11, 3, 4},
                                      WeekdayHoliday{"thanksgiving day", 11, 3, 4},
                                      WeekdayHoliday{"labor day", 9, 0, 1},
                                      WeekdayHoliday{"memorial day", 5, 0, 0},
                                      WeekdayHoliday{"martin luther king day", 1, 0, 3},
                                      WeekdayHoliday{"presidents day", 2, 0, 3},
                                      WeekdayHoliday{"columbus day", 10, 0, 2},
                                      WeekdayHoliday{"mother's day", 5, 6, 2},
                                      WeekdayHoliday{"father's day", 6, 6, 3},
                                      WeekdayHoliday{"black friday", 11, 4, 4}};

}  // namespace

int days_in_month(int year, int month) {
  static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

Date add_days(Date date, int days) { return from_days(days_from_epoch(date) + days); }

Date add_months(Date date, int months) {
  const int count = date.year * 12 + (date.month - 1) + months;
  const int year = count >= 0 ? count / 12 : 0;
  const int month = count % 12 + 1;
  return make(year, month, std::min<int>(std::max<int>(date.day, 1), days_in_month(year, month)));
}

DaySpan week_of(Date date) {
  const Date monday = add_days(date, -weekday(date));
  return {monday, add_days(monday, 6)};
}

Date latest_weekday(Date date, int wanted) { return add_days(date, -((weekday(date) - wanted + 7) % 7)); }
Date next_weekday(Date date, int wanted) { return add_days(date, (wanted - weekday(date) + 7) % 7); }

std::optional<Date> nth_weekday(int year, int month, int wanted, int nth) {
  const Date first = next_weekday(make(year, month, 1), wanted);
  const int day = first.day + 7 * (nth - 1);
  if (!is_day(year, month, day)) return std::nullopt;
  return make(year, month, day);
}

std::optional<int> weekday_named(std::string_view lower) {
  static constexpr std::array names{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                                    "friday"sv, "saturday"sv, "sunday"sv};
  if (lower.size() < 3 || "fmstw"sv.find(lower.front()) == std::string_view::npos) return std::nullopt;
  if (lower.ends_with("days")) lower.remove_suffix(1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (lower == names[i] || (lower.size() >= 3 && lower.size() <= 5 && names[i].starts_with(lower) && lower != "sund"))
      return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> month_named(std::string_view lower) {
  static constexpr std::array names{"january"sv, "february"sv, "march"sv,     "april"sv,   "may"sv,      "june"sv,
                                    "july"sv,    "august"sv,   "september"sv, "october"sv, "november"sv, "december"sv};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (lower == names[i] || (lower.size() == 3 && names[i].starts_with(lower))) return static_cast<int>(i) + 1;
  }
  if (lower == "sept") return 9;
  return std::nullopt;
}

bool begins_holiday(std::string_view word) {
  const auto begins = [&](const auto& each) {
    return each.name.starts_with(word) && (each.name.size() == word.size() || each.name[word.size()] == ' ');
  };
  return word == "election" || std::ranges::any_of(fixed_holidays, begins) ||
         std::ranges::any_of(weekday_holidays, begins);
}

std::optional<Date> holiday(std::string_view lower, int year) {
  for (const FixedHoliday& each : fixed_holidays) {
    if (lower == each.name) return make(year, each.month, each.day);
  }
  for (const WeekdayHoliday& each : weekday_holidays) {
    if (lower != each.name) continue;
    if (each.nth > 0) return nth_weekday(year, each.month, each.weekday, each.nth);
    return latest_weekday(make(year, each.month, days_in_month(year, each.month)), each.weekday);
  }
  // The Tuesday after the first Monday of November.
  if (lower == "election day") return add_days(*nth_weekday(year, 11, 0, 1), 1);
  return std::nullopt;
}

}  // namespace onrecord::resolving
