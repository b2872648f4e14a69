#include "attribute/attribute.h"
namespace onrecord {
Statements attribute(const Article&, const Segments&, const Tags&) { return {}; }
}  // namespace onrecord
