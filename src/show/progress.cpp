#include "show/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/phrases.h"

namespace onrecord {

namespace {

constexpr std::chrono::milliseconds between_drawings{200};

std::string time_left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 90 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

std::string progress_line(std::size_t articles, std::size_t statements, double seconds, std::uint64_t bytes_read,
                          std::optional<std::uint64_t> all_bytes) {
  std::string line = fmt::format("{}, {}", count_of(articles, "article"), count_of(statements, "statement"));
  if (seconds > 0) line += fmt::format(", {:.0f} articles a second", static_cast<double>(articles) / seconds);
  if (!all_bytes || *all_bytes == 0 || bytes_read == 0) return line;
  const double share = std::min(1.0, static_cast<double>(bytes_read) / static_cast<double>(*all_bytes));
  return line + fmt::format(", {:.0f} %, {} left", 100 * share, time_left(seconds / share - seconds));
}

void Progress::count(std::size_t statements) {
  ++articles_;
  statements_ += statements;
  if (!console_->progress) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < between_drawings) return;
  drawn_ = now;
  on_screen_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  console_->messages.write("\r\x1b[K" + progress_line(articles_, statements_, seconds, *bytes_read_, all_bytes_));
  console_->messages.flush();
}

void Progress::clear() {
  if (!on_screen_) return;
  on_screen_ = false;
  console_->messages.write("\r\x1b[K");
  console_->messages.flush();
}

}  // namespace onrecord
