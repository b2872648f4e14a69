// One line on a terminal that says how far a long run has come; nothing anywhere else.
#pragma once

#include <chrono>
#include <cstddef>

#include "show/console.h"

namespace onrecord {

class Progress {
 public:
  // Draws on `console.messages`, which must outlive it, and only where that is a terminal.
  explicit Progress(Console& console) : console_(&console), start_(std::chrono::steady_clock::now()), drawn_(start_) {}

  // One more article with so many statements; redraws a few times a second.
  void count(std::size_t statements);
  // Takes the line off the terminal, so that something else can be printed.
  void clear();

 private:
  Console* console_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
  std::size_t articles_ = 0;
  std::size_t statements_ = 0;
  bool on_screen_ = false;
};

}  // namespace onrecord
