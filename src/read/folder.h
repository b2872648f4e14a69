// A folder as the files in it. Only names are looked at; nothing is opened.
#pragma once

#include <string>
#include <vector>

#include "onrecord/result.h"
#include "read/read.h"

namespace onrecord {

struct FolderWalk {
  std::vector<std::string> files;  // in name order, folder by folder
  FolderManifest manifest;         // what was passed over
  std::vector<Error> unlisted;     // folders that cannot be listed
};

// Walks the folder `root` to its depths. Names are listed before the first file is read: what is written meanwhile is
// not met. A file that cannot be looked at is one of the files: opening it will tell why.
FolderWalk walk_folder(const std::string& root);

}  // namespace onrecord
