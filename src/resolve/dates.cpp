#include "resolve/dates.h"

#include <algorithm>
#include <array>

#include "resolve/date_items.h"

namespace onrecord::resolving {

namespace {

using std::string_view_literals::operator""sv;

Date make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}
Date month_of(int year, int month) { return make(year, month, 0); }
Date year_of(int year) { return make(year, 0, 0); }

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

enum class Way : std::uint8_t { none, last, current, next };

Way way_of(std::string_view word) {
  if (among(word, {"last", "past", "previous"})) return Way::last;
  if (among(word, {"this", "current", "same", "that"})) return Way::current;
  if (among(word, {"next", "coming", "upcoming", "following"})) return Way::next;
  return Way::none;
}

class Finder {
 public:
  Finder(const Reading& reading, Range words, std::optional<Date> published)
      : items_(date_items(reading, words)), published_(published) {}

  std::vector<DatePhrase> run() {
    for (std::size_t i = 0; i < items_.size();) {
      DatePhrase phrase;
      end_ = i;
      if (!read_at(i, phrase) || end_ == i) {
        ++i;
        continue;
      }
      phrase.words = {items_[i].word, items_[end_ - 1].word + 1};
      if (phrase.from && published_ && days_from_epoch(*phrase.from) > days_from_epoch(*published_))
        phrase.ahead = true;
      if (found_.empty() || found_.back().words.end <= phrase.words.begin) found_.push_back(std::move(phrase));
      i = end_;
    }
    return std::move(found_);
  }

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
  std::optional<int> month(std::size_t i) const {
    if (!has(i)) return std::nullopt;
    if (among(items_[i].lower, {"may", "march", "mar", "dec", "sept", "sep", "jun", "jul"}) && !items_[i].capital &&
        !(is_day_number(i + 1) || is_year(i + 1) || (i > 0 && is_day_number(i - 1)) ||
          any(i - 1, {"of", "last", "in", "next", "this", "early", "late"}))) {
      return std::nullopt;
    }
    return month_named(items_[i].lower);
  }
  std::optional<int> weekday_at(std::size_t i) const {
    if (!has(i)) return std::nullopt;
    // "sun", "sat", "wed" are words besides
    if (among(items_[i].lower, {"sun", "sat", "wed", "mon"}) &&
        (!items_[i].capital || !(is(i + 1, ",") || month(i + 1) || is(i + 1, "."))))
      return std::nullopt;
    return weekday_named(items_[i].lower);
  }
  std::size_t skip(std::size_t i, std::initializer_list<std::string_view> words) const {
    return any(i, words) ? i + 1 : i;
  }

  void set(DatePhrase& phrase, std::size_t end, Date from, Date to, const char* basis) {
    phrase.from = from;
    phrase.to = to;
    phrase.basis = basis;
    end_ = end;
  }
  void unknown(DatePhrase& phrase, std::size_t end, const char* basis) {
    phrase.basis = basis;
    end_ = end;
  }

  bool read_at(std::size_t i, DatePhrase& phrase) {
    return span(i, phrase) || explicit_day(i, phrase) || weekday_phrase(i, phrase) || named_day(i, phrase) ||
           counted(i, phrase) || period(i, phrase) || month_alone(i, phrase) || year_alone(i, phrase) ||
           holiday_at(i, phrase) || to_other_day(i, phrase);
  }

  // A year for a day without one: that of the latest such day not after publication.
  std::optional<Date> with_year(int of_month, int day) const {
    if (!published_) return std::nullopt;
    for (int year = published_->year; year > published_->year - 8; --year) {
      if (!is_day(year, of_month, day)) continue;
      if (days_from_epoch(make(year, of_month, day)) <= days_from_epoch(*published_)) return make(year, of_month, day);
    }
    return std::nullopt;
  }

  static int full_year(int two) { return two < 50 ? 2000 + two : 1900 + two; }

