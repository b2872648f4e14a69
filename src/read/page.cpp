#include "read/page.h"

namespace onrecord {

Result<Article> read_page(std::string_view, const std::string& name, const ReadOptions&) {
  return tl::unexpected(Error{name, 0, "is HTML, which is not read yet", "give its text"});
}

}  // namespace onrecord
