// Kernels for AVX-512 with VNNI (Intel since Cascade Lake, AMD since Zen 4). This file alone is compiled for them.
#include "tag/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)

#include "tag/lane_kernels.h"
#include "tag/lanes_avx512.h"

namespace onrecord::model {

namespace {

__m512i accumulate(__m512i sum, __m512i values, const std::int8_t* weights) {
  return _mm512_dpbusd_epi32(sum, values, _mm512_loadu_si512(weights));
}
__m512i accumulate(__m512i sum, __m512i values, const std::int16_t* weights) {
  return _mm512_dpwssd_epi32(sum, values, _mm512_loadu_si512(weights));
}

// row_group rows by `blocks` blocks of 16 outputs: 8 x 3 sums stay in registers and hide the latency of the products.
template <std::size_t blocks, class Value, class Weight>
void tile(const Rows<Value>& rows, std::size_t row, const Columns<Weight>& columns, std::size_t block, float* out,
          std::size_t out_stride) {
  constexpr bool shifted = sizeof(Value) == 1;
  __m512i sums[row_group][blocks];
  for (std::size_t r = 0; r < row_group; ++r) {
    for (std::size_t b = 0; b < blocks; ++b) {
      if constexpr (shifted) {
        const __m512i zero = _mm512_set1_epi32(-rows.zero[row + r]);
        sums[r][b] = _mm512_mullo_epi32(zero, _mm512_loadu_si512(columns.sum + (block + b) * lane_count));
      } else {
        sums[r][b] = _mm512_setzero_si512();
      }
    }
  }
  constexpr std::size_t group = Columns<Weight>::group;
  const Weight* weights = columns.packed + block * lane_count * columns.inputs;
  const std::size_t block_size = lane_count * columns.inputs;
  const Value* values = rows.values + row * rows.stride;
  for (std::size_t k = 0; k < columns.inputs; k += group) {
    for (std::size_t r = 0; r < row_group; ++r) {
      std::int32_t bits;
      __builtin_memcpy(&bits, values + r * rows.stride + k, sizeof bits);
      const __m512i value = _mm512_set1_epi32(bits);
      for (std::size_t b = 0; b < blocks; ++b) {
        sums[r][b] = accumulate(sums[r][b], value, weights + b * block_size + k * lane_count);
      }
    }
  }
  for (std::size_t r = 0; r < row_group; ++r) {
    const __m512 step = _mm512_set1_ps(rows.step[row + r]);
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t at = (block + b) * lane_count;
      const __m512 factor = _mm512_mul_ps(step, _mm512_loadu_ps(columns.scale + at));
      const __m512 sum = _mm512_cvtepi32_ps(sums[r][b]);
      __m512 result = _mm512_mul_ps(sum, factor);
      if constexpr (shifted) result = _mm512_fmadd_ps(sum, factor, _mm512_loadu_ps(columns.bias + at));
      _mm512_storeu_ps(out + (row + r) * out_stride + at, result);
    }
  }
}

// Blocks outside, rows inside: the weights of three blocks stay in the first cache while the rows pass.
template <class Value, class Weight>
void multiply(const Rows<Value>& rows, const Columns<Weight>& columns, float* out, std::size_t out_stride) {
  const std::size_t blocks = columns.outputs / lane_count;
  std::size_t block = 0;
  for (; block + 3 <= blocks; block += 3) {
    for (std::size_t row = 0; row < rows.count; row += row_group) tile<3>(rows, row, columns, block, out, out_stride);
  }
  for (; block + 2 <= blocks; block += 2) {
    for (std::size_t row = 0; row < rows.count; row += row_group) tile<2>(rows, row, columns, block, out, out_stride);
  }
  for (; block < blocks; ++block) {
    for (std::size_t row = 0; row < rows.count; row += row_group) tile<1>(rows, row, columns, block, out, out_stride);
  }
}

constexpr Kernels kernels = LaneKernels<LanesAvx512>::table("avx512", multiply<std::uint8_t, std::int8_t>,
                                                            multiply<std::int16_t, std::int16_t>);

}  // namespace

const Kernels* avx512_kernels() {
  const bool runs = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                    __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("fma");
  return runs ? &kernels : nullptr;
}

}  // namespace onrecord::model

#else

namespace onrecord::model {
const Kernels* avx512_kernels() { return nullptr; }
}  // namespace onrecord::model

#endif
