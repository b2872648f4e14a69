// One line on a terminal that says how far a long run has come, how fast, and how long it will still take; nothing
// anywhere else.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "show/console.h"

namespace onrecord {

class Progress {
 public:
  // Draws on `console.messages`, and only where that is a terminal. `bytes_read` is counted by the reader, `all_bytes`
  // is what it will be at the end, where that is known. Both references must outlive it.
  Progress(Console& console, const std::atomic<std::uint64_t>& bytes_read, std::optional<std::uint64_t> all_bytes)
      : console_(&console),
        bytes_read_(&bytes_read),
        all_bytes_(all_bytes),
        start_(std::chrono::steady_clock::now()),
        drawn_(start_) {}

  // One more article with so many statements; redraws a few times a second.
  void count(std::size_t statements);
  // Takes the line off the terminal, so that something else can be printed.
  void clear();

 private:
  Console* console_;
  const std::atomic<std::uint64_t>* bytes_read_;
  std::optional<std::uint64_t> all_bytes_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
  std::size_t articles_ = 0;
  std::size_t statements_ = 0;
  bool on_screen_ = false;
};

// "1,204 articles, 30,100 statements, 41 a second, 37 %, 2 min left": the line after `seconds`; without share and time
// left where `all_bytes` is not known or nothing was read yet.
std::string progress_line(std::size_t articles, std::size_t statements, double seconds, std::uint64_t bytes_read,
                          std::optional<std::uint64_t> all_bytes);

}  // namespace onrecord
