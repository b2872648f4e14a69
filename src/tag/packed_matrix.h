// Weights as the kernels read them, with the memory that holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tag/buffer.h"
#include "tag/kernels.h"

namespace onrecord::model {

// Weights in s8 with one scale an output.
struct PackedMatrix {
  std::size_t outputs = 0;  // multiples of 16
  std::size_t inputs = 0;
  Buffer<std::int8_t> packed;  // as Columns<s8>
  Buffer<float> scale;         // [outputs]
  Buffer<std::int32_t> sum;    // [outputs]
  Buffer<float> bias;          // [outputs]

  Columns<std::int8_t> columns() const {
    return {packed.data(), scale.data(), sum.data(), bias.data(), outputs, inputs};
  }
  // The outputs [first, first + count) alone, multiples of 16.
  Columns<std::int8_t> columns(std::size_t first, std::size_t count) const {
    return {
        packed.data() + first * inputs, scale.data() + first, sum.data() + first, bias.data() + first, count, inputs};
  }
  // The weight itself, for the reference pass.
  float weight(std::size_t output, std::size_t input) const;
};

// `weights` is [scale.size(), inputs] row-major; `bias` may be empty (zeros).
PackedMatrix pack(std::span<const std::int8_t> weights, std::span<const float> scale, std::span<const float> bias,
                  std::size_t inputs);

// A small matrix of floats, transposed: [inputs, outputs], outputs filled up with zeros to a multiple of 16.
struct FloatMatrix {
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  Buffer<float> weight;
  Buffer<float> bias;  // [outputs]
};

// Several matrices of `inputs` columns, one below the other, as one: `weights` [bias.size(), inputs] row-major.
FloatMatrix transpose(std::span<const float> weights, std::span<const float> bias, std::size_t inputs);

}  // namespace onrecord::model
