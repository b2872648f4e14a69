// One writer at a time: a lock beside the ledger that the system lifts when its holder ends, however it ends.
#pragma once

#include <chrono>
#include <string>

namespace onrecord::ledger {

class WriterLock {
 public:
  // Takes the lock on `path` + "-writer" (made where it is absent, never removed), waiting up to `wait`. Throws
  // Failure.
  WriterLock(const std::string& path, std::chrono::milliseconds wait);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace onrecord::ledger
