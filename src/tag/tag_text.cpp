#include "tag/tag_text.h"

#include <algorithm>

#include "tag/decode.h"
#include "tag/encoder.h"
#include "tag/links.h"
#include "tag/pair_judge.h"

namespace onrecord::model {

namespace {

template <class Value>
void grow(Buffer<Value>& buffer, std::size_t size) {
  if (buffer.size() < size) buffer.resize(size);
}

// Sets hidden_at and home of the windows [stretch.begin, stretch.end), and makes room for what they will hold.
void place_windows(const Model& model, Range stretch, Scratch& scratch) {
  std::uint32_t rows = 0;
  scratch.home.clear();
  for (std::uint32_t n = stretch.begin; n < stretch.end; ++n) {
    const Window& window = scratch.windows[n];
    scratch.hidden_at[n] = rows;
    rows += 1 + window.seen.size();
    scratch.home.insert(scratch.home.end(), window.core.size(), n);
  }
  grow(scratch.hidden, std::size_t{rows} * model.blueprint.width);
}

// Fills hidden of the first windows of `left`, of as many neighbours as fit one window's room; gives the others.
Range encode_some(const Model& model, const Kernels& kernels, Range left, Scratch& scratch) {
  const std::size_t to = scratch.hidden_at[left.begin];
  scratch.input.rows.clear();
  scratch.input.lengths.clear();
  scratch.input.kept.clear();
  do {
    append_window(model, scratch.text, scratch.windows[left.begin++], scratch.input);
  } while (!left.empty() && scratch.input.rows.size() + scratch.input.lengths.back() <= model.blueprint.window);
  float* const hidden = scratch.hidden.data() + to * model.blueprint.width;
  if (!model.weights.second) {
    encode(model, kernels, scratch.input, scratch.encoder, hidden);
    return left;
  }
  grow(scratch.below, scratch.input.kept.size() * model.blueprint.width);
  encode(model, kernels, scratch.input, scratch.encoder, hidden, scratch.below.data());
  return left;
}

// What a second reading begins with, of the windows that encode_some filled last.
void keep_lower(const Model& model, Range windows, Scratch& scratch) {
  const std::size_t width = model.blueprint.width;
  const std::uint32_t first = scratch.hidden_at[windows.begin];
  float* const of_windows = scratch.lower.data() + scratch.text.words.size() * width;
  for (std::uint32_t n = windows.begin; n < windows.end; ++n) {
    const Window& window = scratch.windows[n];
    const float* const cls = scratch.below.data() + (scratch.hidden_at[n] - first) * width;
    std::copy_n(cls, width, of_windows + n * width);
    std::copy_n(cls + (1 + window.core.begin - window.seen.begin) * width, window.core.size() * width,
                scratch.lower.data() + std::size_t{window.core.begin} * width);
  }
}

void label_words(const Model& model, const Kernels& kernels, Range windows, Scratch& scratch) {
  const FloatMatrix& matrix = model.weights.labels;
  for (std::uint32_t n = windows.begin; n < windows.end; ++n) {
    const Window& window = scratch.windows[n];
    const std::size_t row = scratch.hidden_at[n] + 1 + window.core.begin - window.seen.begin;
    kernels.multiply_floats(scratch.hidden.data() + row * matrix.inputs, window.core.size(), matrix.inputs,
                            matrix.weight.data(), matrix.bias.data(), matrix.outputs,
                            scratch.labels.data() + std::size_t{window.core.begin} * matrix.outputs);
  }
}

// What the words say to the judgement of pairs.
void read_words(const Model& model, const Kernels& kernels, Range windows, Scratch& scratch) {
  const FloatMatrix& matrix = model.weights.judge_words;
  for (std::uint32_t n = windows.begin; n < windows.end; ++n) {
    const Window& window = scratch.windows[n];
    const std::size_t row = scratch.hidden_at[n] + 1 + window.core.begin - window.seen.begin;
    const std::size_t words = window.core.size();
    grow(scratch.normed, words * matrix.inputs);
    normalise_rows(scratch.hidden.data() + row * matrix.inputs, words, matrix.inputs, scratch.normed.data());
    kernels.multiply_floats(scratch.normed.data(), words, matrix.inputs, matrix.weight.data(), matrix.bias.data(),
                            matrix.outputs, scratch.readings.data() + std::size_t{window.core.begin} * matrix.outputs);
  }
}

template <class Spans>
std::uint32_t size_of(const Spans& spans) {
  return static_cast<std::uint32_t>(spans.size());
}

void tag_stretch(const Model& model, const Kernels& kernels, Range stretch, Scratch& scratch) {
  place_windows(model, stretch, scratch);
  for (Range left = stretch; !left.empty();) {
    const Range others = encode_some(model, kernels, left, scratch);
    // At once, while the vectors are in the cache.
    label_words(model, kernels, {left.begin, others.begin}, scratch);
    if (!model.weights.judges.empty()) read_words(model, kernels, {left.begin, others.begin}, scratch);
    if (model.weights.second) keep_lower(model, {left.begin, others.begin}, scratch);
    left = others;
  }
  const Range words{scratch.windows[stretch.begin].core.begin, scratch.windows[stretch.end - 1].core.end};
  Found& found = scratch.found;
  StretchSpans spans;
  spans.sources.begin = size_of(found.sources);
  spans.cues.begin = size_of(found.cues);
  spans.contents.begin = size_of(found.contents);
  find_tags(model.weights, words, scratch);
  append_spans(words, scratch);
  append_names(words, scratch);
  spans.sources.end = size_of(found.sources);
  spans.cues.end = size_of(found.cues);
  spans.contents.end = size_of(found.contents);
  link_spans(model, kernels, spans, words.begin, scratch);
}

}  // namespace

void append_window(const Model& model, const Words& text, const Window& window, EncoderInput& input) {
  const std::size_t before = input.rows.size();
  std::uint32_t position = 0;
  const auto keep_next = [&input] { input.kept.push_back(static_cast<std::uint32_t>(input.rows.size())); };
  keep_next();
  input.rows.push_back({model.vocabulary.cls, position++});
  for (std::uint32_t i = window.seen.begin; i < window.seen.end; ++i) {
    const Word& word = text.words[i];
    keep_next();
    for (std::uint32_t p = 0; p < word.pieces; ++p) {
      input.rows.push_back(
          {text.pieces[word.first_piece + p], position++, word.letters, word.quotation, word.starts_paragraph});
    }
  }
  input.rows.push_back({model.vocabulary.sep, position});
  input.lengths.push_back(static_cast<std::uint32_t>(input.rows.size() - before));
}

void append_lower(const Model& model, const Scratch& scratch, Readings& out) {
  if (!model.weights.second) return;
  const std::size_t rows = scratch.text.words.size() + scratch.windows.size();
  out.lower.assign(scratch.lower.begin(),
                   scratch.lower.begin() + static_cast<std::ptrdiff_t>(rows * model.blueprint.width));
  out.windows.clear();
  for (const Window& window : scratch.windows) out.windows.push_back(window.core.end);
}

void tag_text(const Model& model, const Kernels& kernels, std::string_view text, Scratch& scratch) {
  split_words(text, model.vocabulary, scratch.text);
  cut_windows(scratch.text.words, model.blueprint, scratch.windows);
  grow(scratch.labels, scratch.text.words.size() * model.weights.labels.outputs);
  if (!model.weights.judges.empty())
    grow(scratch.readings, scratch.text.words.size() * model.weights.judge_words.outputs);
  if (model.weights.second)
    grow(scratch.lower, (scratch.text.words.size() + scratch.windows.size()) * model.blueprint.width);
  scratch.hidden_at.resize(scratch.windows.size());
  Found& found = scratch.found;
  found.sources.clear();
  found.cues.clear();
  found.contents.clear();
  found.names.clear();
  const auto windows = static_cast<std::uint32_t>(scratch.windows.size());
  for (std::uint32_t first = 0; first < windows; first += stretch_windows) {
    tag_stretch(model, kernels, {first, std::min<std::uint32_t>(windows, first + stretch_windows)}, scratch);
  }
}

}  // namespace onrecord::model
