#include "relate/model_tables.h"

namespace onrecord::relating::tables {

#include "relate/model_tables.inc"

}  // namespace onrecord::relating::tables
