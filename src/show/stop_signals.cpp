#include "show/stop_signals.h"

namespace onrecord {

namespace {

std::atomic<bool> told{false};
static_assert(std::atomic<bool>::is_always_lock_free);
extern "C" void tell_to_stop(int) { told = true; }

}  // namespace

StopOnSignals::StopOnSignals() {
  told = false;
  struct sigaction action {};
  action.sa_handler = tell_to_stop;
  // What is being read is read on; the second time the signal does what it always does.
  action.sa_flags = SA_RESTART | SA_RESETHAND;
  sigaction(SIGINT, &action, &interrupt_);
  sigaction(SIGTERM, &action, &terminate_);
}

StopOnSignals::~StopOnSignals() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
}

const std::atomic<bool>& told_to_stop() { return told; }

}  // namespace onrecord
