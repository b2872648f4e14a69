// The invariants of what the stages hand over, as functions. Debug builds run them after every stage; property tests
// and fuzz targets run them on whatever they make up. Each throws std::logic_error that says what is broken.
#pragma once

#include "onrecord/record.h"
#include "onrecord/segments.h"
#include "onrecord/tags.h"

namespace onrecord {

void check(const Article& article, const Segments& segments);
void check(const Article& article, const Tags& tags);
void check(const Article& article, const Statements& statements);
void check(const Article& article, const Statements& statements, const Resolution& resolution);
void check(const Article& article, const Statements& statements, const Resolution& resolution,
           const Relations& relations);
// All of the above that a finished record can be asked.
void check(const Record& record);

}  // namespace onrecord
