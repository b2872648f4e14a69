// For tests: the path of a file in a folder of its own that goes with it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace onrecord::ledger {

class FreshFile {
 public:
  FreshFile() {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("onrecord-ledger-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(folder_);
  }
  ~FreshFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  FreshFile(const FreshFile&) = delete;
  FreshFile& operator=(const FreshFile&) = delete;

  std::string path() const { return (folder_ / "story.ledger").string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace onrecord::ledger
