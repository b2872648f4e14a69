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

enum class Step : std::uint8_t { more, done, damaged };

// Gives `decode` room after room, as it asks for more, until `limit`: decode(to, room, taken) writes at `to`, tells in
// `taken` how much it wrote, and says whether there is more.
template <class Decode>
Unpacked unpack_by_steps(std::size_t limit, const Decode& decode) {
  Unpacked out;
  for (;;) {
    const std::size_t have = out.bytes.size();
    out.bytes.resize(std::min(limit, have + std::max(step, have)));
    const std::size_t room = out.bytes.size() - have;
    if (room == 0) {
      out.cut = true;
      return out;
    }
    std::size_t taken = 0;
    const Step state = decode(out.bytes.data() + have, room, taken);
    out.bytes.resize(have + taken);
    if (state == Step::more) continue;
    out.damaged = state == Step::damaged;
    return out;
  }
}

// `window` as zlib wants it: which of its three wrappings the bytes bear.
Unpacked inflate_all(std::string_view packed, int window, std::size_t limit) {
  z_stream zlib{};
  if (inflateInit2(&zlib, window) != Z_OK) return {{}, false, true};
  const std::unique_ptr<z_stream, int (*)(z_streamp)> closer(&zlib, inflateEnd);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
  zlib.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  return unpack_by_steps(limit, [&zlib](char* to, std::size_t room, std::size_t& taken) {
    zlib.next_out = reinterpret_cast<Bytef*>(to);
    zlib.avail_out = static_cast<uInt>(room);
    const int state = inflate(&zlib, Z_NO_FLUSH);
    taken = room - zlib.avail_out;
    if (state == Z_STREAM_END) return Step::done;
    return state == Z_OK && (taken == room || zlib.avail_in > 0) ? Step::more : Step::damaged;
  });
}

Unpacked unpack_deflate(std::string_view packed, std::size_t limit) {
  Unpacked wrapped = inflate_all(packed, MAX_WBITS, limit);
  if (!wrapped.damaged) return wrapped;
  Unpacked raw = inflate_all(packed, -MAX_WBITS, limit);
  if (!raw.damaged || raw.bytes.size() > wrapped.bytes.size()) return raw;
  return wrapped;
}

Unpacked unpack_brotli(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return {{}, false, true};
  auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::size_t left = packed.size();
  return unpack_by_steps(limit, [&](char* at, std::size_t room, std::size_t& taken) {
    auto* to = reinterpret_cast<std::uint8_t*>(at);
    std::size_t free = room;
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(state.get(), &left, &next, &free, &to, nullptr);
    taken = room - free;
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return Step::done;
    return result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT ? Step::more : Step::damaged;
  });
}

Unpacked unpack_zstd(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 23))) return {{}, false, true};
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  return unpack_by_steps(limit, [&](char* at, std::size_t room, std::size_t& taken) {
    ZSTD_outBuffer to{at, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream.get(), &to, &in);
    taken = to.pos;
    if (result == 0 && in.pos == in.size) return Step::done;
    return ZSTD_isError(result) || (to.pos < room && in.pos == in.size) ? Step::damaged : Step::more;
  });
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
