// Any bytes whose format their content decides, gzip among them.
#include <cstddef>
#include <cstdint>

#include "article_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  onrecord::check_reading({reinterpret_cast<const char*>(data), size}, "a.gz");
  return 0;
}
