#include "tag/links.h"

#include <algorithm>
#include <cmath>

namespace onrecord::model {

namespace {

class Linker {
 public:
  Linker(const Model& model, const Kernels& kernels, const StretchSpans& spans, std::uint32_t first_word,
         Scratch& scratch)
      : model_(model), kernels_(kernels), spans_(spans), first_word_(first_word), scratch_(scratch) {
    if (scratch.query.size() < model.weights.content_q.outputs) scratch.query.resize(model.weights.content_q.outputs);
  }

  void link_contents() {
    Found& found = scratch_.found;
    std::uint32_t window = none;
    Range candidates;
    for (std::uint32_t n = spans_.contents.begin; n < spans_.contents.end; ++n) {
      FoundContent& content = found.contents[n];
      if (const std::uint32_t here = home(content.words.begin); here != window) {
        window = here;
        candidates = seen_in(window, found.cues, spans_.cues);
        take_keys(window, found.cues, candidates, model_.weights.content_k, 0);
      }
      if (!candidates.empty()) choose_cue(content, window, candidates);
    }
  }

  void link_sources() {
    Found& found = scratch_.found;
    std::uint32_t window = none;
    Range candidates;
    for (std::uint32_t n = spans_.cues.begin; n < spans_.cues.end; ++n) {
      FoundCue& cue = found.cues[n];
      if (const std::uint32_t here = home(cue.words.begin); here != window) {
        window = here;
        candidates = seen_in(window, found.sources, spans_.sources);
        // The first key is that of "none": of the window's [CLS].
        take_keys(window, found.sources, candidates, model_.weights.source_k, 1);
        project(model_.weights.source_k, scratch_.hidden_at[window], 1, scratch_.keys.data());
      }
      choose_source(cue, window, candidates);
      float said[lane_count];
      project(model_.weights.said, row_of(window, cue.words.begin), 1, said);
      cue.said = said[0];
    }
  }

 private:
  std::uint32_t home(std::uint32_t word) const { return scratch_.home[word - first_word_]; }
  std::uint32_t row_of(std::uint32_t window, std::uint32_t word) const {
    return scratch_.hidden_at[window] + 1 + word - scratch_.windows[window].seen.begin;
  }

  // Of `count` rows from `row` on.
  void project(const FloatMatrix& matrix, std::uint32_t row, std::uint32_t count, float* out) const {
    kernels_.multiply_floats(scratch_.hidden.data() + std::size_t{row} * matrix.inputs, count, matrix.inputs,
                             matrix.weight.data(), matrix.bias.data(), matrix.outputs, out);
  }

  // The spans of [all.begin, all.end) whose first word the window sees.
  template <class Spans>
  Range seen_in(std::uint32_t window, const Spans& spans, Range all) const {
    const Range seen = scratch_.windows[window].seen;
    while (all.begin < all.end && spans[all.begin].words.begin < seen.begin) ++all.begin;
    while (all.begin < all.end && spans[all.end - 1].words.begin >= seen.end) --all.end;
    return all;
  }

  template <class Spans>
  void take_keys(std::uint32_t window, const Spans& spans, Range candidates, const FloatMatrix& matrix,
                 std::size_t before) {
    const std::size_t needed = (before + candidates.size()) * matrix.outputs;
    if (scratch_.keys.size() < needed) scratch_.keys.resize(needed);
    float* to = scratch_.keys.data() + before * matrix.outputs;
    for (std::uint32_t n = candidates.begin; n < candidates.end; ++n, to += matrix.outputs) {
      project(matrix, row_of(window, spans[n].words.begin), 1, to);
    }
  }

