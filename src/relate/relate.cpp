#include "relate/relate.h"
namespace onrecord {
Relations relate(const Article&, const Segments&, const Statements&, const Resolution&) { return {}; }
}  // namespace onrecord
