#include "read/read.h"
namespace onrecord {
void read(const std::string& path, const ReadOptions&, const ArticleSink& sink) {
  sink(tl::unexpected(Error{path, 0, "reading is not built yet", ""}));
}
void read_bytes(std::string_view, const std::string& name, const ReadOptions&, const ArticleSink& sink) {
  sink(tl::unexpected(Error{name, 0, "reading is not built yet", ""}));
}
}  // namespace onrecord
