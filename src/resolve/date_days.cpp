// Single days: explicit, weekdays, counted from today; and spans from day to day.
#include "resolve/date_reader.h"

namespace onrecord::resolving {

std::optional<Date> DateReader::with_year(int of_month, int day) const {
  if (!published_) return std::nullopt;
  for (int year = published_->year; year > published_->year - 8; --year) {
    if (!is_day(year, of_month, day)) continue;
    if (days_from_epoch(day_date(year, of_month, day)) <= days_from_epoch(*published_))
      return day_date(year, of_month, day);
  }
  return std::nullopt;
}

bool DateReader::day_at(std::size_t i, Day& day) const {
  std::size_t at = i;
  if (weekday_at(at) && (is(at + 1, ",") || month(at + 1) || is(at + 1, ".") || is_day_number(at + 1) ||
                         (is(at + 1, "the") && is_day_number(at + 2) && items_[at + 2].ordinal))) {
    ++at;
    at = skip(at, {".", ","});
  }
  if (const auto named = month(at)) {
    std::size_t next = skip(at + 1, {".", "-", "/"});
    next = skip(next, {"the"});
    if (is_day_number(next) && !(is(next + 1, "percent") || is(next + 1, "%"))) {
      day = {*named, number(next), 0, next + 1};
      year_behind(day);
      return true;
    }
    return false;
  }
  const std::size_t from = skip(at, {"the"});
  if (is_day_number(from)) {
    std::size_t next = skip(from + 1, {".", "-", "/"});
    next = skip(next, {"of"});
    if (const auto named = month(next)) {
      if (next > from + 1 || items_[from].ordinal || items_[from].digits > 0) {
        day = {*named, number(from), 0, skip(next + 1, {"."})};
        if (day.end == next + 2 && !is_year(day.end)) day.end = next + 1;
        year_behind(day);
        return true;
      }
    }
  }
  return numeric(at, day);
}

void DateReader::year_behind(Day& day) const {
  const std::size_t next = skip(day.end, {",", "-", "/"});
  if (is_year(next)) {
    day.year = number(next);
    day.end = next + 1;
  } else if (next < items_.size() && is(next, "of") && is_year(next + 1)) {
    day.year = number(next + 1);
    day.end = next + 2;
  }
}

bool DateReader::numeric(std::size_t i, Day& day) const {
  if (!has(i + 2) || items_[i].digits == 0) return false;
  const std::string& mark = items_[i + 1].lower;
  if (mark != "-" && mark != "/" && mark != ".") return false;
  // a slash parts words, a hyphen and a full stop do not
  if (items_[i + 2].word > items_[i].word + (mark == "/" ? 2u : 0u)) return false;
  const int a = number(i);
  int b = number(i + 2);
  if (items_[i].digits == 4 && has(i + 4) && items_[i + 3].lower == mark) {
    if (const auto named = month_named(items_[i + 2].lower)) b = *named;
    if (!is_day(a, b, number(i + 4))) return false;
    day = {b, number(i + 4), a, i + 5};
    return true;
  }
  if (items_[i].digits > 2 || items_[i + 2].digits == 0 || items_[i + 2].digits > 2) return false;
  const bool american = a >= 1 && a <= 12;
  const int of_month = american && b <= 31 ? a : b;
  const int of_day = american && b <= 31 ? b : a;
  const bool third =
      has(i + 4) && items_[i + 3].lower == mark && (items_[i + 4].digits == 4 || items_[i + 4].digits == 2);
  const bool comma = has(i + 4) && items_[i + 3].lower == "," && mark == "/" &&
                     (items_[i + 4].digits == 4 || items_[i + 4].digits == 2);
  if (third || comma) {
    const int year = items_[i + 4].digits == 2 ? full_year(number(i + 4)) : number(i + 4);
    const bool european = mark == "." || of_month > 12;
    if (european && is_day(year, b, a)) {
      day = {b, a, year, i + 5};
    } else {
      day = {of_month, of_day, year, i + 5};
    }
    return is_day(year, day.month, day.day);
  }
  if (mark == "." && !(i > 0 && any(i - 1, {"on", "in"}))) return false;
  if (!is_day(2000, of_month, of_day) || any(i + 3, {"-", "/"})) return false;
  if (mark == "-" && !(i > 0 && any(i - 1, {"on"}))) return false;
  day = {of_month, of_day, 0, i + 3};
  return true;
}

bool DateReader::resolved(const Day& day, std::optional<Date>& date) const {
  if (day.year != 0) {
    if (!is_day(day.year, day.month, day.day)) return false;
    date = day_date(day.year, day.month, day.day);
    return true;
  }
  if (!is_day(2000, day.month, day.day)) return false;
  date = with_year(day.month, day.day);
  return true;
}

// "on the 27th", "the 20th of next month": the latest such day not after publication
bool DateReader::day_of_month(std::size_t i, DatePhrase& phrase) {
  const std::size_t at = skip(i, {"the"});
  if (!published_ || !is_day_number(at) || !items_[at].ordinal) return false;
  const std::size_t of = skip(at + 1, {"of"});
  const Way way = has(of) ? way_of(items_[of].lower) : Way::none;
  Date in = month_first(*published_);
  std::size_t end = at + 1;
  if (of > at + 1 && way != Way::none && is(of + 1, "month")) {
    in = add_months(in, way == Way::last ? -1 : way == Way::next ? 1 : 0);
    end = of + 2;
  } else {
    const bool led = at > i && i > 0 && any(i - 1, {"on", "for", "by", "of", "until", "since"});
    if (!led || (has(at + 1) && !among(items_[at + 1].lower, {".", ",", "!", "?", ";", "and"}))) return false;
    while (!is_day(in.year, in.month, number(at)) ||
           (in.month == published_->month && in.year == published_->year && number(at) > published_->day))
      in = add_months(in, -1);
  }
  if (!is_day(in.year, in.month, number(at))) return false;
  const Date found = day_date(in.year, in.month, number(at));
  set(phrase, end, found, found, "explicit");
  return true;
}

bool DateReader::explicit_day(std::size_t i, DatePhrase& phrase) {
  Day day;
  if (!day_at(i, day)) return day_of_month(i, phrase);
  std::optional<Date> date;
  if (!resolved(day, date)) return false;
  // "the June 23 vote" in the middle of June lies ahead: the one of the year before would be told with its year.
  constexpr int soon = 60;
  if (day.year == 0 && date && published_) {
    const int year = date->year + 1;
    phrase.ahead = is_day(year, day.month, day.day) &&
                   days_from_epoch(day_date(year, day.month, day.day)) <= days_from_epoch(*published_) + soon;
  }
  // "March 11-13", "March 11 to 13": a span within the month
  std::size_t at = day.end;
  if (any(at, {"-", "\xe2\x80\x93", "to", "through", "until", "and"}) && is_day_number(at + 1) &&
      number(at + 1) > day.day && day.year == 0 && !month(at + 2) && !any(at + 2, {"/", "-"}) && !is(at, "and")) {
    Day last = day;
    last.day = number(at + 1);
    last.end = at + 2;
    year_behind(last);
    day.year = last.year;
    std::optional<Date> to;
    if (resolved(day, date) && resolved(last, to)) {
      phrase.from = date;
      phrase.to = to;
      if (date && to && days_from_epoch(*date) > days_from_epoch(*to))
        phrase.from = day_date(to->year, day.month, day.day);
      phrase.basis = "explicit";
      end_ = last.end;
      return true;
    }
  }
  phrase.from = phrase.to = date;
  phrase.basis = "explicit";
  end_ = day.end;
  return true;
}

bool DateReader::span(std::size_t i, DatePhrase& phrase) {
  const bool opened = any(i, {"from", "between"});
  std::size_t at = opened ? i + 1 : i;
  // numbers within one month, which stands behind
  const std::size_t second = at + 2;
  if (is_day_number(at) && any(at + 1, {"to", "until", "till", "through", "-", "and", "\xe2\x80\x93"}) &&
      is_day_number(second) && number(second) > number(at) && (opened || !is(at + 1, "and"))) {
    std::size_t behind = skip(second + 1, {"of", "in"});
    if (any(behind, {"this", "next", "last"}) && is(behind + 1, "month") && published_) {
      const Way way = way_of(items_[behind].lower);
      const Date in = add_months(month_first(*published_), way == Way::last ? -1 : way == Way::next ? 1 : 0);
      if (!is_day(in.year, in.month, number(second))) return false;
      set(phrase, behind + 2, day_date(in.year, in.month, number(at)), day_date(in.year, in.month, number(second)),
          "span");
      return true;
    }
    if (const auto named = month(behind)) {
      Day last{*named, number(second), 0, behind + 1};
      year_behind(last);
      std::optional<Date> to;
      if (!resolved(last, to)) return false;
      end_ = last.end;
      phrase.basis = "span";
      phrase.to = to;
      if (to && is_day(to->year, *named, number(at))) phrase.from = day_date(to->year, *named, number(at));
      if (!phrase.from) phrase.to.reset();
      return true;
    }
  }
  if (!opened) return false;
  // "from 4 to January 22"
  Day whole;
  if (is_day_number(at) && any(at + 1, {"to", "until", "till", "through", "and"}) && day_at(at + 2, whole) &&
      whole.day > number(at)) {
    std::optional<Date> to;
    if (!resolved(whole, to)) return false;
    if (to) set(phrase, whole.end, day_date(to->year, to->month, number(at)), *to, "span");
    if (!to) unknown(phrase, whole.end, "span");
    return true;
  }
  DatePhrase first;
  DatePhrase last;
  const auto part = [&](std::size_t where, DatePhrase& into) {
    end_ = where;
    return explicit_day(where, into) || weekday_phrase(where, into) || named_day(where, into) ||
           month_alone(where, into) || year_alone(where, into, true);
  };
  if (!part(at, first)) return false;
  const std::size_t link = end_;
  if (!any(link, {"to", "until", "till", "through", "and", "-"})) return false;
  if (!part(link + 1, last)) return false;
  phrase.basis = "span";
  // "between now and November 15": what has no year of its own lies behind the first day
  if (first.from && last.from && first.from->day != 0 && last.from->day != 0 &&
      days_from_epoch(*first.from) > days_from_epoch(*last.from) && last.basis != "span") {
    if (last.basis == "weekday") last.to = add_days(*last.to, 7);
    if (last.basis == "explicit" && !is_year(end_ - 1)) ++last.to->year;
  }
  phrase.from = first.from;
  phrase.to = last.to;
  if (phrase.from && phrase.to && days_from_epoch(*phrase.from) > days_from_epoch(*phrase.to)) {
    // "late September and early October 2016": of the same year
    if (phrase.from->month != 0 && phrase.to->month != 0 && !is_year(link - 1)) phrase.from->year = phrase.to->year;
    if (days_from_epoch(*phrase.from) > days_from_epoch(*phrase.to))
      phrase.from->year = static_cast<std::int16_t>(phrase.from->year - 1);
  }
  const bool known = phrase.from && phrase.to && days_from_epoch(*phrase.from) <= days_from_epoch(*phrase.to);
  if (!known) phrase.from = phrase.to = std::nullopt;
  return true;
}

bool DateReader::weekday_phrase(std::size_t i, DatePhrase& phrase) {
  // the nth weekday of a month
  const std::size_t nth_at = skip(i, {"the"});
  if (has(nth_at) && items_[nth_at].ordinal && number(nth_at) <= 5 && items_[nth_at].digits == 0) {
    if (const auto day = weekday_at(nth_at + 1)) {
      std::size_t at = skip(nth_at + 2, {"of", "in"});
      const bool in = at > nth_at + 2;
      at = skip(at, {"the"});
      std::optional<Date> of;
      std::size_t end = nth_at + 2;
      if (in) {
        if (const auto named = month(at)) {
          end = at + 1;
          if (is_year(end)) {
            of = day_date(number(end), *named, 1);
            ++end;
          } else if (published_) {
            of = day_date(published_->year - (*named > published_->month ? 1 : 0), *named, 1);
          }
        } else if (has(at) && way_of(items_[at].lower) != Way::none && is(at + 1, "month") && published_) {
          const Way way = way_of(items_[at].lower);
          of = add_months(month_first(*published_), way == Way::last ? -1 : way == Way::next ? 1 : 0);
          end = at + 2;
        }
      } else if (published_) {
        of = month_first(*published_);
      }
      if (of) {
        if (const auto found = nth_weekday(of->year, of->month, *day, number(nth_at))) {
          set(phrase, end, *found, *found, "weekday");
          return true;
        }
      }
    }
  }
  std::size_t at = skip(i, {"the"});
  Way way = has(at) ? way_of(items_[at].lower) : Way::none;
  bool by_week = false;
  if (way != Way::none) {
    ++at;
    if (is(at, "week")) {
      by_week = true;
      at = skip(at + 1, {"on", "'s"});
    }
  } else if (at != i) {
    return false;
  }
  const auto day = weekday_at(at);
  if (!day) return false;
  std::size_t end = skip(at + 1, {"."});
  if (end == at + 2 && items_[at].lower.size() > 4) end = at + 1;
  if (way == Way::none) {
    std::size_t behind = skip(end, {"of"});
    behind = skip(behind, {"the"});
    const Way of_week = has(behind) ? way_of(items_[behind].lower) : Way::none;
    if (of_week != Way::none && is(behind + 1, "week")) {
      way = of_week;
      by_week = true;
      end = behind + 2;
    } else if (is(end, "the") && is_day_number(end + 1) && published_) {
      // "Friday the 15th": the latest 15th that is a Friday
      for (int back = -1; back < 24; ++back) {
        const Date in = add_months(month_first(*published_), -back);
        if (is_day(in.year, in.month, number(end + 1)) &&
            weekday(day_date(in.year, in.month, number(end + 1))) == *day &&
            (back >= 1 ||
             days_from_epoch(day_date(in.year, in.month, number(end + 1))) <= days_from_epoch(*published_) ||
             back == 0)) {
          const Date found = day_date(in.year, in.month, number(end + 1));
          set(phrase, end + 2, found, found, "weekday");
          return true;
        }
      }
    }
  }
  if (any(end, {"night", "morning", "afternoon", "evening", "nights"})) ++end;
  if (!published_) {
    unknown(phrase, end, "weekday");
    return true;
  }
  Date found = latest_weekday(*published_, *day);
  if (way == Way::last) {
    found = by_week ? add_days(week_of(*published_).from, *day - 7) : latest_weekday(add_days(*published_, -1), *day);
  } else if (way == Way::current) {
    found = add_days(week_of(*published_).from, *day);
  } else if (way == Way::next) {
    found = add_days(week_of(*published_).from, *day + 7);
  }
  set(phrase, end, found, found, "weekday");
  return true;
}

bool DateReader::named_day(std::size_t i, DatePhrase& phrase) {
  std::size_t at = skip(i, {"the"});
  int shift = 0;
  std::size_t end = at + 1;
  const char* basis = "today";
  if (is(at, "day") && any(at + 1, {"before", "after"}) && any(at + 2, {"yesterday", "tomorrow", "tmrw"})) {
    shift = is(at + 1, "before") ? -2 : 2;
    end = at + 3;
    basis = "day-before";
  } else if (at != i) {
    return false;
  } else if (any(at, {"today", "tonight", "now"})) {
    if (is(at, "now") && !(i > 0 && any(i - 1, {"and", "to", "between", "until"}))) return false;
    shift = 0;
  } else if (any(at, {"yesterday"})) {
    shift = -1;
    basis = "yesterday";
  } else if (any(at, {"tomorrow", "tmrw", "tmr"})) {
    shift = 1;
    basis = "tomorrow";
  } else if (is(at, "last") && any(at + 1, {"night", "evening"})) {
    shift = -1;
    end = at + 2;
    basis = "yesterday";
  } else if (is(at, "this") && any(at + 1, {"morning", "afternoon", "evening"})) {
    end = at + 2;
  } else {
    return false;
  }
  if (any(end, {"night", "morning", "afternoon", "evening"})) ++end;
  if (!published_) {
    unknown(phrase, end, basis);
    return true;
  }
  const Date found = add_days(*published_, shift);
  set(phrase, end, found, found, basis);
  return true;
}

bool DateReader::within(std::size_t i, DatePhrase& phrase) {
  if (!is(i, "within") || !published_) return false;
  std::size_t at = skip(skip(i + 1, {"the"}), {"next", "coming", "upcoming", "following"});
  if (number(at) < 0 || items_[at].ordinal) return false;
  Date to = *published_;
  std::size_t end = i;
  for (; number(at) > 0 && number(at) < 1000; at += 2) {
    const int count = number(at);
    if (any(at + 1, {"day", "days"}))
      to = add_days(to, count);
    else if (any(at + 1, {"week", "weeks"}))
      to = add_days(to, 7 * count);
    else if (any(at + 1, {"month", "months"}))
      to = add_months(to, count);
    else if (any(at + 1, {"year", "years"}))
      to = add_months(to, 12 * count);
    else
      break;
    end = at + 2;
  }
  if (end == i) return false;
  if (is(end, "from") && any(end + 1, {"today", "now"})) end += 2;
  set(phrase, end, *published_, to, "span");
  phrase.ahead = true;
  return true;
}

bool DateReader::counted(std::size_t i, DatePhrase& phrase) {
  std::size_t at = skip(i, {"in"});
  const bool in = at != i;
  int days = 0;
  int months = 0;
  int coarsest = 0;  // 1 days, 2 weeks, 3 months, 4 years
  int finest = 9;
  bool any_count = false;
  bool vague = false;
  for (;;) {
    std::size_t unit = at;
    int count = number(at);
    if (count >= 0 && !items_[at].ordinal) {
      unit = at + 1;
    } else if (any(at, {"a", "an"}) && any(at + 1, {"few", "couple"})) {
      count = is(at + 1, "few") ? 3 : 2;
      vague = true;
      unit = skip(at + 2, {"of"});
    } else if (any(at, {"a", "an"})) {
      count = 1;
      unit = at + 1;
    } else if (any(at, {"few", "several"})) {
      count = 3;
      vague = true;
      unit = at + 1;
    } else {
      break;
    }
    if (!has(unit)) break;
    const std::string& name = items_[unit].lower;
    if (name == "day" || name == "days") {
      days += count;
      coarsest = std::max(coarsest, 1);
      finest = std::min(finest, 1);
    } else if (name == "week" || name == "weeks") {
      days += 7 * count;
      coarsest = std::max(coarsest, 2);
      finest = std::min(finest, 2);
    } else if (name == "month" || name == "months") {
      months += count;
      coarsest = std::max(coarsest, 3);
      finest = std::min(finest, 3);
    } else if (name == "year" || name == "years") {
      months += 12 * count;
      coarsest = std::max(coarsest, 4);
      finest = std::min(finest, 4);
    } else if (const auto weekday_name = weekday_at(unit); weekday_name && count >= 1 && !items_[unit].ordinal &&
                                                           (is(unit + 1, "from") || is(unit + 1, "later")) &&
                                                           published_) {
      const Date found = add_days(next_weekday(add_days(*published_, 1), *weekday_name), 7 * (count - 1));
      set(phrase, is(unit + 1, "from") ? unit + 3 : unit + 2, found, found, "counted");
      return true;
    } else {
      break;
    }
    any_count = true;
    at = unit + 1;
    std::size_t more = skip(at, {","});
    more = skip(more, {"and"});
    if (number(more) >= 0 && any(more + 1, {"day", "days", "week", "weeks", "month", "months", "year", "years"})) {
      at = more;
      continue;
    }
    break;
  }
  if (!any_count || days > 40000 || months > 24000) return false;
  int sign = 0;
  std::size_t end = at;
  std::optional<Date> base = published_;
  if (is(at, "ago")) {
    sign = -1;
    end = at + 1;
  } else if (any(at, {"from", "after", "before"}) && any(at + 1, {"now", "today", "tomorrow", "yesterday"})) {
    sign = is(at, "before") ? -1 : 1;
    end = at + 2;
    const int shift = is(at + 1, "tomorrow") ? 1 : is(at + 1, "yesterday") ? -1 : 0;
    if (base) base = add_days(*base, shift);
  } else if (any(at, {"earlier", "later", "before"}) && !in) {
    if (is(at, "before") && has(at + 1) && items_[at + 1].number < 0 &&
        !among(items_[at + 1].lower, {",", ".", "\"", "and"}))
      return false;
    phrase.to_other_day = true;
    phrase.days_apart = (is(at, "later") ? 1 : -1) * (months == 0 ? days : 0);
    unknown(phrase, at + 1, "counted");
    return true;
  } else if (in) {
    sign = 1;
    end = at;
  } else {
    return false;
  }
  if (!base || vague) {
    unknown(phrase, end, "counted");
    return true;
  }
  Date found = add_days(add_months(*base, sign * months), sign * days);
  if (found.year < 1) return false;
  if (finest == 4) found = year_date(found.year);
  if (finest == 3) found = month_date(found.year, found.month);
  set(phrase, end, found, found, "counted");
  return true;
}

}  // namespace onrecord::resolving
