#include "show/manifest_file.h"

#include "show/json_writer.h"

namespace onrecord {

Result<void> ManifestFile::open(const std::string& path, OpenManifest how) {
  path_ = path;
  file_.open(path, how == OpenManifest::append ? std::ios::binary | std::ios::app : std::ios::binary | std::ios::trunc);
  if (!file_) return tl::unexpected(Error{path, 0, "cannot be written", "check the folder and its permissions"});
  return {};
}

void ManifestFile::add(const Article& article, const std::string& ledger_id, bool added) {
  if (!file_.is_open()) return;
  std::string line;
  JsonWriter json(line);
  json.open_object();
  json.field("archive", article.path);
  json.key("record");
  json.integer(article.place);
  json.optional_field("url", article.url);
  json.field("article", ledger_id);
  json.field("outcome", added ? "added" : "known");
  json.close_object();
  file_ << line << '\n';
}

Result<void> ManifestFile::finish(const std::vector<ArchiveManifest>& archives) {
  if (!file_.is_open()) return {};
  for (const ArchiveManifest& manifest : archives) {
    std::string line;
    JsonWriter json(line);
    const auto count = [&json](std::string_view name, std::uint64_t value) {
      json.key(name);
      json.integer(value);
    };
    json.open_object();
    json.field("archive", manifest.path);
    count("records", manifest.records);
    count("passed_over", manifest.passed_over);
    count("articles", manifest.articles);
    count("without_text", manifest.without_text);
    count("damaged", manifest.damaged);
    json.key("skipped");
    json.open_object();
    for (const auto& [reason, number] : manifest.skipped) count(reason, number);
    json.close_object();
    json.close_object();
    file_ << line << '\n';
  }
  file_.close();
  if (!file_) return tl::unexpected(Error{path_, 0, "could not be written whole", "check the disk and run it again"});
  return {};
}

}  // namespace onrecord
