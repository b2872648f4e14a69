// Parts of years and months: quarters and halves, the nth week, decades and centuries; and spans between what is
// written without "from".
#include "resolve/date_reader.h"

namespace onrecord::resolving {

namespace {

struct DecadeWord {
  std::string_view word;
  int year;  // within its century
};
constexpr DecadeWord decade_words[] = {{"twenties", 20}, {"thirties", 30}, {"forties", 40},
                                       {"fifties", 50},  {"sixties", 60},  {"seventies", 70},
                                       {"eighties", 80}, {"nineties", 90}, {"tens", 10}};

}  // namespace

// "2016", "of 2016", "this year"; nothing where no year stands at `i`.
std::optional<int> DateReader::written_year(std::size_t i, std::size_t& end) const {
  const std::size_t at = skip(skip(i, {"of", "in", ","}), {"the"});
  if (is_year(at)) {
    end = at + 1;
    return number(at);
  }
  const Way way = has(at) ? way_of(items_[at].lower) : Way::none;
  if (way == Way::none || !is(at + 1, "year") || !published_) return std::nullopt;
  end = at + 2;
  return published_->year + (way == Way::last ? -1 : way == Way::next ? 1 : 0);
}

// "the third quarter of 2016", "Q3", "2016 Q3", "H1 2016"
bool DateReader::quarter(std::size_t i, DatePhrase& phrase) {
  std::size_t at = i;
  std::optional<int> year;
  if (is_year(at)) {
    year = number(at);
    ++at;
  }
  at = skip(at, {"the"});
  int part = 0;
  int length = 3;
  bool letter = false;
  if (any(at, {"q", "h"}) && has(at + 1) && items_[at + 1].digits == 1 && items_[at + 1].word == items_[at].word) {
    part = number(at + 1);
    length = is(at, "q") ? 3 : 6;
    letter = is(at, "q");
  } else if (has(at) && items_[at].ordinal && any(at + 1, {"quarter", "half"})) {
    part = number(at);
    length = is(at + 1, "quarter") ? 3 : 6;
  }
  if (part < 1 || part > 12 / length) return false;
  std::size_t end = at + 2;
  if (!year) year = written_year(end, end);
  const int begins = (part - 1) * length + 1;
  if (!year && letter && published_) year = published_->year - (begins > published_->month ? 1 : 0);
  if (!year) return false;
  set(phrase, end, month_date(*year, begins), month_date(*year, begins + length - 1), "quarter");
  return true;
}

// "the first week of October", "the last week of 2015": weeks from Monday that have most of their days in it.
bool DateReader::nth_week(std::size_t i, DatePhrase& phrase) {
  const std::size_t at = skip(i, {"the"});
  const bool last = is(at, "last");
  if (!has(at) || !(last || (items_[at].ordinal && number(at) <= 5)) || !is(at + 1, "week")) return false;
  std::size_t end = at + 2;
  Date first;
  Date close;
  if (const auto year = written_year(end, end)) {
    first = day_date(*year, 1, 1);
    close = day_date(*year, 12, 31);
  } else {
    const std::size_t of = skip(skip(at + 2, {"of", "in"}), {"the"});
    if (of == at + 2) return false;
    const Way way = has(of) ? way_of(items_[of].lower) : Way::none;
    if (const auto named = month(of)) {
      end = of + 1;
      std::optional<int> in = written_year(end, end);
      if (!in && !published_) return false;
      if (!in) in = published_->year - (*named > published_->month ? 1 : 0);
      first = day_date(*in, *named, 1);
    } else if (way != Way::none && is(of + 1, "month") && published_) {
      first = add_months(month_first(*published_), way == Way::last ? -1 : way == Way::next ? 1 : 0);
      end = of + 2;
    } else {
      return false;
    }
    close = day_date(first.year, first.month, days_in_month(first.year, first.month));
  }
  const Date in_week = last ? add_days(close, -3) : add_days(first, 3 + 7 * (number(at) - 1));
  const DaySpan week = week_of(in_week);
  set(phrase, end, week.from, week.to, "week");
  return true;
}

// "the rest of the week": from the report on
bool DateReader::rest(std::size_t i, DatePhrase& phrase) {
  if (!is(i, "rest") || !published_) return false;
  const std::size_t at = skip(skip(i + 1, {"of"}), {"the", "this"});
  if (at == i + 1) return false;
  Date to = *published_;
  if (is(at, "week"))
    to = week_of(to).to;
  else if (is(at, "month"))
    to = day_date(to.year, to.month, days_in_month(to.year, to.month));
  else if (is(at, "year"))
    to = day_date(to.year, 12, 31);
  else
    return false;
  set(phrase, at + 1, *published_, to, "span");
  return true;
}

// "the 1990s", "the '40s", "the nineteen seventies", "the 15th century"
bool DateReader::decade(std::size_t i, DatePhrase& phrase) {
  if (!has(i)) return false;
  if (items_[i].ordinal && is(i + 1, "century") && number(i) >= 2) {
    const int first = (number(i) - 1) * 100;
    set(phrase, i + 2, year_date(first), year_date(first + 99), "century");
    return true;
  }
  const auto found = [&](int year, std::size_t end) {
    set(phrase, end, year_date(year), year_date(year + 9), "decade");
    return true;
  };
  const std::string& word = items_[i].lower;
  const bool led = i > 0 && any(i - 1, {"the", "in", "early", "late", "mid", "'", "-", "\xe2\x80\x99", "\xe2\x80\x98"});
  // figures with "s" behind them
  std::size_t figures = 0;
  int value = 0;
  const std::size_t first = word.starts_with('\'') ? 1 : 0;
  for (std::size_t k = first; k < word.size() && figures < 5 && word[k] >= '0' && word[k] <= '9'; ++k, ++figures)
    value = value * 10 + (word[k] - '0');
  const bool all = figures > 0 && first + figures == word.size();
  const bool apart = all && any(i + 1, {"'s", "\xe2\x80\x99s"});
  const bool closed = (first + figures + 1 == word.size() && word.back() == 's') || apart;
  const std::size_t end = i + (apart ? 2 : 1);
  if (closed && value % 10 == 0 && figures == 4 && value >= 1500 && value <= 2100) return found(value, end);
  if (closed && value % 10 == 0 && figures == 2 && value >= 20 && led) return found(1900 + value, end);
  if (word == "noughties" && led) return found(2000, i + 1);
  const bool century = any(i, {"nineteen", "eighteen", "twenty"});
  const std::size_t at = century ? skip(i + 1, {"-"}) : i;
  for (const DecadeWord& each : decade_words) {
    if (!is(at, each.word) || (!century && (!led || each.year == 10))) continue;
    return found((century ? number(i) * 100 : 1900) + each.year, at + 1);
  }
  return false;
}

// "Oct. 2 to October 22", "2014-2018", "2014 through 2018": no "from" stands before them.
bool DateReader::open_span(std::size_t i, DatePhrase& phrase) {
  if (is_year(i) && any(i + 1, {"-", "\xe2\x80\x93", "through"}) && is_year(i + 2) && number(i) < number(i + 2) &&
      number(i) >= 1700 && !any(i + 3, {"-", "/"})) {
    set(phrase, i + 3, year_date(number(i)), year_date(number(i + 2)), "span");
    return true;
  }
  Day first;
  Day last;
  if (!day_at(i, first) || !any(first.end, {"to", "until", "till", "through", "-", "\xe2\x80\x93"}) ||
      !day_at(first.end + 1, last))
    return false;
  std::optional<Date> from;
  std::optional<Date> to;
  if (last.year != 0 && first.year == 0) first.year = last.year;
  if (!resolved(first, from) || !resolved(last, to) || !from || !to) return false;
  if (days_from_epoch(*from) > days_from_epoch(*to) && last.year == 0) ++to->year;
  if (days_from_epoch(*from) > days_from_epoch(*to)) return false;
  set(phrase, last.end, *from, *to, "span");
  return true;
}

}  // namespace onrecord::resolving
