#include "tag/decode.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onrecord::model {

namespace {

constexpr std::size_t label_count = tag_count + name_count;
static_assert(label_count == lane_count);

using TagScores = std::array<double, tag_count>;

// Labels 1, 3, 5 … begin a span of kind 0, 1, 2 …; the even ones go on with it.
bool begins(std::uint32_t label) { return label % 2 == 1; }
std::uint32_t kind_of(std::uint32_t label) { return (label - 1) / 2; }

const float* labels_of(const Scratch& scratch, std::size_t word) { return scratch.labels.data() + word * label_count; }

float probability(const float* scores, std::size_t count, std::size_t chosen) {
  double total = 0.0;
  for (std::size_t k = 0; k < count; ++k)
    total += std::exp(static_cast<double>(scores[k]) - static_cast<double>(scores[chosen]));
  return static_cast<float>(1.0 / total);
}

// Calls use(kind, span, score) for each span that label(word), 0 for none, makes of `words`; `first` is where in the
// scores of a word those of label 0 stand.
template <class Label, class Use>
void each_span(Range words, const Scratch& scratch, std::size_t first, std::size_t count, const Label& label,
               const Use& use) {
  for (std::uint32_t begin = words.begin; begin < words.end;) {
    const std::uint32_t start = label(begin);
    if (start == 0) {
      ++begin;
      continue;
    }
    double sum = 0.0;
    std::uint32_t end = begin;
    std::uint32_t here = start;
    do {
      sum += static_cast<double>(probability(labels_of(scratch, end) + first, count, here));
      if (++end == words.end) break;
      here = label(end);
    } while (here != 0 && !begins(here) && kind_of(here) == kind_of(start));
    use(kind_of(start), Range{begin, end}, static_cast<float>(sum / (end - begin)));
    begin = end;
  }
}

}  // namespace

void find_tags(const Weights& weights, Range words, Scratch& scratch) {
  const std::size_t count = words.size();
  scratch.tags.assign(count, 0);
  scratch.came_from.resize(count * tag_count);
  if (count == 0) return;
  TagScores best{};
  for (std::size_t k = 0; k < tag_count; ++k) {
    best[k] = static_cast<double>(labels_of(scratch, words.begin)[k]) +
              (k != 0 && !begins(static_cast<std::uint32_t>(k)) ? -1e4 : 0.0);
  }
  for (std::size_t i = 1; i < count; ++i) {
    const float* row = labels_of(scratch, words.begin + i);
    TagScores next{};
    for (std::size_t to = 0; to < tag_count; ++to) {
      std::size_t from = 0;
      double top = best[0] + static_cast<double>(weights.transition[0][to]);
      for (std::size_t k = 1; k < tag_count; ++k) {
        const double score = best[k] + static_cast<double>(weights.transition[k][to]);
        if (score > top) {
          top = score;
          from = k;
        }
      }
      scratch.came_from[i * tag_count + to] = static_cast<std::uint8_t>(from);
      next[to] = top + static_cast<double>(row[to]);
    }
    best = next;
  }
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = count; i-- > 0;) {
    scratch.tags[i] = tag;
    tag = scratch.came_from[i * tag_count + tag];
  }
}

void append_spans(Range words, Scratch& scratch) {
  Found& found = scratch.found;
  const auto label = [&](std::uint32_t word) { return std::uint32_t{scratch.tags[word - words.begin]}; };
  each_span(words, scratch, 0, tag_count, label, [&](std::uint32_t kind, Range span, float score) {
    if (kind == 0) found.sources.push_back({span, score});
    if (kind == 1) found.cues.push_back({span, score});
    if (kind == 2) found.contents.push_back({span, score});
  });
}

void append_names(Range words, Scratch& scratch) {
  const auto label = [&](std::uint32_t word) {
    const float* scores = labels_of(scratch, word) + tag_count;
    return static_cast<std::uint32_t>(std::max_element(scores, scores + name_count) - scores);
  };
  each_span(words, scratch, tag_count, name_count, label,
            [&](std::uint32_t kind, Range span, float score) { scratch.found.names.push_back({span, score, kind}); });
}

}  // namespace onrecord::model
