#include "read/gzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "read/limits.h"

namespace onrecord {

namespace {

class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<Stream> packed, std::string path)
      : packed_(std::move(packed)), path_(std::move(path)), input_(std::size_t{64} << 10) {
    // 16 + the window's bits: gzip headers and checksums are zlib's work.
    if (inflateInit2(&zlib_, 16 + MAX_WBITS) == Z_OK) {
      open_ = true;
    } else {
      break_off("cannot be unpacked: out of memory", "free some memory and try again");
    }
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override {
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

 private:
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

}  // namespace

bool looks_gzipped(std::string_view head) { return head.starts_with("\x1f\x8b\x08"); }

std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<Stream> packed, const std::string& path) {
  return std::make_unique<GzipSource>(std::move(packed), path);
}

}  // namespace onrecord
