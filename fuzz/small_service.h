// The page's service over a ledger of one article, for fuzz targets; and what holds of all its answers.
#pragma once

#include <unistd.h>

#include <boost/json/parse.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "show/http/service.h"

namespace onrecord {

// The ledger stays in the folder for temporary files. Aborts where it cannot be made.
inline std::unique_ptr<Service> service_over(const Record& record, const std::string& name) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("onrecord-fuzz-" + name + "-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "a.ledger").string();
  auto writer = LedgerWriter::open(path);
  if (!writer || !writer->add(std::vector<Record>{record})) std::abort();
  auto opened = Service::open({path, true, "fuzz"});
  if (!opened) std::abort();
  return std::move(*opened);
}

// What says that it is JSON is JSON.
inline void check_json(const Response& response) {
  if (response.type.find("json") == std::string::npos) return;
  boost::system::error_code error;
  boost::json::parse(response.body, error);
  if (error) std::abort();
}

}  // namespace onrecord
