// Any bytes as a web archive, gzipped or not. A byte in front says whether the rest is gzipped first, so that the
// fuzzer gets through the packing.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "article_check.h"

namespace {

std::string gzipped(std::string_view bytes) {
  z_stream zlib{};
  if (deflateInit2(&zlib, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&zlib, bytes.size()) + 64, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 4 == 1) {
    // Two members, so that damage lies between them.
    const std::string packed = gzipped(bytes.substr(0, bytes.size() / 2)) + gzipped(bytes.substr(bytes.size() / 2));
    onrecord::check_reading(packed, "a.warc.gz");
  } else {
    onrecord::check_reading(bytes, data[0] % 4 == 2 ? "a.arc" : "a.warc");
  }
  return 0;
}
