// Where bytes come from: a source gives them once, front to back; a Stream adds a look ahead. Neither knows what they
// mean.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "onrecord/result.h"

namespace onrecord {

// One thread at a time. A source that fails gives what it has, then ends; `damage` says why.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the front of `room`; 0 only at the end (or where the source broke).
  virtual std::size_t read(std::span<char> room) = 0;
  // Why the bytes ended before their end; null while all is well.
  virtual const std::optional<Error>& damage() const = 0;
};

// Does not own `bytes`, which must outlive it.
std::unique_ptr<ByteSource> memory_source(std::string_view bytes);

// Opens a file for reading; "-" is standard input. Adds what it reads to `count`, unless that is null; it must outlive
// the source.
Result<std::unique_ptr<ByteSource>> open_source(const std::string& path, std::atomic<std::uint64_t>* count = nullptr);

// Owns its source. Memory is bounded by twice the longest look ahead that was asked for.
class Stream {
 public:
  explicit Stream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The next bytes, `count` of them unless the stream ends before; valid until the next call.
  std::string_view peek(std::size_t count);
  // Passes over bytes that the last peek gave, `count` of them.
  void drop(std::size_t count);
  std::size_t read(std::span<char> room);
  // All that is left, at most `limit` bytes.
  std::string take(std::size_t limit);
  const std::optional<Error>& damage() const { return source_->damage(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string ahead_;
  std::size_t at_ = 0;  // the first byte of ahead_ that was not taken
};

}  // namespace onrecord
