#include "onrecord/date.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>

namespace onrecord {

namespace {

std::chrono::sys_days sys_days_of(Date date) {
  using namespace std::chrono;
  return sys_days(year(date.year) / month(date.month == 0 ? 1u : date.month) / day(date.day == 0 ? 1u : date.day));
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::string to_iso(Date date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string moment_to_iso(std::int64_t seconds) {
  return fmt::format("{:%FT%TZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::optional<Date> parse_iso(std::string_view text) {
  const auto year = digits(text, 0, 4);
  if (!year || *year == 0) return std::nullopt;
  Date date{static_cast<std::int16_t>(*year), 0, 0};
  if (text.size() == 4) return date;
  const auto month = digits(text, 5, 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  date.month = static_cast<std::uint8_t>(*month);
  if (text.size() == 7) return date;
  const auto day = digits(text, 8, 2);
  if (text[7] != '-' || !day) return std::nullopt;
  date.day = static_cast<std::uint8_t>(*day);
  const std::chrono::year_month_day whole{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
  if (!whole.ok()) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  return date;
}

std::int32_t days_from_epoch(Date date) {
  return static_cast<std::int32_t>(sys_days_of(date).time_since_epoch().count());
}

Date from_days(std::int32_t days) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

int weekday(Date date) { return static_cast<int>(std::chrono::weekday(sys_days_of(date)).iso_encoding()) - 1; }

}  // namespace onrecord
