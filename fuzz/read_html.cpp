// Any bytes as a page.
#include <cstddef>
#include <cstdint>

#include "article_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  onrecord::check_reading({reinterpret_cast<const char*>(data), size}, "a.html");
  return 0;
}
