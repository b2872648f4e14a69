#include "segment/segment.h"
namespace onrecord {
Segments segment(const Article&) { return {}; }
}  // namespace onrecord
