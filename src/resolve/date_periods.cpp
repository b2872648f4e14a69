// Weeks, months, seasons and years, holidays, and days told relative to another one.
#include "resolve/date_reader.h"

namespace onrecord::resolving {

std::optional<int> DateReader::month(std::size_t i) const {
  if (!has(i)) return std::nullopt;
  if (among(items_[i].lower, {"may", "march", "mar", "dec", "sept", "sep", "jun", "jul"}) && !items_[i].capital &&
      !(is_day_number(i + 1) || is_year(i + 1) || (i > 0 && is_day_number(i - 1)) ||
        any(i - 1, {"of", "last", "in", "next", "this", "early", "late"}))) {
    return std::nullopt;
  }
  return month_named(items_[i].lower);
}

std::optional<int> DateReader::weekday_at(std::size_t i) const {
  if (!has(i)) return std::nullopt;
  // "sun", "sat", "wed" are words besides
  if (among(items_[i].lower, {"sun", "sat", "wed", "mon"}) &&
      (!items_[i].capital || !(is(i + 1, ",") || month(i + 1) || is(i + 1, "."))))
    return std::nullopt;
  return weekday_named(items_[i].lower);
}

void DateReader::set(DatePhrase& phrase, std::size_t end, Date from, Date to, const char* basis) {
  phrase.from = from;
  phrase.to = to;
  phrase.basis = basis;
  end_ = end;
}

bool DateReader::period(std::size_t i, DatePhrase& phrase) {
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
  if (way == Way::none && after_next(at, phrase)) return true;
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
  if (!among(unit, {"day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "quarter", "decade",
                    "decades"})) {
    if (const auto named = month(at); named && !counted_units) {
      if (!published_) {
        unknown(phrase, at + 1, "month");
        return true;
      }
      int year = published_->year;
      if (way == Way::last && *named >= published_->month) --year;
      if (way == Way::next && *named <= published_->month) ++year;
      if (is_day_number(at + 1)) return false;
      set(phrase, at + 1, month_date(year, *named), month_date(year, *named), "month");
      return true;
    }
    return way != Way::none && !counted_units && season(i, phrase);
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
    // On a Sunday the week that just ended: of 24 in the annotated articles 18 mean it, 2 the one before.
    if (way == Way::last && weekday(day) == 6) week = {add_days(day, -6), add_days(day, -1)};
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
    set(phrase, end, month_date(of.year, of.month), month_date(of.year, of.month), "month");
    return true;
  }
  if (unit == "year" || unit == "years") {
    if (counted_units) {
      if (way == Way::last) set(phrase, end, add_months(day, -12 * count), day, "span");
      if (way == Way::next) set(phrase, end, add_days(day, 1), add_months(day, 12 * count), "span");
      return way != Way::current;
    }
    const int of = day.year + (way == Way::last ? -1 : way == Way::next ? 1 : 0);
    set(phrase, end, year_date(of), year_date(of), "year");
    return true;
  }
  if (unit == "quarter") {
    const int quarter = (day.year * 4 + (day.month - 1) / 3) + (way == Way::last ? -1 : way == Way::next ? 1 : 0);
    set(phrase, end, month_date(quarter / 4, quarter % 4 * 3 + 1), month_date(quarter / 4, quarter % 4 * 3 + 3),
        "quarter");
    return true;
  }
  const int decade = day.year / 10 * 10;
  const int first = way == Way::last ? decade - 10 * count : way == Way::next ? decade + 10 : decade;
  const int last = way == Way::last ? decade - 1 : way == Way::next ? decade + 10 * count + 9 : decade + 9;
  set(phrase, end, year_date(first), year_date(last), "decade");
  return true;
}

// "the week after next"
bool DateReader::after_next(std::size_t i, DatePhrase& phrase) {
  const std::size_t next = skip(i + 2, {"the"});
  if (!published_ || !any(i, {"week", "weekend", "month", "year"}) || !is(i + 1, "after") || !is(next, "next"))
    return false;
  const Date day = *published_;
  const DaySpan week = week_of(add_days(day, 14));
  const Date in = add_months(month_first(day), 2);
  if (is(i, "week")) set(phrase, next + 1, week.from, week.to, "week");
  if (is(i, "weekend")) set(phrase, next + 1, add_days(week.from, 5), week.to, "weekend");
  if (is(i, "month")) set(phrase, next + 1, month_date(in.year, in.month), month_date(in.year, in.month), "month");
  if (is(i, "year")) set(phrase, next + 1, year_date(day.year + 2), year_date(day.year + 2), "year");
  return true;
}

void DateReader::weekend(DatePhrase& phrase, std::size_t end, Way way) {
  const Date day = *published_;
  Date saturday = add_days(week_of(day).from, 5);
  if (way == Way::last) saturday = add_days(saturday, -7);
  if (way == Way::next) saturday = add_days(saturday, 7);
  // "this weekend", "over the weekend" in a report of Monday to Thursday: the one that is over
  if (way == Way::current && weekday(day) < 4) saturday = add_days(saturday, -7);
  set(phrase, end, saturday, add_days(saturday, 1), "weekend");
}

bool DateReader::season(std::size_t i, DatePhrase& phrase) {
  std::size_t at = skip(i, {"the"});
  const Way way = has(at) ? way_of(items_[at].lower) : Way::none;
  if (way != Way::none) ++at;
  if (!any(at, {"spring", "summer", "autumn", "fall", "winter"})) return false;
  const std::size_t year_at = skip(skip(at + 1, {"of"}), {","});
  if (is_year(year_at)) {
    set(phrase, year_at + 1, year_date(number(year_at)), year_date(number(year_at)), "season");
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
  set(phrase, at + 1, year_date(year), year_date(year), "season");
  return true;
}

bool DateReader::month_alone(std::size_t i, DatePhrase& phrase) {
  std::size_t at = i;
  if (any(at, {"early", "late", "mid"}) && (month(at + 1) || (is(at + 1, "-") && month(at + 2))))
    at += is(at + 1, "-") ? 2 : 1;
  if (is_year(at) && (month(at + 1) || (is(at + 1, ",") && month(at + 2)))) {  // "2016 June"
    const std::size_t named_at = month(at + 1) ? at + 1 : at + 2;
    if (!is_day_number(named_at + 1)) {
      set(phrase, named_at + 1, month_date(number(at), *month(named_at)), month_date(number(at), *month(named_at)),
          "month");
      return true;
    }
  }
  const auto named = month(at);
  if (!named) {
    // 2016-11, 11/2016
    if (is_year(i) && any(i + 1, {"-", "/", "."}) && has(i + 2) && items_[i + 2].digits > 0 &&
        items_[i + 2].digits <= 2 && number(i + 2) >= 1 && number(i + 2) <= 12 && !any(i + 3, {"-", "/", "."}) &&
        !items_[i + 2].ordinal && (!is(i + 1, ".") || items_[i].word == items_[i + 2].word)) {
      set(phrase, i + 3, month_date(number(i), number(i + 2)), month_date(number(i), number(i + 2)), "month");
      return true;
    }
    if (has(i) && items_[i].digits > 0 && items_[i].digits <= 2 && number(i) >= 1 && number(i) <= 12 &&
        any(i + 1, {"-", "/"}) && is_year(i + 2) && !any(i + 3, {"-", "/"})) {
      set(phrase, i + 3, month_date(number(i + 2), number(i)), month_date(number(i + 2), number(i)), "month");
      return true;
    }
    return false;
  }
  const std::string& word = items_[at].lower;
  std::size_t end = skip(at + 1, {"."});
  if (end == at + 2 && word.size() > 4) end = at + 1;
  const std::size_t year_at = skip(skip(end, {","}), {"of"});
  if (is_year(year_at)) {
    set(phrase, year_at + 1, month_date(number(year_at), *named), month_date(number(year_at), *named), "month");
    return true;
  }
  std::size_t behind = end;
  if (const auto of_year = published_ ? written_year(end, behind) : std::nullopt) {  // "June next year"
    set(phrase, behind, month_date(*of_year, *named), month_date(*of_year, *named), "month");
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
  set(phrase, end, month_date(year, *named), month_date(year, *named), "month");
  return true;
}

bool DateReader::year_alone(std::size_t i, DatePhrase& phrase, bool led) {
  // "year 247"
  if (i > 0 && is(i - 1, "year") && has(i) && items_[i].digits == 3 && !items_[i].ordinal) {
    set(phrase, i + 1, year_date(number(i)), year_date(number(i)), "year");
    return true;
  }
  if (!is_year(i) || number(i) < 1700) return false;
  led = led || (i > 0 && (any(i - 1, {"in", "since", "during", "by", "early", "late", "mid", "until", "from", "to",
                                      "of", "before", "after", "around", "year", "and"}) ||
                          (is(i - 1, "-") && i > 1 && is(i - 2, "mid"))));
  if (!led || any(i + 1, {"percent", "%", "people", "votes", "voters", "dollars", "miles", "presidential", "race",
                          "election", "campaign", "primary", "delegates", "general"}))
    return false;
  set(phrase, i + 1, year_date(number(i)), year_date(number(i)), "year");
  return true;
}

bool DateReader::holiday_at(std::size_t i, DatePhrase& phrase) {
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
        if (!is_year(i + words) && days_from_epoch(*day) > days_from_epoch(*published_)) day = holiday(tried, year - 1);
        found = day;
        best = words + (is_year(i + words) ? 1 : 0);
      }
    }
  }
  if (!found) return false;
  set(phrase, i + best, *found, *found, "holiday");
  return true;
}

bool DateReader::to_other_day(std::size_t i, DatePhrase& phrase) {
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

}  // namespace onrecord::resolving
