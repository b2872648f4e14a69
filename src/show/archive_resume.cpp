#include "show/archive_resume.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <optional>

namespace onrecord {

namespace {

namespace fs = std::filesystem;

// Size and time of change: a file that differs in either is another archive.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t changed = 0;
  bool operator==(const Stamp&) const = default;
};

std::optional<Stamp> stamp_of(const std::string& path) {
  std::error_code error;
  Stamp stamp;
  stamp.size = fs::file_size(path, error);
  if (error) return std::nullopt;
  stamp.changed = fs::last_write_time(path, error).time_since_epoch().count();
  return error ? std::nullopt : std::optional(stamp);
}

// The same whatever folder the program is called from.
std::string name_of(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  return error ? path : whole.string();
}

std::optional<ReadingState> state_of(const std::string& path, std::uint64_t records) {
  const auto stamp = path == "-" ? std::nullopt : stamp_of(path);
  if (!stamp) return std::nullopt;
  return ReadingState{ReadingKind::archive, name_of(path),
                      fmt::format(R"({{"records":{},"size":{},"changed":{}}})", records, stamp->size, stamp->changed),
                      std::nullopt};
}

std::optional<std::int64_t> number(const boost::json::object& state, std::string_view key) {
  const boost::json::value* value = state.if_contains(key);
  if (value == nullptr || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

}  // namespace

std::uint64_t ArchiveResume::done_of(const std::string& path) const {
  const auto stamp = path == "-" ? std::nullopt : stamp_of(path);
  if (!stamp) return 0;
  const auto kept = ledger_->reading(ReadingKind::archive, name_of(path));
  if (!kept || !*kept) return 0;
  boost::system::error_code error;
  const boost::json::value state = boost::json::parse((*kept)->state, error);
  if (error || !state.is_object()) return 0;
  const auto records = number(state.get_object(), "records");
  const auto size = number(state.get_object(), "size");
  const auto changed = number(state.get_object(), "changed");
  if (!records || *records < 0 || !size || !changed) return 0;
  return Stamp{static_cast<std::uint64_t>(*size), *changed} == *stamp ? static_cast<std::uint64_t>(*records) : 0;
}

std::vector<ReadingState> ArchiveResume::after(std::span<const Record> batch) const {
  std::map<std::string, std::uint64_t> reached;
  for (const Record& record : batch) {
    if (record.article.place > 0) reached[record.article.path] = record.article.place;
  }
  std::vector<ReadingState> states;
  for (const auto& [path, records] : reached) {
    // A run from the front does not take back what an earlier one reached.
    if (auto state = state_of(path, std::max(records, done_of(path)))) states.push_back(std::move(*state));
  }
  return states;
}

std::vector<ReadingState> ArchiveResume::after(const std::vector<ArchiveManifest>& finished) {
  std::vector<ReadingState> states;
  for (const ArchiveManifest& manifest : finished) {
    if (auto state = state_of(manifest.path, manifest.records)) states.push_back(std::move(*state));
  }
  return states;
}

}  // namespace onrecord
