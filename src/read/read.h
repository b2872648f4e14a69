// `read`: bytes in (text, HTML, JSON Lines, archives, each also gzipped; folders; standard input), Articles out. One of
// the two ends that can fail; the only stage besides `ledger` and model loading that touches a disk.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/result.h"

namespace onrecord {

// No article is older: a day before it ("0001-01-01") is what some programs write where they know none.
inline constexpr int earliest_year = 1600;

// What one archive gave.
struct ArchiveManifest {
  std::string path;
  std::uint64_t records = 0;
  std::uint64_t passed_over = 0;                 // of them, because ReadOptions::begin_after said so
  std::uint64_t articles = 0;                    // pages that were read
  std::uint64_t without_text = 0;                // pages that hold no article
  std::uint64_t damaged = 0;                     // places where something was wrong; each was an Error
  std::map<std::string, std::uint64_t> skipped;  // records that are no pages, by why: "request", "status 404"
};

// What the walk of one folder that was named met and did not read.
struct FolderManifest {
  std::string path;
  std::uint64_t hidden_files = 0;
  std::uint64_t hidden_folders = 0;
  std::uint64_t linked_folders = 0;  // not entered, so that the walk ends and meets nothing twice
  std::uint64_t dead_links = 0;      // links that lead nowhere, or in a circle
  std::uint64_t devices = 0;         // pipes, sockets and devices
};

struct ReadOptions {
  std::optional<Date> published;  // stands in where the source itself tells no day
  // How many of an archive's first records to pass over, by its path: those that an earlier run has read.
  std::function<std::uint64_t(const std::string& path)> begin_after = nullptr;
  // Called on the calling thread when an archive has been read to its end.
  std::function<void(ArchiveManifest&& manifest)> on_archive = nullptr;
  // Called on the calling thread when a folder that was named has been read.
  std::function<void(FolderManifest&& manifest)> on_folder = nullptr;
  // Counts the bytes that were read from files and standard input, packed as they are.
  std::atomic<std::uint64_t>* bytes_read = nullptr;
};

// Called once an article, in input order, and once a refusal or note. An article of which only a part could be saved
// comes as an article, followed by an Error that says what was lost and is marked Lost::part.
using ArticleSink = std::function<void(Result<Article>&&)>;

// Reads what `path` names: a file, a folder (walked in name order, recursively) or "-". Never throws for what the bytes
// hold; memory is bounded by the largest single article that is accepted. Calls `sink` on the calling thread.
void read(const std::string& path, const ReadOptions& options, const ArticleSink& sink);

// The same for bytes in memory; `name` is what errors and Article::path call them, and its ending hints at the format.
void read_bytes(std::string_view bytes, const std::string& name, const ReadOptions& options, const ArticleSink& sink);

// How many bytes `paths` hold on the disk, packed as they are; nothing where one is standard input or cannot be seen.
std::optional<std::uint64_t> bytes_below(const std::vector<std::string>& paths);

}  // namespace onrecord
