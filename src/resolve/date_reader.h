// Reads date phrases from items, one kind of phrase a method: each reads at one place, fills a phrase and leaves `end_`
// behind it, or answers false. Days stand in date_days.cpp, longer periods in date_periods.cpp.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "resolve/date_items.h"
#include "resolve/dates.h"

namespace onrecord::resolving {

inline Date day_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}
inline Date month_date(int year, int month) { return day_date(year, month, 0); }
inline Date year_date(int year) { return day_date(year, 0, 0); }

inline bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

enum class Way : std::uint8_t { none, last, current, next };

// "last", "this", "next" and their like.
Way way_of(std::string_view word);

class DateReader {
 public:
  DateReader(const Reading& reading, Range words, std::optional<Date> published)
      : items_(date_items(reading, words)), published_(published) {}

  std::vector<DatePhrase> run();

 private:
  bool has(std::size_t i) const { return i < items_.size(); }
  bool is(std::size_t i, std::string_view word) const { return has(i) && items_[i].lower == word; }
  bool any(std::size_t i, std::initializer_list<std::string_view> words) const {
    return has(i) && among(items_[i].lower, words);
  }
  int number(std::size_t i) const { return has(i) ? items_[i].number : -1; }
  bool is_year(std::size_t i) const {
    return has(i) && items_[i].digits == 4 && number(i) >= 1000 && number(i) <= 2199 && !items_[i].ordinal;
  }
  bool is_day_number(std::size_t i) const {
    return has(i) && number(i) >= 1 && number(i) <= 31 && items_[i].digits <= 2;
  }
  std::optional<int> month(std::size_t i) const;
  std::optional<int> weekday_at(std::size_t i) const;
  std::size_t skip(std::size_t i, std::initializer_list<std::string_view> words) const {
    return any(i, words) ? i + 1 : i;
  }

  void set(DatePhrase& phrase, std::size_t end, Date from, Date to, const char* basis);
  void unknown(DatePhrase& phrase, std::size_t end, const char* basis) {
    phrase.basis = basis;
    end_ = end;
  }

  // Whether read_at may find something at `i` (date_openers.cpp).
  bool may_begin(std::size_t i) const;

  bool read_at(std::size_t i, DatePhrase& phrase) {
    return lasting(i, phrase) || week_number(i, phrase) || part(i, phrase) || span(i, phrase) || open_span(i, phrase) ||
           explicit_day(i, phrase) || weekday_phrase(i, phrase) || named_day(i, phrase) || within(i, phrase) ||
           counted(i, phrase) || quarter(i, phrase) || nth_week(i, phrase) || rest(i, phrase) || period(i, phrase) ||
           month_alone(i, phrase) || decade(i, phrase) || year_alone(i, phrase) || holiday_at(i, phrase) ||
           to_other_day(i, phrase);
  }

  // A year for a day without one: that of the latest such day not after publication.
  std::optional<Date> with_year(int of_month, int day) const;

  static int full_year(int two) { return two < 50 ? 2000 + two : 1900 + two; }

  // Month, day and perhaps a year, in any of the written orders; `end` behind it. False where none stands at `i`.
  struct Day {
    int month = 0;
    int day = 0;
    int year = 0;
    std::size_t end = 0;
  };
  bool day_at(std::size_t i, Day& day) const;

  void year_behind(Day& day) const;

  // 2016-11-07, 11/7/2016, 7.11.2016, 4/22
  bool numeric(std::size_t i, Day& day) const;

  bool resolved(const Day& day, std::optional<Date>& date) const;

  bool explicit_day(std::size_t i, DatePhrase& phrase);
  bool day_of_month(std::size_t i, DatePhrase& phrase);

  // "from X to Y", "between X and Y", "X through Y" over days, months and years; "from 4 to 22 January".
  bool span(std::size_t i, DatePhrase& phrase);

  // the same where only the link stands between two days or years
  bool open_span(std::size_t i, DatePhrase& phrase);

  std::optional<int> written_year(std::size_t i, std::size_t& end) const;
  bool quarter(std::size_t i, DatePhrase& phrase);
  bool nth_week(std::size_t i, DatePhrase& phrase);
  bool rest(std::size_t i, DatePhrase& phrase);
  bool decade(std::size_t i, DatePhrase& phrase);

  static Date month_first(Date date) { return day_date(date.year, date.month, 1); }

  // "Wednesday", "last Sunday", "Friday of next week", "the first Friday of July", "Friday the 15th"
  bool weekday_phrase(std::size_t i, DatePhrase& phrase);

  // today, yesterday, tomorrow and what is counted from them
  bool named_day(std::size_t i, DatePhrase& phrase);

  // "two days ago", "3 weeks before", "a year ago", "two weeks from tomorrow"; also 1 month 21 days ago.
  bool counted(std::size_t i, DatePhrase& phrase);

  // "within 5 days": from the report on
  bool within(std::size_t i, DatePhrase& phrase);

  // "late last year", "the end of March", "the beginning of next week": halves, and thirds of a year that is named
  bool part(std::size_t i, DatePhrase& phrase);

  // "week 31", "from week 31 to week 35", "w/c Feb. 4"
  bool week_number(std::size_t i, DatePhrase& phrase);

  // "for three days from today", "for a week starting tomorrow", "less than two weeks from today"
  bool lasting(std::size_t i, DatePhrase& phrase);

  // "last week", "this month", "earlier this year", "over the weekend", "this spring", "the week of May 4"
  bool period(std::size_t i, DatePhrase& phrase);

  bool after_next(std::size_t i, DatePhrase& phrase);

  void weekend(DatePhrase& phrase, std::size_t end, Way way);

  // "last spring", "in the summer of 2015": the year, as weathers begin when they like
  bool season(std::size_t i, DatePhrase& phrase);

  bool month_alone(std::size_t i, DatePhrase& phrase);

  bool year_alone(std::size_t i, DatePhrase& phrase, bool led = false);

  bool holiday_at(std::size_t i, DatePhrase& phrase);

  // "the next day", "the same day", "the day before", "a day earlier" (counted)
  bool to_other_day(std::size_t i, DatePhrase& phrase);

  std::vector<DateItem> items_;
  std::optional<Date> published_;
  std::vector<DatePhrase> found_;
  std::size_t end_ = 0;  // behind the phrase that was read last
};

}  // namespace onrecord::resolving
