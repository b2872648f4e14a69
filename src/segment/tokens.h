// Words, numbers and marks of one paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "onrecord/segments.h"

namespace onrecord {

// Appends the tokens of `paragraph` to `tokens`. Clitics stand alone ("Lund" "’s", "did" "n’t"), as do punctuation and
// dashes; hyphens, decimal points and the full stops of abbreviations stay inside ("well-known", "3.5", "U.S."). Every
// mark that may be a quotation mark is a quote_mark; which of them are apostrophes is for quotes.h to say.
void append_tokens(std::string_view text, Span paragraph, std::vector<Token>& tokens);

}  // namespace onrecord
