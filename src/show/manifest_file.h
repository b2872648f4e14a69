// The file that `add --manifest` writes: JSON Lines, one for each article that an archive gave, one for each archive.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/result.h"
#include "read/read.h"

namespace onrecord {

enum class OpenManifest : std::uint8_t { anew, append };

// Does nothing until it is opened.
class ManifestFile {
 public:
  Result<void> open(const std::string& path, OpenManifest how);

  // {"archive":…,"record":17,"url":…,"article":"3fa9c1d2e4b5a697","outcome":"added"}
  void add(const Article& article, const std::string& ledger_id, bool added);
  // {"archive":…,"records":21,"passed_over":0,"articles":5,"without_text":2,"damaged":1,"skipped":{"request":4}} for
  // each that was read to its end. Fails where not all could be written.
  Result<void> finish(const std::vector<ArchiveManifest>& archives);

 private:
  std::string path_;
  std::ofstream file_;
};

}  // namespace onrecord
