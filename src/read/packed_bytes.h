// For tests and fuzz targets: bytes packed as zlib packs them.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace onrecord {

// `window` as zlib's deflateInit2 wants it; empty where it does not.
inline std::string deflated(std::string_view bytes, int window) {
  z_stream zlib{};
  if (deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&zlib, bytes.size()) + 64, '\0');
  std::string in(bytes);  // zlib wants to be allowed to write to it
  zlib.next_in = reinterpret_cast<Bytef*>(in.data());
  zlib.avail_in = static_cast<uInt>(in.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

inline std::string gzipped(std::string_view bytes) { return deflated(bytes, 16 + MAX_WBITS); }

}  // namespace onrecord
