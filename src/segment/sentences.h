// Where the sentences of a paragraph end.
#pragma once

#include <string_view>
#include <vector>

#include "onrecord/segments.h"
#include "segment/quotes.h"

namespace onrecord {

// Appends the sentences of paragraph number `paragraph`, made of `tokens`, to `segments.sentences`, and sets the
// paragraph's range of sentences and each token's sentence. A full stop inside closing marks takes them along.
void append_sentences(std::string_view text, std::uint32_t paragraph, Range tokens, const std::vector<MarkUse>& uses,
                      Segments& segments);

}  // namespace onrecord
