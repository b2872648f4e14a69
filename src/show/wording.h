// Where reports of one utterance quote it in different words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger.h"

namespace onrecord {

// One quotation in two wordings.
struct QuotedDifferently {
  std::string first;                                         // the first report that quotes
  std::string report;                                        // the one that differs from it
  std::vector<std::pair<std::string, std::string>> changes;  // words of the first report, words of this one
};
// Every report of `utterance` whose quoted words differ from those of its first quoted report, word by word.
std::vector<QuotedDifferently> quoted_differently(const Utterance& utterance);

}  // namespace onrecord
