#include "read/unpack.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "read/gzip.h"

namespace onrecord {

namespace {

constexpr std::size_t step = std::size_t{64} << 10;

// Room for the next bytes; empty where the limit is reached.
std::size_t grow(std::string& out, std::size_t limit) {
  const std::size_t have = out.size();
  out.resize(std::min(limit, have + std::max(step, have)));
  return out.size() - have;
}

// `window` as zlib wants it: which of its three wrappings the bytes bear.
Unpacked inflate_all(std::string_view packed, int window, std::size_t limit) {
  Unpacked out;
  z_stream zlib{};
  if (inflateInit2(&zlib, window) != Z_OK) return {{}, false, true};
  const std::unique_ptr<z_stream, int (*)(z_streamp)> closer(&zlib, inflateEnd);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
  zlib.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  for (;;) {
    const std::size_t have = out.bytes.size();
    const std::size_t room = grow(out.bytes, limit);
    if (room == 0) {
      out.cut = true;
      return out;
    }
    zlib.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + have);
    zlib.avail_out = static_cast<uInt>(room);
    const int state = inflate(&zlib, Z_NO_FLUSH);
    const bool full = zlib.avail_out == 0;
    out.bytes.resize(have + room - zlib.avail_out);
    if (state == Z_STREAM_END) return out;
    if (state != Z_OK || (!full && zlib.avail_in == 0)) {
      out.damaged = true;
      return out;
    }
  }
}

Unpacked unpack_deflate(std::string_view packed, std::size_t limit) {
  Unpacked wrapped = inflate_all(packed, MAX_WBITS, limit);
  if (!wrapped.damaged) return wrapped;
  Unpacked raw = inflate_all(packed, -MAX_WBITS, limit);
  if (!raw.damaged || raw.bytes.size() > wrapped.bytes.size()) return raw;
  return wrapped;
}

Unpacked unpack_brotli(std::string_view packed, std::size_t limit) {
  Unpacked out;
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return {{}, false, true};
  auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::size_t left = packed.size();
  for (;;) {
    const std::size_t have = out.bytes.size();
    const std::size_t room = grow(out.bytes, limit);
    if (room == 0) {
      out.cut = true;
      return out;
    }
    auto* to = reinterpret_cast<std::uint8_t*>(out.bytes.data() + have);
    std::size_t free = room;
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(state.get(), &left, &next, &free, &to, nullptr);
    out.bytes.resize(have + room - free);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
      out.damaged = true;
      return out;
    }
  }
}

Unpacked unpack_zstd(std::string_view packed, std::size_t limit) {
  Unpacked out;
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 23))) return {{}, false, true};
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (;;) {
    const std::size_t have = out.bytes.size();
    const std::size_t room = grow(out.bytes, limit);
    if (room == 0) {
      out.cut = true;
      return out;
    }
    ZSTD_outBuffer to{out.bytes.data() + have, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream.get(), &to, &in);
    out.bytes.resize(have + to.pos);
    if (result == 0 && in.pos == in.size) return out;
    if (ZSTD_isError(result) || (to.pos < room && in.pos == in.size)) {
      out.damaged = true;
      return out;
    }
  }
}

}  // namespace

Coding coding_of(std::string_view name) {
  if (name == "gzip" || name == "x-gzip") return Coding::gzip;
  if (name == "deflate") return Coding::deflate;
  if (name == "br") return Coding::brotli;
  if (name == "zstd") return Coding::zstd;
  return name.empty() || name == "identity" ? Coding::identity : Coding::unknown;
}

Unpacked unpack(std::string_view packed, Coding coding, std::size_t limit) {
  const auto as_it_is = [&] { return Unpacked{std::string(packed.substr(0, limit)), packed.size() > limit, false}; };
  if (packed.empty()) return {};
  switch (coding) {
    case Coding::gzip:
      return looks_gzipped(packed) ? inflate_all(packed, 16 + MAX_WBITS, limit) : as_it_is();
    case Coding::zstd:
      return packed.starts_with("\x28\xb5\x2f\xfd") ? unpack_zstd(packed, limit) : as_it_is();
    case Coding::deflate:
    case Coding::brotli: {
      // These bear no mark: what gives nothing at all was not packed.
      Unpacked out = coding == Coding::deflate ? unpack_deflate(packed, limit) : unpack_brotli(packed, limit);
      return out.bytes.empty() || (out.damaged && packed.front() == '<') ? as_it_is() : out;
    }
    case Coding::identity:
    case Coding::unknown:
      break;
  }
  return as_it_is();
}

Unpacked join_chunks(std::string_view body) {
  Unpacked out;
  std::string_view left = body;
  for (;;) {
    const std::size_t line_end = left.find('\n');
    const std::string_view line = left.substr(0, std::min<std::size_t>(line_end, 64));
    std::uint64_t size = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        line_end != std::string_view::npos && parsed.ec == std::errc() &&
        (parsed.ptr == line.data() + line.size() || *parsed.ptr == ';' || *parsed.ptr == '\r' || *parsed.ptr == ' ');
    if (!is_size) {
      if (left.data() == body.data()) return {std::string(body), false, true};
      out.damaged = true;
      return out;
    }
    if (size == 0) return out;
    left.remove_prefix(line_end + 1);
    out.bytes.append(left.substr(0, size));
    if (size >= left.size()) {
      out.damaged = size > left.size();
      return out;
    }
    left.remove_prefix(size);
    if (left.starts_with('\r')) left.remove_prefix(1);
    if (left.starts_with('\n')) left.remove_prefix(1);
    if (left.empty()) return out;
  }
}

}  // namespace onrecord
