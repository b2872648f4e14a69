// The command line. It makes the console, runs one command and gives its exit status; everything else stands in
// src/show.
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "show/show.h"

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to, so that no work is torn in the middle
  onrecord::Output out(STDOUT_FILENO);
  onrecord::Output messages(STDERR_FILENO);
  onrecord::Console console = onrecord::console_of(out, messages);
  return onrecord::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count), console);
}
