#include "read/gzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include "read/limits.h"

namespace onrecord {

namespace {

class Inflating final : public GzipSource {
 public:
  Inflating(std::unique_ptr<Stream> packed, std::string path)
      : packed_(std::move(packed)), path_(std::move(path)), input_(std::size_t{64} << 10) {
    // 16 + the window's bits: gzip headers and checksums are zlib's work.
    if (inflateInit2(&zlib_, 16 + MAX_WBITS) == Z_OK) {
      open_ = true;
    } else {
      break_off("cannot be unpacked: out of memory", "free some memory and try again");
    }
  }
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;
  ~Inflating() override {
    if (open_) inflateEnd(&zlib_);
  }

  std::size_t read(std::span<char> room) override {
    room = room.first(std::min<std::size_t>(room.size(), std::numeric_limits<uInt>::max()));
    zlib_.next_out = reinterpret_cast<Bytef*>(room.data());
    zlib_.avail_out = static_cast<uInt>(room.size());
    while (!ended_ && zlib_.avail_out > 0) step();
    const std::size_t count = room.size() - zlib_.avail_out;
    out_ += count;
    if (!ended_ &&
        (out_ > limits::inflated_bytes || (out_ > limits::inflated_free && out_ / limits::inflated_ratio > in_))) {
      break_off(fmt::format("swells from {} to more than {} bytes: a gzip bomb", in_, out_),
                "unpack it by hand if it is honest");
    }
    return count;
  }
  const std::optional<Error>& damage() const override { return damage_; }

  bool resume() override {
    if (!open_ || !damage_ || packed_->damage() || !find_magic() || inflateReset(&zlib_) != Z_OK) return false;
    damage_.reset();
    ended_ = between_members_ = false;
    in_ = out_ = 0;
    return true;
  }

 private:
  // Moves the input up to the next bytes that a member may begin with.
  bool find_magic() {
    constexpr std::size_t head = 4;
    for (;;) {
      const std::string_view left(reinterpret_cast<const char*>(zlib_.next_in), zlib_.avail_in);
      std::size_t at = left.find("\x1f\x8b\x08");
      // A reserved flag: no gzip.
      while (at != std::string_view::npos && at + head <= left.size() && (left[at + 3] & 0xe0) != 0)
        at = left.find("\x1f\x8b\x08", at + 1);
      if (at != std::string_view::npos && at + head <= left.size()) {
        zlib_.next_in += at;
        zlib_.avail_in -= static_cast<uInt>(at);
        return true;
      }
      // The magic may lie across the end of this buffer.
      const std::size_t keep = std::min(left.size(), head - 1);
      std::memmove(input_.data(), left.data() + left.size() - keep, keep);
      const std::size_t count = packed_->read(std::span(input_).subspan(keep));
      if (count == 0) return false;
      zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
      zlib_.avail_in = static_cast<uInt>(keep + count);
    }
  }

  void step() {
    if (zlib_.avail_in == 0 && !refill()) return;
    if (between_members_ && !skip_padding()) return;
    const int state = inflate(&zlib_, Z_NO_FLUSH);
    if (state == Z_STREAM_END) {
      between_members_ = true;
      if (inflateReset(&zlib_) != Z_OK) break_off("cannot be unpacked", "pack it again");
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      break_off(fmt::format("is damaged gzip ({})", zlib_.msg != nullptr ? zlib_.msg : "no reason given"),
                "what came before is kept; fetch or pack it again");
    }
  }

  // More packed bytes; false at their end. Zeros behind the last member are padding and no damage.
  bool refill() {
    const std::size_t count = packed_->read(input_);
    if (count == 0) {
      if (packed_->damage()) {
        damage_ = packed_->damage();
        ended_ = true;
      } else if (between_members_) {
        ended_ = true;
      } else {
        break_off("breaks off inside its gzip data", "what came before is kept; fetch or pack it again");
      }
      return false;
    }
    in_ += count;
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    zlib_.avail_in = static_cast<uInt>(count);
    return true;
  }

  // True where a next member begins.
  bool skip_padding() {
    while (zlib_.avail_in > 0 && *zlib_.next_in == 0) {
      ++zlib_.next_in;
      --zlib_.avail_in;
    }
    if (zlib_.avail_in == 0) return false;
    between_members_ = false;
    return true;
  }

  void break_off(std::string what, std::string remedy) {
    ended_ = true;
    damage_ = Error{path_, 0, std::move(what), std::move(remedy)};
  }

  std::unique_ptr<Stream> packed_;
  std::string path_;
  std::vector<char> input_;
  z_stream zlib_{};
  std::uint64_t in_ = 0;
  std::uint64_t out_ = 0;
  bool open_ = false;
  bool ended_ = false;
  bool between_members_ = false;  // a member has just ended, and nothing of a next one was seen
  std::optional<Error> damage_;
};

// Reads through a source that somebody else owns as well.
class Rest final : public ByteSource {
 public:
  explicit Rest(std::shared_ptr<GzipSource> source) : source_(std::move(source)) {}
  std::size_t read(std::span<char> room) override { return source_->read(room); }
  const std::optional<Error>& damage() const override { return source_->damage(); }

 private:
  std::shared_ptr<GzipSource> source_;
};

}  // namespace

bool looks_gzipped(std::string_view head) { return head.starts_with("\x1f\x8b\x08"); }

std::unique_ptr<GzipSource> gzip_source(std::unique_ptr<Stream> packed, const std::string& path) {
  return std::make_unique<Inflating>(std::move(packed), path);
}

std::unique_ptr<ByteSource> rest_of(std::shared_ptr<GzipSource> packed) {
  return std::make_unique<Rest>(std::move(packed));
}

}  // namespace onrecord
