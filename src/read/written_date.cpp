#include "read/written_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "read/lines.h"
#include "read/read.h"
#include "text/text.h"

namespace onrecord {

namespace {

struct Piece {
  enum Kind { number, word } kind = word;
  std::string_view text;
  int value = 0;      // of a number
  char after = '\0';  // the byte behind it
};

// Numbers and words in a row; all else only parts them.
std::vector<Piece> pieces_of(std::string_view text) {
  constexpr std::size_t most = 64;  // a date stands at the front of whatever holds one
  std::vector<Piece> pieces;
  const auto is_letter = [](char c) {
    return is_ascii_upper(c) || is_ascii_lower(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  // Signs between the parts of a line ("·", "•", dashes), which are no letters.
  const auto sign = [&text](std::size_t i) {
    for (const std::string_view one : {"·", "•", "–", "—"}) {
      if (text.substr(i).starts_with(one)) return one.size();
    }
    return std::size_t{0};
  };
  for (std::size_t i = 0; i < text.size() && pieces.size() < most;) {
    const std::size_t begin = i;
    if (is_ascii_digit(text[i])) {
      while (i < text.size() && is_ascii_digit(text[i])) ++i;
      Piece piece{Piece::number, text.substr(begin, i - begin), -1, i < text.size() ? text[i] : '\0'};
      if (piece.text.size() <= 4) {
        piece.value = 0;
        for (const char c : piece.text) piece.value = piece.value * 10 + (c - '0');
      }
      pieces.push_back(piece);
      // "15th"
      const std::string_view rest = text.substr(i, 2);
      if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") i += 2;
    } else if (const std::size_t bytes = sign(i); bytes != 0) {
      i += bytes;
    } else if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i]) && sign(i) == 0) ++i;
      pieces.push_back({Piece::word, text.substr(begin, i - begin), 0, i < text.size() ? text[i] : '\0'});
    } else {
      ++i;
    }
  }
  return pieces;
}

std::optional<Date> make_day(int year, int month, int day) {
  if (year < earliest_year || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  return from_days(days_from_epoch(date)) == date ? std::optional(date) : std::nullopt;
}

bool is_year(const Piece& piece) { return piece.kind == Piece::number && piece.text.size() == 4; }
bool is_day(const Piece& piece) {
  return piece.kind == Piece::number && piece.text.size() <= 2 && piece.value >= 1 && piece.value <= 31;
}

// The three pieces from `i` as a day; `i` + 2 is inside.
std::optional<Date> day_at(const std::vector<Piece>& pieces, std::size_t i) {
  const Piece& a = pieces[i];
  const Piece& b = pieces[i + 1];
  const Piece& c = pieces[i + 2];
  if (a.kind == Piece::word && is_day(b) && is_year(c)) return make_day(c.value, month_number(a.text), b.value);
  if (is_day(a) && b.kind == Piece::word && is_year(c)) return make_day(c.value, month_number(b.text), a.value);
  if (a.kind != Piece::number || b.kind != Piece::number || c.kind != Piece::number) return std::nullopt;
  if (a.after != b.after || (a.after != '-' && a.after != '/' && a.after != '.')) return std::nullopt;
  if (is_year(a)) return make_day(a.value, b.value, c.value);
  if (!is_year(c) || !is_day(a) || !is_day(b)) return std::nullopt;
  if (a.after == '.' || a.value > 12 || a.value == b.value) return make_day(c.value, b.value, a.value);
  return b.value > 12 ? make_day(c.value, a.value, b.value) : std::nullopt;
}

// Words that may stand in a date line beside the date itself.
bool is_date_line_word(std::string_view word) {
  constexpr auto known = std::to_array<std::string_view>(
      {"published", "posted", "updated", "first",     "last",     "on",      "at",       "date",   "dated", "created",
       "modified",  "monday", "tuesday", "wednesday", "thursday", "friday",  "saturday", "sunday", "mon",   "tue",
       "tues",      "wed",    "thu",     "thur",      "thurs",    "fri",     "sat",      "sun",    "am",    "pm",
       "a",         "p",      "m",       "et",        "est",      "edt",     "gmt",      "utc",    "bst",   "cet",
       "pt",        "of",     "the",     "t",         "minute",   "minutes", "min",      "read",   "ago",   "hour",
       "hours",     "day",    "days",    "z",         "sast",     "aest",    "ist",      "jst",    "h",     "hr",
       "hrs",       "mins",   "edited",  "just",      "now"});
  constexpr std::size_t longest = 9;
  return word.size() <= longest && std::ranges::find(known, lower(word)) != known.end();
}

}  // namespace

int month_number(std::string_view word) {
  constexpr auto months =
      std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                       "september", "october", "november", "december"});
  if (word.size() < 3 || word.size() > 9) return 0;
  const std::string low = lower(word);
  for (std::size_t i = 0; i < months.size(); ++i) {
    const bool short_form = low.size() == 3 || (low == "sept" && i == 8);
    if (low == months[i] || (short_form && months[i].starts_with(low))) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<Date> find_day(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (const auto day = day_at(pieces, i)) return day;
  }
  return std::nullopt;
}

std::optional<StatedDay> day_line(std::string_view line) {
  if (line.size() > 120) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(line);
  StatedDay stated;
  bool any = false;
  bool changed = false;  // the words before spoke of a change
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i + 2 < pieces.size()) {
      if (const auto day = day_at(pieces, i)) {
        any = true;
        if (!changed && !stated.published) stated.published = day;
        i += 2;
        continue;
      }
    }
    if (pieces[i].kind != Piece::word) continue;
    if (!is_date_line_word(pieces[i].text)) return std::nullopt;
    const std::string word = lower(pieces[i].text);
    if (word == "updated" || word == "modified" || word == "edited") changed = true;
    if (word == "published" || word == "posted" || word == "created") changed = false;
  }
  return any ? std::optional(stated) : std::nullopt;
}

bool time_line(std::string_view line) {
  if (line.size() > 120) return false;
  const std::vector<Piece> pieces = pieces_of(line);
  bool clock = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool next = i + 1 < pieces.size();
    if (piece.kind == Piece::number) {
      const bool minutes = next && pieces[i + 1].kind == Piece::number && pieces[i + 1].text.size() == 2;
      const std::string after = next && pieces[i + 1].kind == Piece::word ? lower(pieces[i + 1].text) : std::string();
      clock = clock || (minutes && (piece.after == ':' || piece.after == '.')) || after == "am" || after == "pm";
    } else if (!is_date_line_word(piece.text) && month_number(piece.text) == 0) {
      return false;
    } else {
      clock = clock || (i > 0 && (lower(piece.text) == "ago" || lower(piece.text) == "read"));
    }
  }
  return clock;
}

}  // namespace onrecord
