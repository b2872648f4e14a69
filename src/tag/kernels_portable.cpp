// Kernels for any processor, and the choice among all.
#include "tag/kernels.h"
#include "tag/lane_kernels.h"
#include "tag/lanes_portable.h"

namespace onrecord::model {

namespace {

template <class Value, class Weight>
void multiply(const Rows<Value>& rows, const Columns<Weight>& columns, float* out, std::size_t out_stride) {
  constexpr bool shifted = sizeof(Value) == 1;
  constexpr std::size_t group = Columns<Weight>::group;
  for (std::size_t at = 0; at < columns.outputs; at += lane_count) {
    for (std::size_t row = 0; row < rows.count; ++row) {
      const Weight* weights = columns.packed + at * columns.inputs;
      const Value* values = rows.values + row * rows.stride;
      std::int32_t sums[lane_count] = {};
      for (std::size_t k = 0; k < columns.inputs; k += group, weights += group * lane_count) {
        for (std::size_t c = 0; c < lane_count; ++c) {
          for (std::size_t g = 0; g < group; ++g) sums[c] += values[k + g] * weights[c * group + g];
        }
      }
      for (std::size_t c = 0; c < lane_count; ++c) {
        const float factor = rows.step[row] * columns.scale[at + c];
        float& result = out[row * out_stride + at + c];
        if constexpr (shifted) {
          const auto sum = static_cast<float>(sums[c] - rows.zero[row] * columns.sum[at + c]);
          result = LanesPortable::fused(sum, factor, columns.bias[at + c]);
        } else {
          result = static_cast<float>(sums[c]) * factor;
        }
      }
    }
  }
}

constexpr Kernels kernels = LaneKernels<LanesPortable>::table("portable", multiply<std::uint8_t, std::int8_t>,
                                                              multiply<std::int16_t, std::int16_t>);

}  // namespace

const Kernels* portable_kernels() { return &kernels; }

const Kernels& best_kernels() {
  static const Kernels* const best = [] {
    for (const Kernels* found : {avx512_kernels(), avx2_kernels()}) {
      if (found != nullptr) return found;
    }
    return portable_kernels();
  }();
  return *best;
}

}  // namespace onrecord::model
