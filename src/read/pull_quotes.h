// Sentences that a page shows a second time, large, beside the paragraph that holds them.
#pragma once

#include <vector>

#include "read/page_tree.h"

namespace onrecord {

// One entry a block of `within`: true for those that stand apart from the paragraphs (a quotation, a box) and repeat
// words of one of them. Linear in the length of these blocks but for the number of such boxes, which is bounded.
std::vector<bool> find_pull_quotes(const PageTree& tree, Range within);

}  // namespace onrecord
