#include "read/bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace onrecord {

namespace {

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}
  std::size_t read(std::span<char> room) override {
    const std::size_t count = left_.copy(room.data(), room.size());
    left_.remove_prefix(count);
    return count;
  }
  const std::optional<Error>& damage() const override { return damage_; }

 private:
  std::string_view left_;
  std::optional<Error> damage_;
};

std::string reason(int error) {
  char room[128];
  return strerror_r(error, room, sizeof room);
}

// Owns its descriptor, but for standard input.
class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::string path, std::atomic<std::uint64_t>* count)
      : descriptor_(descriptor), path_(std::move(path)), count_(count) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) close(descriptor_);
  }
  std::size_t read(std::span<char> room) override {
    while (!damage_) {
      const ssize_t count = ::read(descriptor_, room.data(), room.size());
      if (count >= 0) {
        if (count_ != nullptr) *count_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
      }
      if (errno == EINTR) continue;
      damage_ = Error{path_, 0, fmt::format("cannot be read: {}", reason(errno)), "check the disk and try again"};
    }
    return 0;
  }
  const std::optional<Error>& damage() const override { return damage_; }

 private:
  int descriptor_;
  std::string path_;
  std::atomic<std::uint64_t>* count_;
  std::optional<Error> damage_;
};

}  // namespace

std::unique_ptr<ByteSource> memory_source(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

Result<std::unique_ptr<ByteSource>> open_source(const std::string& path, std::atomic<std::uint64_t>* bytes_read) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, path, bytes_read);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    return tl::unexpected(Error{path, 0, fmt::format("cannot be opened: {}", reason(error)),
                                error == ENOENT ? "check the path" : "check its permissions"});
  }
  return std::make_unique<FileSource>(descriptor, path, bytes_read);
}

std::string_view Stream::peek(std::size_t count) {
  std::size_t have = ahead_.size() - at_;
  // What was taken is cleared away only when it is the larger part: each byte is moved once at most, however often
  // somebody looks far ahead.
  if (have < count && at_ >= have) {
    ahead_.erase(0, at_);
    at_ = 0;
  }
  if (have < count) ahead_.resize(at_ + count);
  while (have < count) {
    const std::size_t more = source_->read(std::span(ahead_).subspan(at_ + have, count - have));
    if (more == 0) {
      ahead_.resize(at_ + have);
      break;
    }
    have += more;
  }
  return std::string_view(ahead_).substr(at_, count);
}

void Stream::drop(std::size_t count) { at_ += std::min(count, ahead_.size() - at_); }

std::size_t Stream::read(std::span<char> room) {
  if (at_ == ahead_.size()) return source_->read(room);
  const std::size_t count = std::min(room.size(), ahead_.size() - at_);
  std::memcpy(room.data(), ahead_.data() + at_, count);
  at_ += count;
  return count;
}

std::string Stream::take(std::size_t limit) {
  constexpr std::size_t step = std::size_t{64} << 10;
  std::string all;
  while (all.size() < limit) {
    const std::size_t have = all.size();
    all.resize(std::min(limit, have + std::max(step, have)));
    const std::size_t more = read(std::span(all).subspan(have));
    all.resize(have + more);
    if (more == 0) break;
  }
  return all;
}

}  // namespace onrecord
