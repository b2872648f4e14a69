// What the article says that a body is, bound to it with its spans: before its name ("the public relations firm"), in
// apposition behind or before it ("the maker of nets"), and what kind of body it is ("nonpartisan").
#pragma once

#include "resolve/cast.h"

namespace onrecord::resolving {

// Fills Figure::roles of every organisation of the cast that is no place.
void collect_body_roles(const Reading& reading, Cast& cast);

}  // namespace onrecord::resolving
