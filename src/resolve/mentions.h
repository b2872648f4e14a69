// The order in which an article speaks of its figures: what a pronoun can look back to.
#pragma once

#include <vector>

#include "resolve/cast.h"

namespace onrecord::resolving {

struct Mentioned {
  std::uint32_t word = 0;  // of the head
  std::uint32_t figure = none;
  std::uint32_t quote = none;  // the quotation that it stands in
  bool subject = false;        // likely the subject of its clause
  bool subordinate = false;    // of a clause that "when", "if" and the like open
  bool leads = false;          // the first words of its sentence
  bool modifies = false;       // "British voters": part of another noun's phrase
  bool possessive = false;
};

// Every name of the cast, sorted by word.
std::vector<Mentioned> mentions_of_names(const Reading& reading, const Cast& cast);

// Keeps the order. What stands at the same word already is then told of the new figure.
void add_mention(std::vector<Mentioned>& mentions, const Mentioned& mention);

}  // namespace onrecord::resolving
