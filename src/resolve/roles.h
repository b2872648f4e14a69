// Roles, titles and affiliations as the article gives them, bound to the person with their spans: before the name
// ("Transport Minister"), in apposition ("chief of staff for …"), after it in brackets ("R-Ohio"), and in "X is a …".
#pragma once

#include "resolve/cast.h"

namespace onrecord::resolving {

// Fills Figure::roles of every person of the cast.
void collect_roles(const Reading& reading, Cast& cast);

// Adds a role unless an equal one is there already; spans are trimmed, empty ones ignored.
void add_role(const Reading& reading, Figure& figure, Span span);

}  // namespace onrecord::resolving
