#include "tag/links.h"

#include <algorithm>
#include <cmath>

namespace onrecord::model {

namespace {

class Linker {
 public:
  Linker(const Model& model, const Kernels& kernels, const StretchSpans& spans, std::uint32_t first_word,
         Scratch& scratch)
      : model_(model), kernels_(kernels), spans_(spans), first_word_(first_word), scratch_(scratch) {}

  void link_contents() {
    Found& found = scratch_.found;
    scratch_.asked.clear();
    each_group(found.contents, spans_.contents, [&](std::uint32_t window, Range contents) {
      const Range candidates = seen_in(window, found.cues, spans_.cues);
      // A single candidate wins whatever its score.
      if (candidates.size() < 2) {
        for (std::uint32_t n = contents.begin; n < contents.end && !candidates.empty(); ++n)
          take_cue(found.contents[n], candidates.begin, 1.0f);
        return;
      }
      for (std::uint32_t n = candidates.begin; n < candidates.end; ++n)
        scratch_.asked.push_back(row_of(window, found.cues[n].words.begin));
    });
    if (scratch_.asked.empty()) return;
    // q k = (W x + b) k = x (W^T k) + b k: a window has many more words in contents than cues, so the product with W
    // is taken once a cue.
    const Weights& w = model_.weights;
    project(w.content_k, scratch_.keys);
    grow(scratch_.folded, scratch_.asked.size() * w.content_q.outputs);
    kernels_.multiply_floats(scratch_.keys.data(), scratch_.asked.size(), w.content_q.inputs, w.content_q.weight.data(),
                             w.content_q.bias.data(), w.content_q.outputs, scratch_.folded.data());
    std::size_t first_key = 0;
    each_group(found.contents, spans_.contents, [&](std::uint32_t window, Range contents) {
      const Range candidates = seen_in(window, found.cues, spans_.cues);
      if (candidates.size() < 2) return;
      place_folded(first_key, candidates.size());
      first_key += candidates.size();
      for (std::uint32_t n = contents.begin; n < contents.end; ++n) choose_cue(found.contents[n], window, candidates);
    });
  }

  void link_sources() {
    Found& found = scratch_.found;
    scratch_.asked.clear();
    for (std::uint32_t n = spans_.cues.begin; n < spans_.cues.end; ++n) {
      const std::uint32_t first = found.cues[n].words.begin;
      scratch_.asked.push_back(row_of(home(first), first));
    }
    if (scratch_.asked.empty()) return;
    const Weights& w = model_.weights;
    project(w.said, scratch_.query);
    for (std::uint32_t n = spans_.cues.begin; n < spans_.cues.end; ++n)
      found.cues[n].said = scratch_.query[(n - spans_.cues.begin) * w.said.outputs];
    project(w.source_q, scratch_.query);
    scratch_.asked.clear();
    each_group(found.cues, spans_.cues, [&](std::uint32_t window, Range) {
      const Range candidates = seen_in(window, found.sources, spans_.sources);
      if (candidates.empty()) return;
      // The first key is that of "none": of the window's [CLS].
      scratch_.asked.push_back(scratch_.hidden_at[window]);
      for (std::uint32_t n = candidates.begin; n < candidates.end; ++n)
        scratch_.asked.push_back(row_of(window, found.sources[n].words.begin));
    });
    project(w.source_k, scratch_.keys);
    std::size_t first_key = 0;
    each_group(found.cues, spans_.cues, [&](std::uint32_t window, Range cues) {
      const Range candidates = seen_in(window, found.sources, spans_.sources);
      if (candidates.empty()) return;
      for (std::uint32_t n = cues.begin; n < cues.end; ++n)
        choose_source(found.cues[n], n - spans_.cues.begin, first_key, candidates);
      first_key += 1 + candidates.size();
    });
  }

 private:
  std::uint32_t home(std::uint32_t word) const { return scratch_.home[word - first_word_]; }
  std::uint32_t row_of(std::uint32_t window, std::uint32_t word) const {
    return scratch_.hidden_at[window] + 1 + word - scratch_.windows[window].seen.begin;
  }

  template <class Value>
  static void grow(Buffer<Value>& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
  }

  // Calls use(window, spans) for the spans of `all` whose first words stand in the core of one window.
  template <class Spans, class Use>
  void each_group(const Spans& spans, Range all, const Use& use) const {
    for (std::uint32_t begin = all.begin; begin < all.end;) {
      const std::uint32_t window = home(spans[begin].words.begin);
      std::uint32_t end = begin + 1;
      while (end < all.end && home(spans[end].words.begin) == window) ++end;
      use(window, Range{begin, end});
      begin = end;
    }
  }

