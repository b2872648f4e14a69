#include "show/reading.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <utility>

#include "pipeline.h"
#include "show/progress.h"

namespace onrecord {

namespace {

// Thrown through process_all, which is made for it, when nobody wants more records.
struct Enough {};

void print_times(const StageTimes& times, std::chrono::nanoseconds wall, Output& messages) {
  const auto seconds = [](std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); };
  std::chrono::nanoseconds total{0};
  for (const auto spent : times.spent) total += spent;
  for (std::size_t i = 0; i < stage_count; ++i) {
    const double share = total.count() == 0 ? 0.0 : 100.0 * seconds(times.spent[i]) / seconds(total);
    messages.write(
        fmt::format("{:<10}{:10.3f} s {:5.1f} %\n", to_text(static_cast<Stage>(i)), seconds(times.spent[i]), share));
  }
  messages.write(
      fmt::format("{:<10}{:10.3f} s\n{:<10}{:10.3f} s\n", "stages", seconds(total), "elapsed", seconds(wall)));
}

}  // namespace

int read_records(const ReadingChoices& choices, Console& console, RunAccount& account,
                 const std::function<Continue(Record&&)>& take, const BeginAfter& begin_after) {
  const auto tagger = make_tagger(choices.model);
  if (!tagger) {
    console.messages.write(to_line(tagger.error()) + "\n");
    return tagger.error().where == "--model" ? 2 : 1;
  }
  const auto start = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> bytes_read{0};
  Progress progress(console, bytes_read, console.progress ? bytes_below(choices.paths) : std::nullopt);
  ReadOptions options;
  options.published = choices.published;
  options.begin_after = begin_after;
  options.on_archive = [&account](ArchiveManifest&& manifest) { account.archives.push_back(std::move(manifest)); };
  options.on_folder = [&account](FolderManifest&& manifest) { account.folders.push_back(std::move(manifest)); };
  options.bytes_read = &bytes_read;
  StageTimes times;
  try {
    times = process_all(choices.paths, options, **tagger, choices.threads, [&](Result<Record>&& record) {
      if (record) {
        progress.count(record->statements.size());
        if (take(std::move(*record)) == Continue::no) throw Enough{};
      } else {
        account.count(record.error());
        progress.clear();
        console.messages.write(to_line(record.error()) + "\n");
        console.messages.flush();
      }
    });
  } catch (const Enough&) {
  }
  progress.clear();
  if (choices.times) print_times(times, std::chrono::steady_clock::now() - start, console.messages);
  return account.refused + account.read_in_part > 0 ? 1 : 0;
}

}  // namespace onrecord
