#include "tag/tag_text.h"

#include <algorithm>

#include "tag/decode.h"
#include "tag/encoder.h"
#include "tag/links.h"

namespace onrecord::model {

namespace {

template <class Value>
void grow(Buffer<Value>& buffer, std::size_t size) {
  if (buffer.size() < size) buffer.resize(size);
}

// Encodes windows [batch.begin, batch.end) together and keeps the vectors of [CLS] and of the words' first pieces, the
// window's rows from scratch.hidden_at on.
void encode_batch(const Model& model, const Kernels& kernels, Range batch, Scratch& scratch) {
  const std::size_t width = model.blueprint.width;
  const float* row = encode(model, kernels, scratch.input, scratch.encoder);
  for (std::uint32_t n = batch.begin; n < batch.end; ++n) {
    const Range seen = scratch.windows[n].seen;
    float* to = scratch.hidden.data() + std::size_t{scratch.hidden_at[n]} * width;
    to = std::copy_n(row, width, to);
    row += width;
    for (std::uint32_t i = seen.begin; i < seen.end; ++i) {
      to = std::copy_n(row, width, to);
      row += scratch.text.words[i].pieces * width;
    }
    row += width;  // [SEP]
  }
}

// Fills hidden, hidden_at and home of the windows [stretch.begin, stretch.end). Neighbours that fit one window's room
// share a batch.
void encode_stretch(const Model& model, const Kernels& kernels, Range stretch, Scratch& scratch) {
  std::uint32_t rows = 0;
  scratch.home.clear();
  for (std::uint32_t n = stretch.begin; n < stretch.end; ++n) {
    const Window& window = scratch.windows[n];
    scratch.hidden_at[n] = rows;
    rows += 1 + window.seen.size();
    scratch.home.insert(scratch.home.end(), window.core.size(), n);
  }
  grow(scratch.hidden, std::size_t{rows} * model.blueprint.width);
  for (std::uint32_t n = stretch.begin; n < stretch.end;) {
    Range batch{n, n};
    scratch.input.rows.clear();
    scratch.input.lengths.clear();
    do {
      append_window(model, scratch.text, scratch.windows[n++], scratch.input);
      batch.end = n;
    } while (n < stretch.end && scratch.input.rows.size() + scratch.input.lengths.back() <= model.blueprint.window);
    encode_batch(model, kernels, batch, scratch);
  }
}

void label_words(const Model& model, const Kernels& kernels, Range stretch, Scratch& scratch) {
  const FloatMatrix& matrix = model.weights.labels;
  for (std::uint32_t n = stretch.begin; n < stretch.end; ++n) {
    const Window& window = scratch.windows[n];
    for (std::uint32_t i = window.core.begin; i < window.core.end; ++i) {
      const std::size_t row = scratch.hidden_at[n] + 1 + i - window.seen.begin;
      kernels.multiply_floats(scratch.hidden.data() + row * matrix.inputs, matrix.inputs, matrix.weight.data(),
                              matrix.bias.data(), matrix.outputs,
                              scratch.labels.data() + std::size_t{i} * matrix.outputs);
    }
  }
}

template <class Spans>
std::uint32_t size_of(const Spans& spans) {
  return static_cast<std::uint32_t>(spans.size());
}

void tag_stretch(const Model& model, const Kernels& kernels, Range stretch, Scratch& scratch) {
  encode_stretch(model, kernels, stretch, scratch);
  label_words(model, kernels, stretch, scratch);
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
  input.rows.push_back({model.vocabulary.cls, position++});
  for (std::uint32_t i = window.seen.begin; i < window.seen.end; ++i) {
    const Word& word = text.words[i];
    for (std::uint32_t p = 0; p < word.pieces; ++p) {
      input.rows.push_back(
          {text.pieces[word.first_piece + p], position++, word.letters, word.quotation, word.starts_paragraph});
    }
  }
  input.rows.push_back({model.vocabulary.sep, position});
  input.lengths.push_back(static_cast<std::uint32_t>(input.rows.size() - before));
}

void tag_text(const Model& model, const Kernels& kernels, std::string_view text, Scratch& scratch) {
  split_words(text, model.vocabulary, scratch.text);
  cut_windows(scratch.text.words, model.blueprint, scratch.windows);
  grow(scratch.labels, scratch.text.words.size() * model.weights.labels.outputs);
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