  // out = the vectors of scratch_.asked times the matrix; all at once, since the matrix comes from far.
  void project(const FloatMatrix& matrix, Buffer<float>& out) {
    grow(scratch_.gathered, scratch_.asked.size() * matrix.inputs);
    grow(out, scratch_.asked.size() * matrix.outputs);
    float* to = scratch_.gathered.data();
    for (const std::uint32_t row : scratch_.asked)
      to = std::copy_n(scratch_.hidden.data() + std::size_t{row} * matrix.inputs, matrix.inputs, to);
    kernels_.multiply_floats(scratch_.gathered.data(), scratch_.asked.size(), matrix.inputs, matrix.weight.data(),
                             matrix.bias.data(), matrix.outputs, out.data());
  }

  // The spans of [all.begin, all.end) whose first word the window sees.
  template <class Spans>
  Range seen_in(std::uint32_t window, const Spans& spans, Range all) const {
    const Range seen = scratch_.windows[window].seen;
    while (all.begin < all.end && spans[all.begin].words.begin < seen.begin) ++all.begin;
    while (all.begin < all.end && spans[all.end - 1].words.begin >= seen.end) --all.end;
    return all;
  }

  // Makes `count` keys from number `first` on the columns of a matrix that takes words to scores.
  void place_folded(std::size_t first, std::size_t count) {
    const Weights& w = model_.weights;
    const std::size_t width = w.content_q.outputs;
    const std::size_t columns = round_up(count, lane_count);
    grow(scratch_.scorer, width * columns);
    scratch_.scorer_bias.assign(columns, 0.0f);
    for (std::size_t n = 0; n < count; ++n) {
      const float* const folded = scratch_.folded.data() + (first + n) * width;
      for (std::size_t i = 0; i < width; ++i) scratch_.scorer[i * columns + n] = folded[i];
      const float* const key = scratch_.keys.data() + (first + n) * w.content_k.outputs;
      for (std::size_t i = 0; i < w.content_q_bias.size(); ++i) scratch_.scorer_bias[n] += w.content_q_bias[i] * key[i];
    }
  }

  // scratch.score becomes the products of a query with `count` keys from number `first` on: four at a time, since one
  // sum waits for itself at each step.
  void take_products(std::size_t query, std::size_t first, std::size_t count) const {
    const std::size_t link = model_.blueprint.link;
    const std::size_t apart = model_.weights.source_k.outputs;
    const float* const queries = scratch_.query.data() + query * model_.weights.source_q.outputs;
    const double root = std::sqrt(static_cast<double>(link));
    scratch_.score.resize(count);
    for (std::size_t key = 0; key < count; key += 4) {
      const float* keys[4];
      double sums[4] = {};
      for (std::size_t k = 0; k < 4; ++k)
        keys[k] = scratch_.keys.data() + (first + std::min(key + k, count - 1)) * apart;
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

  void take_cue(FoundContent& content, std::uint32_t cue, float score) {
    content.cue = cue;
    content.cue_score = score;
    ++scratch_.found.cues[cue].contents;
  }

  void choose_cue(FoundContent& content, std::uint32_t window, Range candidates) {
    const Found& found = scratch_.found;
    const Weights& w = model_.weights;
    const double root = std::sqrt(static_cast<double>(model_.blueprint.link));
    const std::size_t columns = scratch_.scorer_bias.size();
    const std::uint32_t first = content.words.begin;
    const std::uint32_t asked = std::min(content.words.end, scratch_.windows[window].seen.end) - first;
    grow(scratch_.query, asked * columns);
    kernels_.multiply_floats(scratch_.hidden.data() + std::size_t{row_of(window, first)} * w.content_q.outputs, asked,
                             w.content_q.outputs, scratch_.scorer.data(), scratch_.scorer_bias.data(), columns,
                             scratch_.query.data());
    scratch_.mean.assign(candidates.size(), 0.0);
    scratch_.score.resize(candidates.size());
    for (std::uint32_t word = first; word < first + asked; ++word) {
      const float* const products = scratch_.query.data() + (word - first) * columns;
      for (std::uint32_t n = 0; n < candidates.size(); ++n) {
        scratch_.score[n] = static_cast<double>(products[n]) / root +
                            distance_bias(w.content_distance, word, found.cues[candidates.begin + n].words.begin);
      }
      normalise();
      for (std::size_t n = 0; n < scratch_.score.size(); ++n) scratch_.mean[n] += scratch_.score[n] / asked;
    }
    const auto best = std::max_element(scratch_.mean.begin(), scratch_.mean.end());
    take_cue(content, candidates.begin + static_cast<std::uint32_t>(best - scratch_.mean.begin()),
             static_cast<float>(std::exp(*best)));
  }

  void choose_source(FoundCue& cue, std::size_t query, std::size_t first_key, Range candidates) {
    const Found& found = scratch_.found;
    take_products(query, first_key, 1 + candidates.size());
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
