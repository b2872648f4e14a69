#include "tag/model_path.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace onrecord {

namespace {

std::vector<std::filesystem::path> model_folders() {
  if (const char* chosen = std::getenv("ONRECORD_MODELS"); chosen != nullptr && *chosen != '\0') return {chosen};
  std::vector<std::filesystem::path> folders;
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const auto up = program.parent_path().parent_path();
    folders.push_back(up / "models" / "en");
    folders.push_back(up / "share" / "onrecord" / "models" / "en");
  }
#ifdef ONRECORD_MODEL_FOLDER
  folders.emplace_back(ONRECORD_MODEL_FOLDER);
#endif
  return folders;
}

}  // namespace

Result<std::string> find_model(std::string_view name) {
  if (std::find(model_names.begin(), model_names.end(), name) == model_names.end()) {
    return tl::unexpected(Error{"--model", 0, "unknown model '" + std::string(name) + "'", "choose accurate or fast"});
  }
  const auto folders = model_folders();
  for (const auto& folder : folders) {
    std::error_code failed;
    const auto path = folder / (std::string(name) + ".onrec");
    if (std::filesystem::is_regular_file(path, failed)) return path.string();
  }
  const std::string looked = folders.empty() ? "any known folder" : folders.front().string();
  return tl::unexpected(Error{"--model", 0, "unknown model '" + std::string(name) + "': no such file in " + looked,
                              "install the models or set ONRECORD_MODELS to their folder"});
}

}  // namespace onrecord
