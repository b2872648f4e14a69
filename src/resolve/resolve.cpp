#include "resolve/resolve.h"
namespace onrecord {
Resolution resolve(const Article&, const Segments&, const Tags&, const Statements& statements) {
  Resolution resolution;
  resolution.statements.resize(statements.size());
  return resolution;
}
}  // namespace onrecord
