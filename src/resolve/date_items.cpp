#include "resolve/date_items.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onrecord::resolving {

namespace {

using std::string_view_literals::operator""sv;

struct NumberWord {
  std::string_view word;
  int value;
  bool ordinal;
};
constexpr std::array number_words{
    NumberWord{"one", 1, false},        NumberWord{"two", 2, false},        NumberWord{"three", 3, false},
    NumberWord{"four", 4, false},       NumberWord{"five", 5, false},       NumberWord{"six", 6, false},
    NumberWord{"seven", 7, false},      NumberWord{"eight", 8, false},      NumberWord{"nine", 9, false},
    NumberWord{"ten", 10, false},       NumberWord{"eleven", 11, false},    NumberWord{"twelve", 12, false},
    NumberWord{"thirteen", 13, false},  NumberWord{"fourteen", 14, false},  NumberWord{"fifteen", 15, false},
    NumberWord{"sixteen", 16, false},   NumberWord{"seventeen", 17, false}, NumberWord{"eighteen", 18, false},
    NumberWord{"nineteen", 19, false},  NumberWord{"twenty", 20, false},    NumberWord{"thirty", 30, false},
    NumberWord{"first", 1, true},       NumberWord{"second", 2, true},      NumberWord{"third", 3, true},
    NumberWord{"fourth", 4, true},      NumberWord{"fifth", 5, true},       NumberWord{"sixth", 6, true},
    NumberWord{"seventh", 7, true},     NumberWord{"eighth", 8, true},      NumberWord{"ninth", 9, true},
    NumberWord{"tenth", 10, true},      NumberWord{"eleventh", 11, true},   NumberWord{"twelfth", 12, true},
    NumberWord{"thirteenth", 13, true}, NumberWord{"fourteenth", 14, true}, NumberWord{"fifteenth", 15, true},
    NumberWord{"twentieth", 20, true},  NumberWord{"thirtieth", 30, true},  NumberWord{"forty", 40, false},
    NumberWord{"fifty", 50, false},     NumberWord{"sixty", 60, false},     NumberWord{"seventy", 70, false},
    NumberWord{"eighty", 80, false},    NumberWord{"ninety", 90, false}};

// Most words are told from number words by their first letter.
constexpr auto first_letters = "efnost"sv;
static_assert(std::ranges::all_of(number_words, [](const NumberWord& each) {
  return each.word.size() >= 3 && first_letters.find(each.word[0]) != std::string_view::npos;
}));

const NumberWord* number_word(std::string_view piece) {
  if (piece.size() < 3 || first_letters.find(piece[0]) == std::string_view::npos) return nullptr;
  const auto found = std::ranges::find(number_words, piece, &NumberWord::word);
  return found == number_words.end() ? nullptr : &*found;
}

bool is_tens(const DateItem& item) {
  return item.digits == 0 && !item.ordinal && item.number >= 20 && item.number <= 90 && item.number % 10 == 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void put(std::vector<DateItem>& items, std::uint32_t word, std::string_view piece, bool capital) {
  DateItem item;
  item.word = word;
  item.capital = capital;
  std::size_t digits = 0;
  while (digits < piece.size() && is_digit(piece[digits])) ++digits;
  const std::string_view ending = piece.substr(digits);
  if (digits > 0 && digits <= 4) {
    item.number = 0;
    for (std::size_t i = 0; i < digits; ++i) item.number = item.number * 10 + (piece[i] - '0');
    item.digits = static_cast<std::uint8_t>(digits);
    item.ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (!ending.empty() && !item.ordinal) item.number = -1;
  } else if (digits == 0) {
    if (const NumberWord* number = number_word(piece)) {
      item.number = number->value;
      item.ordinal = number->ordinal;
    }
    // "twenty-second": the hyphen goes
    if (item.number > 0 && item.number < 10 && items.size() > 1 && items.back().lower == "-" &&
        items.back().word == word && is_tens(items[items.size() - 2])) {
      items.pop_back();
    }
    // "twenty" + "second", "twenty" + "one"
    if (item.number > 0 && item.number < 10 && !items.empty() && is_tens(items.back()) &&
        items.back().word + 1 >= word) {
      items.back().number += item.number;
      items.back().ordinal = item.ordinal;
      items.back().word = word;
      items.back().lower += "-" + std::string(piece);
      return;
    }
  }
  item.lower = std::string(piece);
  items.push_back(std::move(item));
}

// "nineteen seventy-eight", "two thousand and eighteen", "nineteen zero one" become one year.
void join_spelled_years(std::vector<DateItem>& items) {
  const auto small = [&](std::size_t i) {  // a cardinal in words below a hundred; -1 for none
    return i < items.size() && items[i].digits == 0 && !items[i].ordinal ? items[i].number : -1;
  };
  const auto is = [&](std::size_t i, std::string_view word) { return i < items.size() && items[i].lower == word; };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int first = small(i);
    if (first < 1) continue;
    int year = 0;
    std::size_t end = i;
    if ((first == 1 || first == 2) && is(i + 1, "thousand")) {
      year = first * 1000;
      end = i + 2;
      if (small(end) > 0 && is(end + 1, "hundred")) {
        year += small(end) * 100;
        end += 2;
      }
      const std::size_t rest = is(end, "and") ? end + 1 : end;
      if (small(rest) > 0) {
        year += small(rest);
        end = rest + 1;
      } else if (is(rest, "tens") || year == 1000) {
        continue;
      }
    } else if (first >= 16 && first <= 20 && small(i + 1) >= 10) {
      year = first * 100 + small(i + 1);
      end = i + 2;
    } else if (first >= 16 && first <= 20 && (is(i + 1, "zero") || is(i + 1, "oh")) && small(i + 2) > 0) {
      year = first * 100 + small(i + 2);
      end = i + 3;
    }
    if (year < 1600 || year > 2099) continue;
    items[i].number = year;
    items[i].digits = 4;
    items[i].word = items[end - 1].word;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

}  // namespace

std::vector<DateItem> date_items(const Reading& reading, Range words) {
  std::vector<DateItem> items;
  items.reserve(words.size());
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const std::string_view lower = reading.words[w].lower;
    const bool capital = reading.words[w].capitalised();
    const bool cut = std::ranges::any_of(lower, [](char c) { return c == '-' || c == '/' || c == '.' || is_digit(c); });
    if (!cut || lower.size() > 24) {
      put(items, w, lower, capital);
      continue;
    }
    // Pieces of letters, of figures with an ordinal's ending, and of single marks.
    for (std::size_t i = 0; i < lower.size();) {
      const char c = lower[i];
      if (c == '-' || c == '/' || c == '.') {
        put(items, w, lower.substr(i, 1), false);
        ++i;
        continue;
      }
      std::size_t end = i;
      if (is_digit(c)) {
        while (end < lower.size() && is_digit(lower[end])) ++end;
        const std::string_view ending = lower.substr(end, 2);
        const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
        if (ordinal)
          end += 2;
        else if (end < lower.size() && lower[end] == 's')
          ++end;  // "1990s"
      } else {
        while (end < lower.size() && !is_digit(lower[end]) && lower[end] != '-' && lower[end] != '/' &&
               lower[end] != '.')
          ++end;
      }
      put(items, w, lower.substr(i, end - i), capital);
      i = end;
    }
  }
  join_spelled_years(items);
  return items;
}

}  // namespace onrecord::resolving
