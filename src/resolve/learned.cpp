#include "resolve/learned.h"

namespace onrecord::resolving {

namespace day {
#include "resolve/day_trees.inc"
}

namespace told {
#include "resolve/told_trees.inc"
}

const Trees day_trees{day::nodes, day::roots, day::features, day::least};
const Trees told_trees{told::nodes, told::roots, told::features, told::least};

}  // namespace onrecord::resolving
