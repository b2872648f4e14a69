#include "resolve/learned.h"

namespace onrecord::resolving {

namespace day {
#include "resolve/day_trees.inc"
}

const Trees day_trees{day::nodes, day::roots, day::features, day::least};

}  // namespace onrecord::resolving