  // Month, day and perhaps a year, in any of the written orders; `end` behind it. False where none stands at `i`.
  struct Day {
    int month = 0;
    int day = 0;
    int year = 0;
    std::size_t end = 0;
  };
  bool day_at(std::size_t i, Day& day) const {
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

  void year_behind(Day& day) const {
    const std::size_t next = skip(day.end, {",", "-", "/"});
    if (is_year(next)) {
      day.year = number(next);
      day.end = next + 1;
    } else if (next < items_.size() && is(next, "of") && is_year(next + 1)) {
      day.year = number(next + 1);
      day.end = next + 2;
    }
  }

  // 2016-11-07, 11/7/2016, 7.11.2016, 4/22
  bool numeric(std::size_t i, Day& day) const {
    if (!has(i + 2) || items_[i].digits == 0) return false;
    const std::string& mark = items_[i + 1].lower;
    if (mark != "-" && mark != "/" && mark != ".") return false;
    if (items_[i].word != items_[i + 2].word) return false;
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

  bool resolved(const Day& day, std::optional<Date>& date) const {
    if (day.year != 0) {
      if (!is_day(day.year, day.month, day.day)) return false;
      date = make(day.year, day.month, day.day);
      return true;
    }
    if (!is_day(2000, day.month, day.day)) return false;
    date = with_year(day.month, day.day);
    return true;
  }

  bool explicit_day(std::size_t i, DatePhrase& phrase) {
    Day day;
    if (!day_at(i, day)) return false;
    std::optional<Date> date;
    if (!resolved(day, date)) return false;
    // "March 11-13", "March 11 to 13": a span within the month
    std::size_t at = day.end;
    if (any(at, {"-", "\xe2\x80\x93", "to", "through", "until", "and"}) && is_day_number(at + 1) &&
        number(at + 1) > day.day && day.year == 0 && !month(at + 2) && !is(at, "and")) {
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
          phrase.from = make(to->year, day.month, day.day);
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

  // "from X to Y", "between X and Y", "X through Y" over days, months and years; "from 4 to 22 January".
  bool span(std::size_t i, DatePhrase& phrase) {
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
        set(phrase, behind + 2, make(in.year, in.month, number(at)), make(in.year, in.month, number(second)), "span");
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
        if (to && is_day(to->year, *named, number(at))) phrase.from = make(to->year, *named, number(at));
        if (!phrase.from) phrase.to.reset();
        return true;
      }
    }
    if (!opened) return false;
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
    phrase.from = first.from;
    phrase.to = last.to;
    if (phrase.from && phrase.to && days_from_epoch(*phrase.from) > days_from_epoch(*phrase.to)) {
      if (phrase.from->month != 0 && phrase.to->month != 0 && phrase.from->day != 0)
        phrase.from->year = phrase.to->year;
      if (days_from_epoch(*phrase.from) > days_from_epoch(*phrase.to))
        phrase.from->year = static_cast<std::int16_t>(phrase.from->year - 1);
    }
    if (!phrase.from || !phrase.to) phrase.from = phrase.to = std::nullopt;
    return true;
  }

  static Date month_first(Date date) { return make(date.year, date.month, 1); }

  // "Wednesday", "last Sunday", "Friday of next week", "the first Friday of July", "Friday the 15th"
  bool weekday_phrase(std::size_t i, DatePhrase& phrase) {
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
              of = make(number(end), *named, 1);
              ++end;
            } else if (published_) {
              of = make(published_->year - (*named > published_->month ? 1 : 0), *named, 1);
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
          if (is_day(in.year, in.month, number(end + 1)) && weekday(make(in.year, in.month, number(end + 1))) == *day &&
              (back >= 1 || days_from_epoch(make(in.year, in.month, number(end + 1))) <= days_from_epoch(*published_) ||
               back == 0)) {
            const Date found = make(in.year, in.month, number(end + 1));
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

  // today, yesterday, tomorrow and what is counted from them
  bool named_day(std::size_t i, DatePhrase& phrase) {
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

  // "two days ago", "3 weeks before", "a year ago", "two weeks from tomorrow"; also 1 month 21 days ago.
  bool counted(std::size_t i, DatePhrase& phrase) {
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
      if (months != 0) phrase.days_apart = 0;
      sign = is(at, "later") ? 1 : -1;
      end = at + 1;
      if (months != 0) {
        unknown(phrase, end, "counted");
        return true;
      }
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
    if (finest == 4) found = year_of(found.year);
    if (finest == 3) found = month_of(found.year, found.month);
    set(phrase, end, found, found, "counted");
    return true;
  }

  // "last week", "this month", "earlier this year", "over the weekend", "this spring", "the week of May 4"
  bool period(std::size_t i, DatePhrase& phrase) {
    std::size_t at = i;
    int half = 0;  // -1 earlier, 1 later
    if (any(at, {"earlier", "later", "late", "early"})) {
      half = any(at, {"earlier", "early"}) ? -1 : 1;
      at = skip(at + 1, {"in"});
    }
    const std::size_t before_article = at;
    at = skip(at, {"the"});
    Way way = has(at) ? way_of(items_[at].lower) : Way::none;
    if (way != Way::none) ++at;
    if (is(at, "week") && any(at + 1, {"of", "beginning", "starting", "commencing"})) {
      const std::size_t where = skip(at + 2, {"on"});
      DatePhrase day;
      if (explicit_day(where, day)) {
        phrase.basis = "week";
        if (day.from) {
          phrase.from = week_of(*day.from).from;
          phrase.to = week_of(*day.from).to;
        }
        return true;
      }
      end_ = i;
    }
    if (way == Way::none) {
      if (is(at, "weekend") && i > 0 && (any(i - 1, {"over", "during", "on", "at"}) && at > before_article)) {
        way = Way::last;
        if (!published_) {
          unknown(phrase, at + 1, "weekend");
          return true;
        }
        weekend(phrase, at + 1, Way::current);
        return true;
      }
      if (half == 0) return season(i, phrase);
      if (at > before_article && any(at, {"week", "month", "year"})) way = Way::current;
      if (way == Way::none) return season(i, phrase);
    }
    int count = 1;
    bool counted_units = false;
    if (number(at) > 0 && !items_[at].ordinal && number(at) < 1000) {
      count = number(at);
      counted_units = true;
      ++at;
    }
    if (!has(at)) return false;
    const std::string& unit = items_[at].lower;
    if (!among(unit, {"day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "quarter",
                      "decade", "decades"})) {
      if (const auto named = month(at); named && !counted_units) {
        if (!published_) {
          unknown(phrase, at + 1, "month");
          return true;
        }
        int year = published_->year;
        if (way == Way::last && *named >= published_->month) --year;
        if (way == Way::next && *named <= published_->month) ++year;
        if (is_day_number(at + 1)) return false;
        set(phrase, at + 1, month_of(year, *named), month_of(year, *named), "month");
        return true;
      }
      return way != Way::none && !counted_units && season(i, phrase);
    }
    if (is(i + 1, "the") || half != 0) {
    }
    const std::size_t end = at + 1;
    if (any(i, {"that", "same"}) || (i + 1 < at && any(at - 1, {"same", "that", "following", "previous"}))) {
      if (among(unit, {"day"})) {
        phrase.to_other_day = true;
        phrase.days_apart = any(at - 1, {"following"}) ? 1 : any(at - 1, {"previous"}) ? -1 : 0;
      }
      unknown(phrase, end, "other-day");
      phrase.to_other_day = phrase.to_other_day || unit != "day";
      if (unit != "day") phrase.days_apart = 0;
      return unit == "day";
    }
    if (!published_) {
      unknown(phrase, end,
              unit.starts_with("week")    ? "week"
              : unit.starts_with("month") ? "month"
              : unit.starts_with("year")  ? "year"
                                          : "period");
      return true;
    }
    const Date day = *published_;
    if (unit == "day" || unit == "days") {
      if (way == Way::current) return false;
      if (!counted_units) {
        // "the next day" tells of another day; "the last day" hardly a date
        if (way == Way::next) {
          phrase.to_other_day = true;
          phrase.days_apart = 1;
          unknown(phrase, end, "other-day");
          return true;
        }
        return false;
      }
      if (way == Way::last) set(phrase, end, add_days(day, -count), day, "span");
      if (way == Way::next) set(phrase, end, add_days(day, 1), add_days(day, count), "span");
      return true;
    }
    if (unit == "week" || unit == "weeks") {
      if (counted_units) {
        if (way == Way::last) set(phrase, end, add_days(day, -7 * count), day, "span");
        if (way == Way::next) set(phrase, end, add_days(day, 1), add_days(day, 7 * count), "span");
        return way != Way::current;
      }
      DaySpan week = week_of(add_days(day, way == Way::last ? -7 : way == Way::next ? 7 : 0));
      if (way == Way::current && half <= 0) week.to = half < 0 ? day : week.to;
      if (way == Way::current && half > 0) week.from = day;
      set(phrase, end, week.from, week.to, "week");
      return true;
    }
    if (unit == "weekend") {
      weekend(phrase, end, way);
      return true;
    }
    if (unit == "month" || unit == "months") {
      if (counted_units) {
        if (way == Way::last) set(phrase, end, add_months(day, -count), day, "span");
        if (way == Way::next) set(phrase, end, add_days(day, 1), add_months(day, count), "span");
        return way != Way::current;
      }
      const Date of = add_months(month_first(day), way == Way::last ? -1 : way == Way::next ? 1 : 0);
      set(phrase, end, month_of(of.year, of.month), month_of(of.year, of.month), "month");
      return true;
    }
    if (unit == "year" || unit == "years") {
      if (counted_units) {
        if (way == Way::last) set(phrase, end, add_months(day, -12 * count), day, "span");
        if (way == Way::next) set(phrase, end, add_days(day, 1), add_months(day, 12 * count), "span");
        return way != Way::current;
      }
      const int of = day.year + (way == Way::last ? -1 : way == Way::next ? 1 : 0);
      set(phrase, end, year_of(of), year_of(of), "year");
      return true;
    }
    if (unit == "quarter") {
      const int quarter = (day.year * 4 + (day.month - 1) / 3) + (way == Way::last ? -1 : way == Way::next ? 1 : 0);
      set(phrase, end, month_of(quarter / 4, quarter % 4 * 3 + 1), month_of(quarter / 4, quarter % 4 * 3 + 3),
          "quarter");
      return true;
    }
    const int decade = day.year / 10 * 10;
    const int first = way == Way::last ? decade - 10 * count : way == Way::next ? decade + 10 : decade;
    const int last = way == Way::last ? decade - 1 : way == Way::next ? decade + 10 * count + 9 : decade + 9;
    set(phrase, end, year_of(first), year_of(last), "decade");
    return true;
  }

  void weekend(DatePhrase& phrase, std::size_t end, Way way) {
    const Date day = *published_;
    Date saturday = add_days(week_of(day).from, 5);
    if (way == Way::last) saturday = add_days(saturday, -7);
    if (way == Way::next) saturday = add_days(saturday, 7);
    // "this weekend", "over the weekend" in a report of Monday to Thursday: the one that is over
    if (way == Way::current && weekday(day) < 4) saturday = add_days(saturday, -7);
    set(phrase, end, saturday, add_days(saturday, 1), "weekend");
  }

  // "last spring", "in the summer of 2015": the year, as weathers begin when they like
  bool season(std::size_t i, DatePhrase& phrase) {
    std::size_t at = skip(i, {"the"});
    const Way way = has(at) ? way_of(items_[at].lower) : Way::none;
    if (way != Way::none) ++at;
    if (!any(at, {"spring", "summer", "autumn", "fall", "winter"})) return false;
    const std::size_t year_at = skip(skip(at + 1, {"of"}), {","});
    if (is_year(year_at)) {
      set(phrase, year_at + 1, year_of(number(year_at)), year_of(number(year_at)), "season");
      return true;
    }
    if (way == Way::none && !(i > 0 && any(i - 1, {"in", "since", "during"}) && at > i)) return false;
    if (!published_) {
      unknown(phrase, at + 1, "season");
      return true;
    }
    const int begins = is(at, "spring") ? 3 : is(at, "summer") ? 6 : is(at, "winter") ? 12 : 9;
    int year = published_->year;
    if ((way == Way::last || way == Way::none) && begins > published_->month) --year;
    if (way == Way::last && begins + 2 >= published_->month && begins <= published_->month) --year;
    if (way == Way::next && begins <= published_->month) ++year;
    set(phrase, at + 1, year_of(year), year_of(year), "season");
    return true;
  }

  bool month_alone(std::size_t i, DatePhrase& phrase) {
    std::size_t at = i;
    if (any(at, {"early", "late", "mid"}) && (month(at + 1) || (is(at + 1, "-") && month(at + 2))))
      at += is(at + 1, "-") ? 2 : 1;
    if (is_year(at) && (month(at + 1) || (is(at + 1, ",") && month(at + 2)))) {  // "2016 June"
      const std::size_t named_at = month(at + 1) ? at + 1 : at + 2;
      if (!is_day_number(named_at + 1)) {
        set(phrase, named_at + 1, month_of(number(at), *month(named_at)), month_of(number(at), *month(named_at)),
            "month");
        return true;
      }
    }
    const auto named = month(at);
    if (!named) {
      // 2016-11, 11/2016
      if (is_year(i) && any(i + 1, {"-", "/"}) && has(i + 2) && items_[i + 2].digits > 0 && items_[i + 2].digits <= 2 &&
          number(i + 2) >= 1 && number(i + 2) <= 12 && !any(i + 3, {"-", "/"}) &&
          items_[i].word == items_[i + 2].word) {
        set(phrase, i + 3, month_of(number(i), number(i + 2)), month_of(number(i), number(i + 2)), "month");
        return true;
      }
      if (has(i) && items_[i].digits > 0 && items_[i].digits <= 2 && number(i) >= 1 && number(i) <= 12 &&
          any(i + 1, {"-", "/"}) && is_year(i + 2) && items_[i].word == items_[i + 2].word) {
        set(phrase, i + 3, month_of(number(i + 2), number(i)), month_of(number(i + 2), number(i)), "month");
        return true;
      }
      return false;
    }
    const std::string& word = items_[at].lower;
    std::size_t end = skip(at + 1, {"."});
    if (end == at + 2 && word.size() > 4) end = at + 1;
    const std::size_t year_at = skip(skip(end, {","}), {"of"});
    if (is_year(year_at)) {
      set(phrase, year_at + 1, month_of(number(year_at), *named), month_of(number(year_at), *named), "month");
      return true;
    }
    // "May" and "March" begin sentences, "April" and "June" are names: without a preposition they are no dates
    const bool led = i > 0 && any(i - 1, {"in", "since", "until", "by", "during", "of", "from", "to", "through",
                                          "between", "and", "for", "this", "last", "back", "around"});
    if (!led && at == i && among(word, {"may", "march", "april", "june", "august", "mar", "jan"})) return false;
    if (!led && at == i && has(at + 1) && items_[at + 1].capital && !items_.empty()) return false;
    if (!published_) {
      unknown(phrase, end, "month");
      return true;
    }
    const int year = published_->year - (*named > published_->month ? 1 : 0);
    set(phrase, end, month_of(year, *named), month_of(year, *named), "month");
    return true;
  }

  bool year_alone(std::size_t i, DatePhrase& phrase, bool led = false) {
    // "the 1990s"
    if (has(i) && items_[i].lower.size() == 5 && items_[i].lower.back() == 's') {
      int decade = 0;
      for (std::size_t k = 0; k < 4; ++k) {
        if (items_[i].lower[k] < '0' || items_[i].lower[k] > '9') return false;
        decade = decade * 10 + (items_[i].lower[k] - '0');
      }
      if (decade < 1500 || decade > 2100 || decade % 10 != 0) return false;
      set(phrase, i + 1, year_of(decade), year_of(decade + 9), "decade");
      return true;
    }
    if (!is_year(i) || number(i) < 1700) return false;
    led = led || (i > 0 && (any(i - 1, {"in", "since", "during", "by", "early", "late", "mid", "until", "from", "to",
                                        "of", "before", "after", "around", "year", "and"}) ||
                            (is(i - 1, "-") && i > 1 && is(i - 2, "mid"))));
    if (!led || any(i + 1, {"percent", "%", "people", "votes", "voters", "dollars", "miles", "presidential", "race",
                            "election", "campaign", "primary", "delegates", "general"}))
      return false;
    set(phrase, i + 1, year_of(number(i)), year_of(number(i)), "year");
    return true;
  }

  bool holiday_at(std::size_t i, DatePhrase& phrase) {
    if (!has(i) || !items_[i].capital) return false;
    std::string name;
    std::size_t best = 0;
    std::optional<Date> found;
    for (std::size_t words = 1; words <= 4 && has(i + words - 1); ++words) {
      name += (words > 1 ? " " : "") + items_[i + words - 1].lower;
      for (const std::string& tried : {name, name + "'s"}) {
        const int year = is_year(i + words) ? number(i + words) : published_ ? published_->year : 0;
        if (year == 0) continue;
        if (auto day = holiday(tried, year)) {
          if (!is_year(i + words) && days_from_epoch(*day) > days_from_epoch(*published_))
            day = holiday(tried, year - 1);
          found = day;
          best = words + (is_year(i + words) ? 1 : 0);
        }
      }
    }
    if (!found) return false;
    set(phrase, i + best, *found, *found, "holiday");
    return true;
  }

  // "the next day", "the same day", "the day before", "a day earlier" (counted)
  bool to_other_day(std::size_t i, DatePhrase& phrase) {
    if (is(i, "the") && any(i + 1, {"next", "following", "same", "previous"}) && is(i + 2, "day")) {
      phrase.to_other_day = true;
      phrase.days_apart = any(i + 1, {"next", "following"}) ? 1 : is(i + 1, "same") ? 0 : -1;
      unknown(phrase, i + 3, "other-day");
      return true;
    }
    if (is(i, "the") && is(i + 1, "day") && any(i + 2, {"before", "after"}) &&
        (!has(i + 3) || among(items_[i + 3].lower, {",", ".", "that", ";"}))) {
      phrase.to_other_day = true;
      phrase.days_apart = is(i + 2, "before") ? -1 : 1;
      unknown(phrase, i + 3, "other-day");
      return true;
    }
    return false;
  }

  std::vector<DateItem> items_;
  std::optional<Date> published_;
  std::vector<DatePhrase> found_;
  std::size_t end_ = 0;  // behind the phrase that was read last
};

}  // namespace

std::vector<DatePhrase> find_dates(const Reading& reading, Range words, std::optional<Date> published) {
  return Finder(reading, words, published).run();
}

}  // namespace onrecord::resolving