  // scratch.score becomes the products of a query with the first `count` keys: four at a time, since one sum waits for
  // itself at each step.
  void take_products(std::size_t query, std::size_t count) const {
    const std::size_t link = model_.blueprint.link;
    const std::size_t apart = model_.weights.content_k.outputs;
    const float* const queries = scratch_.query.data() + query * model_.weights.content_q.outputs;
    const double root = std::sqrt(static_cast<double>(link));
    scratch_.score.resize(count);
    for (std::size_t key = 0; key < count; key += 4) {
      const float* keys[4];
      double sums[4] = {};
      for (std::size_t k = 0; k < 4; ++k) keys[k] = scratch_.keys.data() + std::min(key + k, count - 1) * apart;
      for (std::size_t i = 0; i < link; ++i) {
        for (std::size_t k = 0; k < 4; ++k)
          sums[k] += static_cast<double>(queries[i]) * static_cast<double>(keys[k][i]);
      }
      for (std::size_t k = 0; k < 4 && key + k < count; ++k) scratch_.score[key + k] = sums[k] / root;
    }
  }

  double distance_bias(const std::array<float, bucket_count>& table, std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t far = from < to ? to - from : from - to;
    const auto& edges = model_.weights.edges;
    const auto size = static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), far) - edges.begin());
    return static_cast<double>(table[to >= from ? edge_count + size : edge_count - size]);
  }

  // scratch.score becomes its log-softmax.
  void normalise() const {
    auto& score = scratch_.score;
    const double top = *std::max_element(score.begin(), score.end());
    double total = 0.0;
    for (const double value : score) total += std::exp(value - top);
    for (double& value : score) value -= top + std::log(total);
  }

  void choose_cue(FoundContent& content, std::uint32_t window, Range candidates) {
    const Found& found = scratch_.found;
    scratch_.mean.assign(candidates.size(), 0.0);
    const std::uint32_t end = std::min(content.words.end, scratch_.windows[window].seen.end);
    const std::uint32_t first = content.words.begin;
    // A single candidate wins whatever its score.
    const std::uint32_t asked = candidates.size() > 1 ? end - first : 0;
    const std::size_t needed = std::size_t{asked} * model_.weights.content_q.outputs;
    if (scratch_.query.size() < needed) scratch_.query.resize(needed);
    project(model_.weights.content_q, row_of(window, first), asked, scratch_.query.data());
    for (std::uint32_t word = first; word < first + asked; ++word) {
      take_products(word - first, candidates.size());
      for (std::uint32_t n = candidates.begin; n < candidates.end; ++n) {
        scratch_.score[n - candidates.begin] +=
            distance_bias(model_.weights.content_distance, word, found.cues[n].words.begin);
      }
      normalise();
      for (std::size_t n = 0; n < scratch_.score.size(); ++n) scratch_.mean[n] += scratch_.score[n] / asked;
    }
    const auto best = std::max_element(scratch_.mean.begin(), scratch_.mean.end());
    content.cue = candidates.begin + static_cast<std::uint32_t>(best - scratch_.mean.begin());
    content.cue_score = static_cast<float>(std::exp(*best));
    ++scratch_.found.cues[content.cue].contents;
  }

  void choose_source(FoundCue& cue, std::uint32_t window, Range candidates) {
    const Found& found = scratch_.found;
    project(model_.weights.source_q, row_of(window, cue.words.begin), 1, scratch_.query.data());
    take_products(0, 1 + candidates.size());
    for (std::uint32_t n = candidates.begin; n < candidates.end; ++n) {
      scratch_.score[1 + n - candidates.begin] +=
          distance_bias(model_.weights.source_distance, cue.words.begin, found.sources[n].words.begin);
    }
    normalise();
    const auto best = std::max_element(scratch_.score.begin(), scratch_.score.end());
    if (best == scratch_.score.begin()) return;
    cue.source = candidates.begin + static_cast<std::uint32_t>(best - scratch_.score.begin()) - 1;
    cue.source_score = static_cast<float>(std::exp(*best));
  }

  const Model& model_;
  const Kernels& kernels_;
  const StretchSpans& spans_;
  const std::uint32_t first_word_;
  Scratch& scratch_;
};

}  // namespace

void link_spans(const Model& model, const Kernels& kernels, const StretchSpans& spans, std::uint32_t first_word,
                Scratch& scratch) {
  Linker linker(model, kernels, spans, first_word, scratch);
  linker.link_contents();
  linker.link_sources();
}

float communicated(float said) { return static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(said)))); }

}  // namespace onrecord::model
