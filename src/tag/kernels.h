// The inner loops of the tagger, once per instruction set, chosen at run time. Every kernel gives the same bits on
// every instruction set: integer products are exact, and floating-point steps are written as the same sequence of
// additions, multiplications and fused multiply-adds over 16 lanes (lane_kernels.h), whatever the width of the
// registers.
//
// All widths are multiples of 16 and all rows start on 64-byte boundaries; who lays out the memory pads with zeros.
// Nothing here allocates, fails or keeps state; any thread may call it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord::model {

// The products take rows in groups of this many, and what is left in a smaller one.
inline constexpr std::size_t row_group = 8;
// Outputs stand side by side in blocks of this many.
inline constexpr std::size_t lane_count = 16;

constexpr std::size_t round_up(std::size_t count, std::size_t multiple) {
  return (count + multiple - 1) / multiple * multiple;
}

// Rows of integers to be multiplied: value = step[r] * (values[r][k] - zero[r]). `Value` is u8 or s16.
template <class Value>
struct Rows {
  const Value* values = nullptr;       // [count, stride]
  std::size_t stride = 0;              // values from one row to the next
  const float* step = nullptr;         // [count]
  const std::int32_t* zero = nullptr;  // [count]; unused for s16
  std::size_t count = 0;
};

// A matrix as the products read it: blocks of 16 outputs; in a block, groups of inputs that fill 32 bits (4 of s8, 2 of
// s16); in a group, the 16 outputs one after the other.
template <class Value>
struct Columns {
  static constexpr std::size_t group = 4 / sizeof(Value);
  const Value* packed = nullptr;      // [outputs / 16, inputs / group, 16, group]
  const float* scale = nullptr;       // [outputs]
  const std::int32_t* sum = nullptr;  // [outputs]: the sum of each output's weights; unused for s16
  const float* bias = nullptr;        // [outputs]; unused for s16
  std::size_t outputs = 0;            // a multiple of lane_count
  std::size_t inputs = 0;             // a multiple of `group`
};

// What a row is before the first layer: scale * word + the sum of what is added.
struct EmbeddedRow {
  const std::int8_t* word = nullptr;
  float scale = 0.0f;
  const float* added[4] = {};
};

struct Kernels {
  std::string_view name;

  // out[r][c] = step[r] * scale[c] * sum over k of (values[r][k] - zero[r]) * weight[c][k] + bias[c]. The sum must fit
  // 32 bits.
  void (*multiply_bytes)(const Rows<std::uint8_t>& rows, const Columns<std::int8_t>& columns, float* out,
                         std::size_t out_stride);
  // out[r][c] = step[r] * scale[c] * sum over k of values[r][k] * weight[c][k].
  void (*multiply_shorts)(const Rows<std::int16_t>& rows, const Columns<std::int16_t>& columns, float* out,
                          std::size_t out_stride);
  // out[r][c] = bias[c] + sum over k of x[r][k] * weight[k][c], in the order of k, for `count` rows; x is [count,
  // inputs], weight [inputs, outputs].
  void (*multiply_floats)(const float* x, std::size_t count, std::size_t inputs, const float* weight, const float* bias,
                          std::size_t outputs, float* out);

  // `count` rows of `width` to u8, so that each x is about step * (u8 - zero) of its row.
  void (*quantize)(const float* x, std::size_t width, std::size_t count, std::uint8_t* out, float* step,
                   std::int32_t* zero);
  // The same of gelu(x); x is overwritten.
  void (*gelu_quantize)(float* x, std::size_t width, std::size_t count, std::uint8_t* out, float* step,
                        std::int32_t* zero);
  // out = LayerNorm(x + y) * gain + bias of `count` rows; also as quantize() makes it where `bytes` is not null. `out`
  // may be x or y.
  void (*add_norm)(const float* x, const float* y, const float* gain, const float* bias, std::size_t width,
                   std::size_t count, float* out, std::uint8_t* bytes, float* step, std::int32_t* zero);
  // The same of what is embedded.
  void (*embed)(const EmbeddedRow* rows, const float* gain, const float* bias, std::size_t width, std::size_t count,
                float* out, std::uint8_t* bytes, float* step, std::int32_t* zero);

  // `count` rows of `width` floats, `stride` apart, to s16 of at most `limit`, so that each x is about step * s16 of
  // its row: out [count, width], step [count rounded up to 16].
  void (*quantize_shorts)(const float* x, std::size_t stride, std::size_t count, std::size_t width, float limit,
                          std::int16_t* out, float* step);
  // The same to Columns<s16>, as whose outputs the rows stand: packed [padded / 16, width / 2, 16, 2], step [padded];
  // `padded` is a multiple of 16, and rows from `count` on become zero.
  void (*pack_keys)(const float* k, std::size_t stride, std::size_t count, std::size_t width, float limit,
                    std::size_t padded, std::int16_t* packed, float* step);
  // The values of one attention head, v[count][stride] of which `width` count, to Columns<s16> with one scale per
  // dimension: packed [width / 16, padded / 2, 16, 2], scale [width]. `padded` is an even number of rows; those past
  // `count` become zero.
  void (*pack_values)(const float* v, std::size_t count, std::size_t stride, std::size_t width, std::size_t padded,
                      std::int16_t* packed, float* scale);
  // Softmax in base 2 of up to row_group rows, scores[rows][padded], to s16 weights; [count, padded) get weight 0
  // (`padded` a multiple of 16; what stands there is overwritten). step[r]: with it the weights of a row sum to 1.
  void (*softmax)(float* scores, std::size_t rows, std::size_t count, std::size_t padded, std::int16_t* out,
                  float* step);
};

// The fastest that this processor runs.
const Kernels& best_kernels();

// One instruction set each; null where it was not compiled or this processor lacks it.
const Kernels* avx512_kernels();
const Kernels* avx2_kernels();
const Kernels* portable_kernels();

}  // namespace onrecord::model
