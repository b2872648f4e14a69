#include "ledger/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "ledger/sqlite.h"

namespace onrecord::ledger {

WriterLock::WriterLock(const std::string& path, std::chrono::milliseconds wait) {
  const std::string name = path + "-writer";
  file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) {
    fail(path, std::string("the ledger cannot be written: ") + std::strerror(errno),
         "check that the folder exists and may be written");
  }
  const auto end = std::chrono::steady_clock::now() + wait;
  while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      const std::string reason = std::strerror(errno);
      ::close(file_);
      fail(path, "the ledger cannot be locked: " + reason, "keep it on a local disk");
    }
    if (std::chrono::steady_clock::now() >= end) {
      ::close(file_);
      fail(path, "another onrecord is adding to the ledger", "wait until it is done");
    }
    // flock knows no time limit; the other writer may take minutes.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace onrecord::ledger
