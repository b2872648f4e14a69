// Statements where they stand: the passage with its words marked, and the article with all of its statements.
#pragma once

#include "ledger/ledger.h"
#include "show/page.h"

namespace onrecord {

// The paragraph with the words of source, cue and content marked, who decided what. Ends with a blank line.
void draw_passage(Page& page, const LedgerStatement& statement);
// An article: what it says about itself, every statement in it, and its earlier and later versions with what changed.
void draw_article(Page& page, const LedgerRecord& ledger, const std::vector<Revision>& revisions);

}  // namespace onrecord
