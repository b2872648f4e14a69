// Which items a date phrase may begin with: nearly all begin none, and are not read for nineteen kinds of phrases.
// Whoever adds a kind of phrase adds its first words here.
#include "resolve/calendar.h"
#include "resolve/date_reader.h"
#include "text/text.h"

namespace onrecord::resolving {

namespace {

// Words that a phrase may begin with whatever stands behind them.
constexpr WordSet openers{
    "from",     "between",  "less",    "w",       "end",     "beginning", "start",    "middle",    "early",
    "late",     "mid",      "earlier", "later",   "today",   "tonight",   "now",      "yesterday", "tomorrow",
    "tmrw",     "tmr",      "within",  "few",     "several", "q",         "h",        "rest",      "week",
    "weekend",  "month",    "year",    "spring",  "summer",  "autumn",    "fall",     "winter",    "noughties",
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",  "tens"};
constexpr WordSet ways{"last", "past", "previous", "this",     "current",  "same",
                       "that", "next", "coming",   "upcoming", "following"};
// What stands behind one of these, or behind an article.
constexpr WordSet units{"day",     "days",   "week",    "weeks", "weekend", "month",   "months",    "year", "years",
                        "quarter", "decade", "decades", "night", "evening", "morning", "afternoon", "few",  "couple"};
constexpr WordSet days_and_months{"mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar",
                                  "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool tells_number(const DateItem& item) {
  if (item.number >= 0 || item.lower.empty()) return item.number >= 0;
  const char first = item.lower.front();
  return (first >= '0' && first <= '9') || first == '\'';
}

// All names of weekdays and months, long or short, begin so.
bool may_name_day(std::string_view word) { return word.size() >= 3 && days_and_months.contains(word.substr(0, 3)); }

}  // namespace

bool DateReader::may_begin(std::size_t i) const {
  const DateItem& here = items_[i];
  if (tells_number(here) || may_name_day(here.lower) || openers.contains(here.lower)) return true;
  if (here.capital && begins_holiday(here.lower)) return true;
  const bool the = here.lower == "the";
  const bool way = !the && ways.contains(here.lower);
  if (!the && !way && !any(i, {"in", "a", "an", "for"})) return false;
  if (!has(i + 1)) return false;
  const DateItem& next = items_[i + 1];
  if (tells_number(next) || may_name_day(next.lower) || units.contains(next.lower) || openers.contains(next.lower))
    return true;
  return the ? ways.contains(next.lower) : !way && any(i + 1, {"a", "an"});
}

}  // namespace onrecord::resolving
