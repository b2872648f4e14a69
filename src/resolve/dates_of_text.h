// The date phrases of a whole article and what they mean, apart from any statement: for measuring and for pages.
#pragma once

#include <vector>

#include "onrecord/article.h"
#include "onrecord/resolution.h"
#include "onrecord/segments.h"

namespace onrecord {

// In the order of the text, relative phrases against the article's publication day. A Said without days where that day,
// or the day that the phrase itself refers to ("a day earlier"), is unknown. Pure.
std::vector<Said> dates_of_text(const Article& article, const Segments& segments);

}  // namespace onrecord
