// Any bytes as a web archive, gzipped or not. A byte in front says whether the rest is gzipped first, so that the
// fuzzer gets through the packing.
#include <cstddef>
#include <cstdint>
#include <string>

#include "article_check.h"
#include "read/packed_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 4 == 1) {
    // Two members, so that damage lies between them.
    const std::string packed =
        onrecord::gzipped(bytes.substr(0, bytes.size() / 2)) + onrecord::gzipped(bytes.substr(bytes.size() / 2));
    onrecord::check_reading(packed, "a.warc.gz");
  } else {
    onrecord::check_reading(bytes, data[0] % 4 == 2 ? "a.arc" : "a.warc");
  }
  return 0;
}
