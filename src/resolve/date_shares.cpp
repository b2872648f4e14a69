// Shares of weeks, months and years ("late last year"), weeks by their number, and spans told by their length.
#include "resolve/date_reader.h"

namespace onrecord::resolving {

namespace {

enum class Share : std::uint8_t { none, first, middle, last, before_now, after_now };

DaySpan days_of(Date from, Date to) {
  if (from.month == 0) return {day_date(from.year, 1, 1), day_date(to.year, 12, 31)};
  if (from.day == 0)
    return {day_date(from.year, from.month, 1), day_date(to.year, to.month, days_in_month(to.year, to.month))};
  return {from, to};
}

int length(const DaySpan& span) { return days_from_epoch(span.to) - days_from_epoch(span.from) + 1; }

// A week parts before Thursday, a month behind its 15th, a year behind June; the middle leaves out what either end
// takes beyond doubt.
DaySpan share_of(const DaySpan& whole, Share share) {
  const int days = length(whole);
  if (days == 7) {
    if (share == Share::first) return {whole.from, add_days(whole.from, 2)};
    if (share == Share::last) return {add_days(whole.from, 3), whole.to};
    return {add_days(whole.from, 1), add_days(whole.from, 4)};
  }
  if (days <= 31) {
    if (share == Share::first) return {whole.from, add_days(whole.from, 14)};
    if (share == Share::last) return {add_days(whole.from, 15), whole.to};
    return {add_days(whole.from, 9), add_days(whole.from, 19)};
  }
  const int year = whole.from.year;
  if (share == Share::first) return {whole.from, day_date(year, 6, 30)};
  if (share == Share::last) return {day_date(year, 7, 1), whole.to};
  return {day_date(year, 4, 1), day_date(year, 9, 30)};
}

// The beginning, middle and end of a year that is named are its thirds.
DaySpan third_of(int year, Share share) {
  if (share == Share::first) return {day_date(year, 1, 1), day_date(year, 4, 30)};
  if (share == Share::last) return {day_date(year, 9, 1), day_date(year, 12, 31)};
  return {day_date(year, 5, 1), day_date(year, 8, 31)};
}

}  // namespace

bool DateReader::part(std::size_t i, DatePhrase& phrase) {
  if (!published_) return false;
  std::size_t at = skip(i, {"the"});
  Share share = Share::none;
  bool third = false;
  if (any(at, {"end", "beginning", "start", "middle"}) && any(at + 1, {"of"})) {
    share = is(at, "end") ? Share::last : is(at, "middle") ? Share::middle : Share::first;
    third = true;
    at += 2;
  } else if (any(at, {"early", "late", "mid", "earlier", "later"})) {
    share = is(at, "early")     ? Share::first
            : is(at, "late")    ? Share::last
            : is(at, "mid")     ? Share::middle
            : is(at, "earlier") ? Share::before_now
                                : Share::after_now;
    at = skip(skip(at + 1, {"-"}), {"in"});
  }
  if (share == Share::none) return false;
  const std::size_t begins = skip(at, {"the"});
  const Way way = has(begins) ? way_of(items_[begins].lower) : Way::none;
  const bool unit = any(way == Way::none ? begins : begins + 1, {"week", "month", "year"});
  const bool named = month(begins).has_value() || is_year(begins);
  const bool of_now = share == Share::before_now || share == Share::after_now;
  // "late Sunday" is a day; "late in the week" that of the report
  if (!(named && !of_now) && !(unit && (way != Way::none || begins > at))) return false;
  DatePhrase whole;
  if (unit) {
    if (!period(at, whole)) return false;
  } else if (month(begins)) {
    if (way != Way::none || is_day_number(begins + 1) || !month_alone(begins, whole)) {
      // a capital word behind, or no preposition before: the part's own words lead it
      if (way != Way::none || is_day_number(begins + 1)) return false;
      const int year = published_->year - (*month(begins) > published_->month ? 1 : 0);
      set(whole, skip(begins + 1, {"."}), month_date(year, *month(begins)), month_date(year, *month(begins)), "month");
    }
  } else if (!year_alone(begins, whole, true)) {
    return false;
  }
  if (!whole.from) return false;
  const DaySpan days = days_of(*whole.from, *whole.to);
  DaySpan made = days;
  if (of_now) {
    if (share == Share::before_now) made.to = add_days(*published_, -1);
    if (share == Share::after_now) made.from = *published_;
    // "later last week" is told from a day that is not this one
    if (days_from_epoch(made.to) < days_from_epoch(made.from) ||
        days_from_epoch(made.from) < days_from_epoch(days.from) || days_from_epoch(made.to) > days_from_epoch(days.to))
      made = share_of(days, share == Share::before_now ? Share::first : Share::last);
  } else {
    made = third && is_year(begins) ? third_of(days.from.year, share) : share_of(days, share);
    // "late this week": from the report on
    if (unit && way == Way::current && share == Share::last && length(days) == 7 &&
        days_from_epoch(made.from) <= days_from_epoch(*published_))
      made.from = add_days(*published_, 1);
    if (days_from_epoch(made.from) > days_from_epoch(made.to)) made = days;
  }
  const std::size_t end = end_;
  set(phrase, end, made.from, made.to, "part");
  phrase.whole_from = whole.from;
  phrase.whole_to = whole.to;
  return true;
}

bool DateReader::week_number(std::size_t i, DatePhrase& phrase) {
  if (!published_) return false;
  if (is(i, "w") && is(i + 1, "/") && is(i + 2, "c")) {
    DatePhrase day;
    if (!explicit_day(i + 3, day) || !day.from) return false;
    const DaySpan week = week_of(*day.from);
    set(phrase, end_, week.from, week.to, "week");
    return true;
  }
  // the first week is that of January 4
  const auto numbered = [&](std::size_t at) -> std::optional<DaySpan> {
    if (!is(at, "week") || !has(at + 1) || items_[at + 1].digits == 0 || items_[at + 1].digits > 2 ||
        items_[at + 1].ordinal || number(at + 1) < 1 || number(at + 1) > 53)
      return std::nullopt;
    return week_of(add_days(day_date(published_->year, 1, 4), 7 * (number(at + 1) - 1)));
  };
  const std::size_t at = skip(i, {"from", "between"});
  const auto first = numbered(at);
  if (!first) return false;
  if (any(at + 2, {"to", "and", "through", "until"})) {
    if (const auto last = numbered(at + 3)) {
      set(phrase, at + 5, first->from, last->to, "span");
      return true;
    }
  }
  if (at != i) return false;
  set(phrase, at + 2, first->from, first->to, "week");
  return true;
}

bool DateReader::lasting(std::size_t i, DatePhrase& phrase) {
  if (!published_) return false;
  const bool less = is(i, "less") && is(i + 1, "than");
  const bool meant = is(i, "for");
  if (!less && !meant) return false;
  std::size_t at = less ? i + 2 : i + 1;
  const int count = any(at, {"a", "an"}) ? 1 : has(at) && !items_[at].ordinal ? number(at) : 0;
  if (count < 1 || count > 100 || !any(at + 1, {"day", "days", "week", "weeks"})) return false;
  const int days = any(at + 1, {"week", "weeks"}) ? 7 * count : count;
  at = skip(at + 2, {","});
  if (!any(at, {"from", "starting", "beginning", "after"})) return false;
  at = is(at, "after") ? at + 1 : skip(skip(at + 1, {"from"}), {"on"});
  DatePhrase begins;
  end_ = at;
  if (!(named_day(at, begins) || explicit_day(at, begins) || weekday_phrase(at, begins)) || !begins.from ||
      begins.from->day == 0)
    return false;
  Date from = *begins.from;
  // what is to last has not begun
  if (days_from_epoch(from) < days_from_epoch(*published_)) ++from.year;
  set(phrase, end_, from, add_days(from, days - 1), "span");
  return true;
}

}  // namespace onrecord::resolving
