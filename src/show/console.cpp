#include "show/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace onrecord {

namespace {

constexpr std::size_t buffer_bytes = 1 << 16;
constexpr unsigned narrowest = 40;  // below this a page is no page
constexpr unsigned widest = 1000;

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

unsigned width_of_terminal(int descriptor) {
  unsigned columns = 0;
  if (const auto told = environment("COLUMNS")) {
    std::from_chars(told->data(), told->data() + told->size(), columns);
  }
  winsize size{};
  if (columns == 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) return 80;
  return std::min(std::max(columns, narrowest), widest);
}

}  // namespace

void Output::write(std::string_view bytes) {
  if (closed()) return;
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_bytes) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  buffer_.clear();
}

Console console_of(Output& out, Output& messages) {
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  const bool dumb = environment("TERM").value_or("dumb") == "dumb";
  Console console{out, messages};
  if (out_is_terminal || environment("COLUMNS")) console.width = width_of_terminal(STDOUT_FILENO);
  console.colour = out_is_terminal && !dumb && !environment("NO_COLOR");
  // Where the result itself goes to the terminal, it shows how far things have come.
  console.progress = isatty(STDERR_FILENO) == 1 && !out_is_terminal && !dumb;
  return console;
}

}  // namespace onrecord
