// Roles that an article gives by calling a person something else: "the Vermont senator", "the former harbour master",
// told of the one whom the sentences around speak of.
#pragma once

#include "resolve/cast.h"

namespace onrecord::resolving {

// Adds such descriptions to Figure::roles. Only where one person stands out; none in quotations.
void collect_descriptions(const Reading& reading, Cast& cast);

}  // namespace onrecord::resolving
