// The files of the built page, embedded by the build (cmake/embed_page.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace onrecord {

struct PageFile {
  std::string_view path;  // "/page.js"
  std::string_view type;
  std::string_view bytes;  // static storage
  std::string_view etag;   // changes with the bytes
};

std::vector<PageFile> page_files();

}  // namespace onrecord
