// `resolve`: who is "he", what "Wednesday" means, what "a NATO source" may be called, and who was told.
#pragma once

#include "onrecord/article.h"
#include "onrecord/resolution.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// Pure. `statements` of the result stands in the order of `statements`.
Resolution resolve(const Article& article, const Segments& segments, const Tags& tags, const Statements& statements);

}  // namespace onrecord
