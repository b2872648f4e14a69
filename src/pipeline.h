// The story of one article, told once: segment -> tag -> attribute -> resolve -> relate.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <string_view>

#include "onrecord/record.h"
#include "onrecord/result.h"
#include "read/read.h"
#include "tag/tag.h"

namespace onrecord {

enum class Stage : std::uint8_t { segment, tag, attribute, resolve, relate };
inline constexpr std::size_t stage_count = 5;
std::string_view to_text(Stage stage);

// Time spent in each stage, summed over articles and threads.
struct StageTimes {
  std::array<std::chrono::nanoseconds, stage_count> spent{};
};

// Pure but for the times. What the stages hand over is checked in debug builds (pipeline_check.h).
Record process(Article article, const Tagger& tagger, TagScratch& scratch, StageTimes& times);

// Calls the sink that it is given once an article, refusal or note, on the thread that called it.
using ArticleSource = std::function<void(const ArticleSink&)>;

// Processes what `source` gives on `threads` threads; `sink` is called on the calling thread, in the source's order,
// once a record, refusal or note, whatever the number of threads. Memory is bounded by a window of articles. What the
// sink throws goes to the caller, and nothing more is read.
StageTimes process_all(const ArticleSource& source, const Tagger& tagger, unsigned threads,
                       const std::function<void(Result<Record>&&)>& sink);
// The same of what `paths` hold, one after the other.
StageTimes process_all(const std::vector<std::string>& paths, const ReadOptions& options, const Tagger& tagger,
                       unsigned threads, const std::function<void(Result<Record>&&)>& sink);

}  // namespace onrecord
