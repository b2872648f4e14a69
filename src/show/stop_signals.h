// Stopping by Ctrl-C without losing what is under way.
#pragma once

#include <csignal>

#include <atomic>

namespace onrecord {

// While it lives, the first SIGINT or SIGTERM only says so in told_to_stop(); a second one ends the program as it
// would have without. One at a time; made and destroyed on the main thread.
class StopOnSignals {
 public:
  StopOnSignals();
  StopOnSignals(const StopOnSignals&) = delete;
  StopOnSignals& operator=(const StopOnSignals&) = delete;
  ~StopOnSignals();

 private:
  struct sigaction interrupt_ {};
  struct sigaction terminate_ {};
};

// Whether the StopOnSignals that lives, or lived last, was told to stop. May be read on any thread.
const std::atomic<bool>& told_to_stop();

}  // namespace onrecord
