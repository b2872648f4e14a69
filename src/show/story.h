// How statements and what became of them stand on a page. Days stand in a column on the left, everything else beside
// it:
//
//   16 May 2031        Ada Lund took back earlier words
//                      “I should not have named a month.”
//                      told Radio Fjord
//                      Radio Fjord, 16 May 2031: Minister withdraws pledge  [3fa9c1d2e4b5a697-s1]
#pragma once

#include "ledger/ledger.h"
#include "show/page.h"

namespace onrecord {

inline constexpr unsigned day_width = 19;  // "14 September 2031" and a gap

Style style_of(const Turn& turn);

// Words, circumstances and source of one statement, beside the column of days.
void draw_words(Page& page, const LedgerStatement& statement);
// A statement on its own: day, speaker, words, source, and a blank line.
void draw_statement(Page& page, const LedgerStatement& statement);
// Where it stands: the paragraph with the words of source, cue and content marked. Ends with a blank line.
void draw_passage(Page& page, const LedgerStatement& statement);
// An article: what it says about itself and every statement in it.
void draw_article(Page& page, const LedgerRecord& record);
// The whole of a turn: the later statement, what it is about, how the two are tied. Ends with a blank line.
void draw_turn(Page& page, const Turn& turn);
// A turn as one line under the statement that it is about: "» 16 May 2031  took it back: “I should …”".
void draw_outcome(Page& page, const Turn& turn, const LedgerStatement& about);
// One act of saying: its fullest report, other reports, differing words, what it does and what was done to it.
void draw_utterance(Page& page, const Utterance& utterance);

}  // namespace onrecord
