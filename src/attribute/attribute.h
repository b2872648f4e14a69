// `attribute`: whole statements from tags: across sentences, nested, continued, with their verbatim parts.
#pragma once

#include "onrecord/article.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// Pure. Every span of the result lies in the article's text on character boundaries.
Statements attribute(const Article& article, const Segments& segments, const Tags& tags);

}  // namespace onrecord
