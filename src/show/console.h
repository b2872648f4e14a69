// Where a command writes, and what is known of who reads it: a terminal with a width and perhaps colours, or a file.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// Buffered writing to a file descriptor that it does not own. A write that fails is remembered and never thrown: a
// reader who has seen enough (`| head`) is no error.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { flush(); }

  void write(std::string_view bytes);
  void flush();
  bool closed() const { return failure_ != 0; }  // what is written from now on is lost
  int failure() const { return failure_; }       // the errno of the first write that failed; 0 where none did

 private:
  int descriptor_;
  int failure_ = 0;
  std::string buffer_;
};

struct Console {
  Output& out;            // the result and nothing else
  Output& messages;       // standard error: refusals, notes, progress
  unsigned width = 80;    // columns of the terminal that `out` is; 80 for a file
  bool colour = false;    // `out` is a terminal that wants colours
  bool progress = false;  // `messages` is a terminal and `out` is not: a line that moves may be drawn
};

// What the environment says about the terminals behind standard output and standard error: width by ioctl or COLUMNS,
// no colour with NO_COLOR or TERM=dumb.
Console console_of(Output& out, Output& messages);

}  // namespace onrecord
