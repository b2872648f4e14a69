// Acts that the reporter only narrates: "he later walked back the comments", "appeared to backtrack on her promise",
// "the headline calls comments a 'mistake'". No words of the act are reported, so the cue taggers have nothing to find;
// yet something was done to words that somebody said, and `relate` needs a statement to hang it on.
#pragma once

#include <vector>

#include "onrecord/article.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"

namespace onrecord {

// The narrated acts of an article that no statement of `found` covers already: cue = the act ("walked back"), content =
// what it is done to ("the comments"), source = its subject where one stands before it. Only acts on words: retracting,
// clarifying, standing by, denying, disputing a comment, claim, promise and the like. Sorted like Statements; `within`
// and the spans of `found` are left alone, so the caller merges and sorts. Pure; linear in the text; nothing can fail.
Statements narrated_acts(const Article& article, const Segments& segments, const Statements& found);

}  // namespace onrecord
