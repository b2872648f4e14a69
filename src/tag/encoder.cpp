#include "tag/encoder.h"

#include <algorithm>
#include <span>

#include "tag/attention.h"

namespace onrecord::model {

namespace {

// So many rows go through what follows attention together.
constexpr std::size_t some_rows = 64;

// out = matrix * rows [first, first + count) of `quantised`; rows that fill up the last group are made too.
void multiply(const PackedMatrix& matrix, const Kernels& kernels, const Quantised& quantised, std::size_t first,
              std::size_t count, float* out) {
  const Rows<std::uint8_t> rows{quantised.bytes.data() + first * matrix.inputs, matrix.inputs,
                                quantised.step.data() + first, quantised.zero.data() + first,
                                round_up(count, row_group)};
  kernels.multiply_bytes(rows, matrix.columns(), out, matrix.outputs);
}

// Behind attention each piece goes its own way: addend, x and raised hold some rows at a time, which so stay in the
// second cache. The last layer's rows are wanted in `last`, and not quantised.
void finish_layer(const Layer& layer, const Kernels& kernels, std::size_t rows, float* last, EncoderScratch& scratch) {
  const std::size_t width = layer.up.inputs;
  const std::size_t inner = layer.up.outputs;
  const std::size_t across = layer.out.inputs;
  Quantised& wide = scratch.wide;
  Quantised& narrow = scratch.narrow;
  float* const addend = scratch.addend.data();
  for (std::size_t first = 0; first < rows; first += some_rows) {
    const std::size_t count = std::min(some_rows, rows - first);
    float* const x = scratch.x.data() + first * width;
    std::uint8_t* const bytes = wide.bytes.data() + first * width;
    const auto add_norm = [&](const Norm& norm, float* out, std::uint8_t* quantised) {
      kernels.add_norm(x, addend, norm.gain.data(), norm.bias.data(), width, count, out, quantised,
                       wide.step.data() + first, wide.zero.data() + first);
    };
    for (std::size_t r = 0; r < count; ++r) {
      kernels.quantize(scratch.mixed.data() + (first + r) * across, across, narrow.bytes.data() + r * across,
                       &narrow.step[r], &narrow.zero[r]);
    }
    multiply(layer.out, kernels, narrow, 0, count, addend);
    add_norm(layer.norm1, x, bytes);
    multiply(layer.up, kernels, wide, first, count, scratch.raised.data());
    for (std::size_t r = 0; r < count; ++r) {
      kernels.gelu_quantize(scratch.raised.data() + r * inner, inner, narrow.bytes.data() + r * inner, &narrow.step[r],
                            &narrow.zero[r]);
    }
    multiply(layer.down, kernels, narrow, 0, count, addend);
    if (last != nullptr) {
      add_norm(layer.norm2, last + first * width, nullptr);
    } else {
      add_norm(layer.norm2, x, bytes);
    }
  }
}

void prepare(const Blueprint& b, std::size_t padded, EncoderScratch& scratch) {
  const std::size_t mixed = b.heads * slot_of(b);
  const auto grow = [](auto& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
  };
  const auto grow_quantised = [&](Quantised& quantised, std::size_t rows, std::size_t width) {
    grow(quantised.bytes, rows * width);
    grow(quantised.step, rows);
    grow(quantised.zero, rows);
  };
  grow(scratch.x, padded * std::max(b.width, b.embedding));
  grow(scratch.addend, std::max(padded, some_rows) * b.width);
  grow(scratch.qkv, padded * 3 * mixed);
  grow(scratch.mixed, (padded + row_group) * mixed);
  grow(scratch.raised, some_rows * b.inner);
  grow_quantised(scratch.wide, padded, b.width);
  grow_quantised(scratch.narrow, std::max(padded, some_rows),
                 std::max({mixed, std::size_t{b.inner}, std::size_t{b.embedding}}));
  for (std::size_t r = scratch.every.size(); r < padded; ++r) scratch.every.push_back(static_cast<std::uint32_t>(r));
  prepare_attention(b, scratch);
}

EmbeddedRow embedded(const Model& model, const EncoderInput::Row& row) {
  const Weights& w = model.weights;
  const std::size_t width = model.blueprint.width;
  return {w.word.data() + std::size_t{row.piece} * model.blueprint.embedding,
          w.word_scale[row.piece],
          {w.position.data() + row.position * width, w.letters.data() + static_cast<std::size_t>(row.letters) * width,
           w.quotation.data() + static_cast<std::size_t>(row.quotation) * width,
           w.paragraph.data() + (row.starts_paragraph ? width : 0)}};
}

// The rows of the words' table lie far apart: they are on their way while the list is being made.
void fetch(const EmbeddedRow& row, std::size_t width) {
  for (std::size_t i = 0; i < width; i += 64) __builtin_prefetch(row.word + i);
}

// What the rows are by themselves: x, also quantised.
void embed(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  const Norm& norm = model.weights.norm;
  scratch.embedded.clear();
  for (const EncoderInput::Row& row : input.rows) {
    scratch.embedded.push_back(embedded(model, row));
    fetch(scratch.embedded.back(), model.blueprint.embedding);
  }
  kernels.embed(scratch.embedded.data(), norm.gain.data(), norm.bias.data(), model.blueprint.width, input.rows.size(),
                scratch.x.data(), scratch.wide.bytes.data(), scratch.wide.step.data(), scratch.wide.zero.data());
}

// The same where the words' table has another width.
void embed_projected(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  const Weights& w = model.weights;
  const std::size_t width = model.blueprint.width;
  const std::size_t narrow = model.blueprint.embedding;
  const std::size_t rows = input.rows.size();
  for (std::size_t r = 0; r < rows; ++r) {
    const EmbeddedRow row = embedded(model, input.rows[r]);
    float* const word = scratch.x.data();
    for (std::size_t i = 0; i < narrow; ++i) word[i] = row.scale * static_cast<float>(row.word[i]);
    kernels.quantize(word, narrow, scratch.narrow.bytes.data() + r * narrow, &scratch.narrow.step[r],
                     &scratch.narrow.zero[r]);
  }
  multiply(*w.project, kernels, scratch.narrow, 0, rows, scratch.addend.data());
  for (std::size_t r = 0; r < rows; ++r) {
    const EmbeddedRow row = embedded(model, input.rows[r]);
    float* const x = scratch.x.data() + r * width;
    for (std::size_t i = 0; i < width; ++i)
      x[i] = row.added[0][i] + row.added[1][i] + row.added[2][i] + row.added[3][i];
  }
  kernels.add_norm(scratch.addend.data(), scratch.x.data(), w.norm.gain.data(), w.norm.bias.data(), width, rows,
                   scratch.x.data(), scratch.wide.bytes.data(), scratch.wide.step.data(), scratch.wide.zero.data());
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

void encode(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch,
            float* out) {
  const std::size_t rows = input.rows.size();
  prepare(model.blueprint, round_up(rows, row_group), scratch);
  if (model.weights.project) {
    embed_projected(model, kernels, input, scratch);
  } else {
    embed(model, kernels, input, scratch);
  }
  const auto all = std::span<const std::uint32_t>(scratch.every).first(rows);
  for (const Layer& layer : model.weights.layers) {
    // Behind the attention of the last layer nothing asks for the other rows any more.
    const bool last = &layer == &model.weights.layers.back();
    const std::span<const std::uint32_t> wanted = last ? std::span(input.kept) : all;
    multiply(layer.qkv, kernels, scratch.wide, 0, rows, scratch.qkv.data());
    attend_windows(model, kernels, input, wanted, scratch);
    if (last) keep_rows(wanted, model.blueprint.width, scratch);
    finish_layer(layer, kernels, wanted.size(), last ? out : nullptr, scratch);
  }
}

}  // namespace onrecord::model
