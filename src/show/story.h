// How statements and what became of them stand on a page. Days stand in a column on the left, everything else beside
// it:
//
//   16 May 2031     Ada Lund took back earlier words
//                   “I should not have named a month.”
//                   told Radio Fjord
//                   Radio Fjord, 16 May 2031: Minister withdraws pledge  [3fa9c1d2e4b5a697-s1]
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "show/page.h"

namespace onrecord {

// A statement on its own: day, speaker, words, source, and a blank line.
void draw_statement(Page& page, const LedgerStatement& statement);

// The whole of a turn: the later statement, what it is about, how the two are tied. Ends with a blank line.
void draw_turn(Page& page, const Turn& turn);

// The report of an utterance that quotes most of it. There is at least one report.
const LedgerStatement& fullest(const Utterance& utterance);

// What stands before an utterance; empty where the one before has told it already.
struct Heading {
  std::string day;
  std::string name;
};

// One act of saying: what it does, its fullest report, other reports, differing words, what was done to it. Ends with a
// blank line.
void draw_utterance(Page& page, const Utterance& utterance, const Heading& heading);

}  // namespace onrecord
