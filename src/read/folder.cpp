#include "read/folder.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>

namespace onrecord {

namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// What `folder` holds, the last name first.
std::vector<fs::path> inside(const fs::path& folder, std::vector<Error>& unlisted) {
  std::vector<fs::path> entries;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(entry->path());
  if (error) unlisted.push_back({folder.string(), 0, "cannot be listed: " + error.message(), "check its permissions"});
  std::ranges::sort(entries, std::greater<>(), [](const fs::path& path) { return path.filename().string(); });
  return entries;
}

}  // namespace

FolderWalk walk_folder(const std::string& root) {
  FolderWalk walk;
  walk.manifest.path = root;
  std::vector<fs::path> open = inside(root, walk.unlisted);  // in reverse order: the next one is last
  while (!open.empty()) {
    const fs::path path = std::move(open.back());
    open.pop_back();
    std::error_code error;
    const bool link = fs::is_symlink(path, error);
    const fs::file_status status = fs::status(path, error);
    const bool folder = fs::is_directory(status);
    const bool circle = error == std::errc::too_many_symbolic_link_levels;
    if (is_hidden(path)) {
      ++(folder ? walk.manifest.hidden_folders : walk.manifest.hidden_files);
    } else if (folder && link) {
      ++walk.manifest.linked_folders;
    } else if (folder) {
      const std::vector<fs::path> entries = inside(path, walk.unlisted);
      open.insert(open.end(), entries.begin(), entries.end());
    } else if (link && (circle || status.type() == fs::file_type::not_found)) {
      ++walk.manifest.dead_links;
    } else if (fs::exists(status) && !fs::is_regular_file(status)) {
      ++walk.manifest.devices;
    } else {
      walk.files.push_back(path.string());
    }
  }
  return walk;
}

}  // namespace onrecord
