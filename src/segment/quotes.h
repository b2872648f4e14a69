// Quotation marks paired into quotations; apostrophes told from single quotation marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/segments.h"

namespace onrecord {

enum class MarkUse : std::uint8_t { unused, opens, closes };

// Appends the quotations of all paragraphs to `quotes`, sorted by begin, outer before inner. `first_token` holds, for
// each paragraph, the index of its first token, and one index more. A quote_mark that turns out to be an apostrophe or
// a stray becomes punctuation. Gives the use of each token. Linear in the number of tokens.
//
// A mark left open in one paragraph and set again at the start of the next is one quotation that goes on. A single mark
// without a partner is no quotation; a double one runs to the end of its paragraph, or to the next one that opens
// there.
std::vector<MarkUse> pair_quotes(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                 const std::vector<std::uint32_t>& first_token, std::vector<Token>& tokens,
                                 std::vector<Quote>& quotes);

}  // namespace onrecord
