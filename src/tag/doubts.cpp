#include "tag/doubts.h"

#include <algorithm>

namespace onrecord::model {

namespace {

// On PolNeAR dev three in four of what stays below these are wrong, with either model. What is surer by little, and
// without a source, is right too often to be lost.
constexpr float faint = 0.3f;
constexpr float times_surer = 2.0f;

}  // namespace

std::vector<bool> find_doubtful(const Found& found) {
  std::vector<float> sure(found.cues.size(), 0.0f);
  for (const FoundContent& content : found.contents) {
    if (content.cue != none) sure[content.cue] = std::max(sure[content.cue], content.score);
  }
  std::vector<float> surest(found.sources.size(), 0.0f);
  for (std::size_t n = 0; n < sure.size(); ++n) {
    const FoundCue& cue = found.cues[n];
    sure[n] = std::min(sure[n], cue.score);
    if (cue.source != none) surest[cue.source] = std::max(surest[cue.source], sure[n]);
  }
  std::vector<bool> doubtful;
  for (std::size_t n = 0; n < sure.size(); ++n) {
    const std::uint32_t source = found.cues[n].source;
    doubtful.push_back(sure[n] < faint && (source == none || surest[source] > times_surer * sure[n]));
  }
  return doubtful;
}

}  // namespace onrecord::model
