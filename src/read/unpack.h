// Content codings of HTTP bodies: gzip, deflate, br, zstd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

struct Unpacked {
  std::string bytes;
  bool cut = false;      // there was more than the limit
  bool damaged = false;  // the packed bytes broke off or meant nothing from some place on; `bytes` came before it
};

enum class Coding : std::uint8_t { identity, gzip, deflate, brotli, zstd, unknown };
// `name` as HTTP writes it, in lower case.
Coding coding_of(std::string_view name);

// At most `limit` bytes, whatever the packed ones swell to. Bytes that do not look packed in this way come back as they
// are: archives and servers often unpack and leave the header.
Unpacked unpack(std::string_view packed, Coding coding, std::size_t limit);

// A body sent in chunks. Bytes that are not come back as they are, `damaged`.
Unpacked join_chunks(std::string_view body);

}  // namespace onrecord
