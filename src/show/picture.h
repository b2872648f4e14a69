// One article drawn for people: every sentence, the spans of each statement under it, who said it, when, to whom, what
// it does to other statements, who decided and how sure.
//
//       “We will open it in May,” Ada Lund told Radio Fjord on Monday.
//   s1  ========================= ~~~~~~~~ ^^^^ ::::::::::: .........
//       s1  Ada Lund (person) says; direct
//           said 2031-05-12 (weekday); told Radio Fjord
//           found by cue-lexicon (90 %); speaker by name (95 %)
#pragma once

#include "onrecord/record.h"
#include "show/page.h"

namespace onrecord {

// `record` holds the pipeline's invariants.
void draw(Page& page, const Record& record);
// What the marks mean, once above many pictures.
void draw_legend(Page& page);

}  // namespace onrecord
