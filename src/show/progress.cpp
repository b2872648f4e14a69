#include "show/progress.h"

#include <fmt/format.h>

namespace onrecord {

namespace {

constexpr std::chrono::milliseconds between_drawings{200};

}  // namespace

void Progress::count(std::size_t statements) {
  ++articles_;
  statements_ += statements;
  if (!console_->progress) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < between_drawings) return;
  drawn_ = now;
  on_screen_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  console_->messages.write(fmt::format("\r\x1b[K{} articles, {} statements, {:.0f} articles a second", articles_,
                                       statements_, static_cast<double>(articles_) / seconds));
  console_->messages.flush();
}

void Progress::clear() {
  if (!on_screen_) return;
  on_screen_ = false;
  console_->messages.write("\r\x1b[K");
  console_->messages.flush();
}

}  // namespace onrecord
