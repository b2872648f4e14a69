#include "tag/windows.h"

#include <algorithm>

namespace onrecord::model {

namespace {

// Where the core that begins at `core` ends, given `limit` pieces for it and the context to its right.
std::uint32_t core_end(const std::vector<Word>& words, std::uint32_t core, std::uint32_t limit, std::uint32_t context) {
  const auto count = static_cast<std::uint32_t>(words.size());
  std::uint32_t end = core;
  std::uint32_t used = 0;
  while (end < count && used + words[end].pieces <= limit) used += words[end++].pieces;
  if (end == count) return end;
  while (end > core + 1 && used + context > limit) used -= words[--end].pieces;
  std::uint32_t cut = end;
  std::uint32_t kept = used;
  while (cut > core + 1 && kept > limit / 2 && !words[cut].starts_paragraph) kept -= words[--cut].pieces;
  return words[cut].starts_paragraph && kept > limit / 2 ? cut : end;
}

}  // namespace

void cut_windows(const std::vector<Word>& words, const Blueprint& blueprint, std::vector<Window>& out) {
  out.clear();
  const auto count = static_cast<std::uint32_t>(words.size());
  const std::uint32_t room = blueprint.window - 2;
  for (std::uint32_t core = 0; core < count;) {
    std::uint32_t first = core;
    std::uint32_t used = 0;
    while (first > 0 && used + words[first - 1].pieces <= blueprint.context) used += words[--first].pieces;
    const std::uint32_t before = used;
    const std::uint32_t end = core_end(words, core, room - used, blueprint.context);
    for (std::uint32_t i = core; i < end; ++i) used += words[i].pieces;
    const std::uint32_t most_after = std::min(room, used + blueprint.context_limit);
    std::uint32_t last = end;
    while (last < count && used + words[last].pieces <= most_after) used += words[last++].pieces;
    if (last == count) {
      const std::uint32_t most_before = std::min(room, used - before + blueprint.context_limit);
      while (first > 0 && used + words[first - 1].pieces <= most_before) used += words[--first].pieces;
    }
    out.push_back({{first, last}, {core, end}});
    core = end;
  }
}

}  // namespace onrecord::model
