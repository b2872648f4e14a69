#include "tag/encoder.h"

#include <algorithm>

#include "tag/attention.h"

namespace onrecord::model {

namespace {

// So many rows go through what follows attention together.
constexpr std::size_t some_rows = 64;

// out = columns * rows [first, first + count) of `quantised`.
void multiply(const Columns<std::int8_t>& columns, const Kernels& kernels, const Quantised& quantised,
              std::size_t first, std::size_t count, float* out, std::size_t out_stride) {
  const Rows<std::uint8_t> rows{quantised.bytes.data() + first * columns.inputs, columns.inputs,
                                quantised.step.data() + first, quantised.zero.data() + first, count};
  kernels.multiply_bytes(rows, columns, out, out_stride);
}
void multiply(const PackedMatrix& matrix, const Kernels& kernels, const Quantised& quantised, std::size_t first,
              std::size_t count, float* out) {
  multiply(matrix.columns(), kernels, quantised, first, count, out, matrix.outputs);
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
    kernels.quantize(scratch.mixed.data() + first * across, across, count, narrow.bytes.data(), narrow.step.data(),
                     narrow.zero.data());
    multiply(layer.out, kernels, narrow, 0, count, addend);
    add_norm(layer.norm1, x, bytes);
    multiply(layer.up, kernels, wide, first, count, scratch.raised.data());
    kernels.gelu_quantize(scratch.raised.data(), inner, count, narrow.bytes.data(), narrow.step.data(),
                          narrow.zero.data());
    multiply(layer.down, kernels, narrow, 0, count, addend);
    if (last != nullptr) {
      add_norm(layer.norm2, last + first * width, nullptr);
    } else {
      add_norm(layer.norm2, x, bytes);
    }
  }
}

void prepare(const Blueprint& b, std::size_t rows, EncoderScratch& scratch) {
  const std::size_t mixed = b.heads * slot_of(b);
  const auto grow = [](auto& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
  };
  const auto grow_quantised = [&](Quantised& quantised, std::size_t count, std::size_t width) {
    grow(quantised.bytes, count * width);
    grow(quantised.step, count);
    grow(quantised.zero, count);
  };
  grow(scratch.x, rows * std::max(b.width, b.embedding));
  grow(scratch.addend, std::max(rows, some_rows) * b.width);
  grow(scratch.qkv, rows * 3 * mixed);
  grow(scratch.mixed, rows * mixed);
  grow(scratch.raised, some_rows * b.inner);
  grow_quantised(scratch.wide, rows, b.width);
  grow_quantised(scratch.narrow, std::max(rows, some_rows),
                 std::max({mixed, std::size_t{b.inner}, std::size_t{b.embedding}}));
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
    kernels.quantize(word, narrow, 1, scratch.narrow.bytes.data() + r * narrow, &scratch.narrow.step[r],
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

// What each row sees in its window.
void attend_windows(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  std::uint32_t first = 0;
  for (const std::uint32_t length : input.lengths) {
    const Range window{first, first + length};
    attend(model.blueprint, kernels, window, window, scratch);
    first += length;
  }
}

// Behind the attention of the last layer nothing asks for other rows than those kept: x becomes them, and they alone
// ask, from the first row of scratch.qkv on.
void attend_with_kept(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  const PackedMatrix& qkv = model.weights.layers.back().qkv;
  const std::size_t width = qkv.inputs;
  const std::size_t across = qkv.outputs / 3;
  multiply(qkv.columns(across, 2 * across), kernels, scratch.wide, 0, input.rows.size(), scratch.qkv.data() + across,
           qkv.outputs);
  Quantised& wide = scratch.wide;
  for (std::size_t n = 0; n < input.kept.size(); ++n) {
    const std::size_t row = input.kept[n];
    if (row == n) continue;
    std::copy_n(scratch.x.data() + row * width, width, scratch.x.data() + n * width);
    std::copy_n(wide.bytes.data() + row * width, width, wide.bytes.data() + n * width);
    wide.step[n] = wide.step[row];
    wide.zero[n] = wide.zero[row];
  }
  multiply(qkv.columns(0, across), kernels, wide, 0, input.kept.size(), scratch.qkv.data(), qkv.outputs);
  std::uint32_t first = 0;
  std::uint32_t done = 0;
  for (const std::uint32_t length : input.lengths) {
    std::uint32_t end = done;
    while (end < input.kept.size() && input.kept[end] < first + length) ++end;
    attend(model.blueprint, kernels, {first, first + length}, {done, end}, scratch);
    done = end;
    first += length;
  }
}

}  // namespace

void encode(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch, float* out,
            float* lower) {
  const std::size_t rows = input.rows.size();
  prepare(model.blueprint, rows, scratch);
  if (model.weights.project) {
    embed_projected(model, kernels, input, scratch);
  } else {
    embed(model, kernels, input, scratch);
  }
  const std::size_t width = model.blueprint.width;
  const std::size_t read_again_from = model.weights.layers.size() - model.blueprint.second.layers;
  for (const Layer& layer : model.weights.layers) {
    const auto number = static_cast<std::size_t>(&layer - model.weights.layers.data());
    if (lower != nullptr && number == read_again_from) {
      for (std::size_t n = 0; n < input.kept.size(); ++n)
        std::copy_n(scratch.x.data() + input.kept[n] * width, width, lower + n * width);
    }
    if (number + 1 == model.weights.layers.size()) {
      attend_with_kept(model, kernels, input, scratch);
      finish_layer(layer, kernels, input.kept.size(), out, scratch);
    } else {
      multiply(layer.qkv, kernels, scratch.wide, 0, rows, scratch.qkv.data());
      attend_windows(model, kernels, input, scratch);
      finish_layer(layer, kernels, rows, nullptr, scratch);
    }
  }
}

void encode_again(const Model& model, const Kernels& kernels, const float* rows, std::size_t count,
                  EncoderScratch& scratch, float* out) {
  prepare(model.blueprint, count, scratch);
  const std::size_t width = model.blueprint.width;
  const Range all{0, static_cast<std::uint32_t>(count)};
  std::copy_n(rows, count * width, scratch.x.data());
  Quantised& wide = scratch.wide;
  kernels.quantize(rows, width, count, wide.bytes.data(), wide.step.data(), wide.zero.data());
  const std::vector<Layer>& layers = model.weights.second->layers;
  for (const Layer& layer : layers) {
    multiply(layer.qkv, kernels, wide, 0, count, scratch.qkv.data());
    attend(model.blueprint, kernels, all, all, scratch);
    finish_layer(layer, kernels, count, &layer == &layers.back() ? out : nullptr, scratch);
  }
}

}  // namespace onrecord::model
