#include "resolve/date_items.h"

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
    NumberWord{"twentieth", 20, true},  NumberWord{"thirtieth", 30, true}};

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
    for (const NumberWord& each : number_words) {
      if (each.word != piece) continue;
      item.number = each.value;
      item.ordinal = each.ordinal;
    }
    // "twenty-second": the hyphen goes
    if (item.number > 0 && item.number < 10 && items.size() > 1 && items.back().lower == "-" &&
        items.back().word == word && items[items.size() - 2].digits == 0 &&
        (items[items.size() - 2].number == 20 || items[items.size() - 2].number == 30)) {
      items.pop_back();
    }
    // "twenty" + "second", "twenty" + "one"
    if (item.number > 0 && item.number < 10 && !items.empty() && items.back().digits == 0 && !items.back().ordinal &&
        (items.back().number == 20 || items.back().number == 30) && items.back().word + 1 >= word) {
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

}  // namespace

std::vector<DateItem> date_items(const Reading& reading, Range words) {
  std::vector<DateItem> items;
  items.reserve(words.size());
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const std::string_view lower = reading.words[w].lower;
    const bool capital = reading.words[w].capitalised();
    const bool cut = lower.find_first_of("-/.") != std::string_view::npos ||
                     (lower.find_first_of("0123456789") != std::string_view::npos);
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
  return items;
}

}  // namespace onrecord::resolving
