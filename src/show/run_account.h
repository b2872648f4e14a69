// What a long run read, skipped and refused, and why: told at its end.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "onrecord/result.h"
#include "read/read.h"
#include "show/console.h"

namespace onrecord {

// One run of read_records. What is told to it is told once.
struct RunAccount {
  std::vector<ArchiveManifest> archives;  // those that were read to their end
  std::vector<FolderManifest> folders;    // those that were named and have been read
  std::size_t refused = 0;
  std::size_t read_in_part = 0;                // what came, but not whole
  std::map<std::string, std::size_t> reasons;  // of both of these: what was wrong, without its figures

  void count(const Error& error);
};

// "3 refused", "3 refused; 1 read only in part".
std::string losses(std::size_t refused, std::size_t read_in_part);

// "3 × “is not valid UTF-8 at byte …”, 1 × “is empty”", the most frequent first; the rarest are counted together.
std::string reasons_of(const RunAccount& account);

// "21 records: 5 articles, 2 pages without article text; skipped 4 request, 3 status 404; 1 damaged place".
std::string account_of(const ArchiveManifest& manifest);

// "2 hidden files and 1 link that leads nowhere were passed over"; empty where nothing was.
std::string account_of(const FolderManifest& manifest);

// A note for each archive and for each folder of which something was passed over, and, where more went wrong than can
// be seen at a glance, one that counts the reasons.
void tell(const RunAccount& account, Console& console);

}  // namespace onrecord
