#include "tag/encoder.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "tag/attention.h"

namespace onrecord::model {

namespace {

// So many rows go through the feed-forward products together that what lies between stays in the second cache.
constexpr std::size_t raised_rows = 64;

// addend[0..rows) = matrix * input rows, which are quantised one by one.
void multiply(const PackedMatrix& matrix, const Kernels& kernels, const float* input, std::size_t rows,
              std::size_t padded, float* out, EncoderScratch& scratch) {
  for (std::size_t r = 0; r < rows; ++r) {
    kernels.quantize(input + r * matrix.inputs, matrix.inputs, scratch.bytes.data() + r * matrix.inputs,
                     &scratch.step[r], &scratch.zero[r]);
  }
  const Rows<std::uint8_t> quantised{scratch.bytes.data(), matrix.inputs, scratch.step.data(), scratch.zero.data(),
                                     padded};
  kernels.multiply_bytes(quantised, matrix.columns(), out, matrix.outputs);
}

void add_norm(const Norm& norm, const Kernels& kernels, std::size_t rows, EncoderScratch& scratch) {
  const std::size_t width = norm.gain.size();
  for (std::size_t r = 0; r < rows; ++r) {
    kernels.add_norm(scratch.x.data() + r * width, scratch.addend.data() + r * width, norm.gain.data(),
                     norm.bias.data(), width);
  }
}

// addend = down(gelu(up(x))), some rows at a time.
void feed_forward(const Layer& layer, const Kernels& kernels, std::size_t rows, EncoderScratch& scratch) {
  const std::size_t width = layer.up.inputs;
  const std::size_t inner = layer.up.outputs;
  for (std::size_t first = 0; first < rows; first += raised_rows) {
    const std::size_t count = std::min(raised_rows, rows - first);
    const std::size_t padded = round_up(count, row_group);
    multiply(layer.up, kernels, scratch.x.data() + first * width, count, padded, scratch.raised.data(), scratch);
    for (std::size_t r = 0; r < count; ++r) {
      kernels.gelu_quantize(scratch.raised.data() + r * inner, inner, scratch.bytes.data() + r * inner,
                            &scratch.step[r], &scratch.zero[r]);
    }
    const Rows<std::uint8_t> quantised{scratch.bytes.data(), inner, scratch.step.data(), scratch.zero.data(), padded};
    kernels.multiply_bytes(quantised, layer.down.columns(), scratch.addend.data() + first * width, width);
  }
}

void prepare(const Blueprint& b, std::size_t padded, EncoderScratch& scratch) {
  const std::size_t mixed = b.heads * slot_of(b);
  const std::size_t widest = std::max({std::size_t{b.embedding}, std::size_t{b.width}, mixed});
  const auto grow = [](auto& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
  };
  grow(scratch.x, padded * std::max(b.width, b.embedding));
  grow(scratch.addend, padded * std::max(b.width, b.embedding));
  grow(scratch.qkv, padded * 3 * mixed);
  grow(scratch.mixed, padded * mixed);
  grow(scratch.raised, raised_rows * b.inner);
  grow(scratch.bytes, std::max(padded * widest, raised_rows * b.inner));
  grow(scratch.step, std::max(padded, raised_rows));
  grow(scratch.zero, std::max(padded, raised_rows));
  for (std::size_t r = scratch.every.size(); r < padded; ++r) scratch.every.push_back(static_cast<std::uint32_t>(r));
  prepare_attention(b, scratch);
}

void embed(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  const Blueprint& b = model.blueprint;
  const Weights& w = model.weights;
  const std::size_t rows = input.rows.size();
  float* const words = w.project ? scratch.addend.data() : scratch.x.data();
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t piece = input.rows[r].piece;
    const std::int8_t* from = w.word.data() + piece * b.embedding;
    const float scale = w.word_scale[piece];
    for (std::size_t i = 0; i < b.embedding; ++i) words[r * b.embedding + i] = scale * static_cast<float>(from[i]);
  }
  if (w.project) multiply(*w.project, kernels, words, rows, round_up(rows, row_group), scratch.x.data(), scratch);
  for (std::size_t r = 0; r < rows; ++r) {
    const EncoderInput::Row& row = input.rows[r];
    const float* position = w.position.data() + row.position * b.width;
    const float* letters = w.letters.data() + static_cast<std::size_t>(row.letters) * b.width;
    const float* quotation = w.quotation.data() + static_cast<std::size_t>(row.quotation) * b.width;
    const float* paragraph = w.paragraph.data() + (row.starts_paragraph ? b.width : 0);
    float* out = scratch.addend.data() + r * b.width;
    for (std::size_t i = 0; i < b.width; ++i) out[i] = position[i] + letters[i] + quotation[i] + paragraph[i];
  }
  add_norm(w.norm, kernels, rows, scratch);
}

// What the rows `wanted` see in their windows, to as many rows of scratch.mixed.
void attend_windows(const Model& model, const Kernels& kernels, const EncoderInput& input,
                    std::span<const std::uint32_t> wanted, EncoderScratch& scratch) {
  std::size_t first = 0;
  std::size_t done = 0;
  for (const std::uint32_t length : input.lengths) {
    std::size_t end = done;
    while (end < wanted.size() && wanted[end] < first + length) ++end;
    attend(model.blueprint, kernels, first, length, wanted.subspan(done, end - done), done, scratch);
    done = end;
    first += length;
  }
}

// x becomes its rows `wanted`.
void keep_rows(std::span<const std::uint32_t> wanted, std::size_t width, EncoderScratch& scratch) {
  float* const x = scratch.x.data();
  for (std::size_t n = 0; n < wanted.size(); ++n) {
    if (wanted[n] != n) std::copy_n(x + wanted[n] * width, width, x + n * width);
  }
}

}  // namespace

const float* encode(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  const std::size_t rows = input.rows.size();
  prepare(model.blueprint, round_up(rows, row_group), scratch);
  embed(model, kernels, input, scratch);
  const auto all = std::span<const std::uint32_t>(scratch.every).first(rows);
  for (const Layer& layer : model.weights.layers) {
    // Behind the attention of the last layer nothing asks for the other rows any more.
    const bool last = &layer == &model.weights.layers.back();
    const std::span<const std::uint32_t> wanted = last ? std::span(input.kept) : all;
    multiply(layer.qkv, kernels, scratch.x.data(), rows, round_up(rows, row_group), scratch.qkv.data(), scratch);
    attend_windows(model, kernels, input, wanted, scratch);
    if (last) keep_rows(wanted, model.blueprint.width, scratch);
    multiply(layer.out, kernels, scratch.mixed.data(), wanted.size(), round_up(wanted.size(), row_group),
             scratch.addend.data(), scratch);
    add_norm(layer.norm1, kernels, wanted.size(), scratch);
    feed_forward(layer, kernels, wanted.size(), scratch);
    add_norm(layer.norm2, kernels, wanted.size(), scratch);
  }
  return scratch.x.data();
}

}  // namespace onrecord::model
