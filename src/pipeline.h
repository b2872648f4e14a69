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

// Reads `paths` and processes what they give on `threads` threads; `sink` is called on the calling thread, in input
// order, once a record, refusal or note, whatever the number of threads. Memory is bounded by a window of articles.
StageTimes process_all(const std::vector<std::string>& paths, const ReadOptions& options, const Tagger& tagger,
                       unsigned threads, const std::function<void(Result<Record>&&)>& sink);

}  // namespace onrecord
