// Words cut further for reading dates: "Oct-2" is a month, a hyphen and a number; "12th" a number with an ordinal's
// ending.
#pragma once

#include <string>
#include <vector>

#include "resolve/reading.h"

namespace onrecord::resolving {

struct DateItem {
  std::uint32_t word = 0;  // the word that it was cut from
  std::string lower;
  int number = -1;          // its value in figures or words; -1 for none
  std::uint8_t digits = 0;  // how many figures
  bool ordinal = false;     // "12th", "first"
  bool capital = false;
};

std::vector<DateItem> date_items(const Reading& reading, Range words);

}  // namespace onrecord::resolving
