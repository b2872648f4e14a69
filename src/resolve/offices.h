// Roles that a sentence gives a person at a distance from the name: "her time as governor", "As mayor, Lund …", "he was
// foreign secretary", "elected senator".
#pragma once

#include "resolve/cast.h"

namespace onrecord::resolving {

// Adds to Figure::roles of the persons of the cast.
void collect_offices(const Reading& reading, Cast& cast);

}  // namespace onrecord::resolving
