// Kernels for AVX-512 with VNNI (Intel since Cascade Lake, AMD since Zen 4). This file alone is compiled for them.
#include "tag/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)

#include "tag/lane_kernels.h"
#include "tag/lanes_avx512.h"

namespace onrecord::model {

namespace {

// Written as assembly because g++ 12, given the intrinsics and as many sums as there are registers, copies each sum
// to memory and back in every step: the product then runs at two fifths of the speed.
template <class Value>
void accumulate(__m512i& sum, __m512i values, __m512i weights) {
  if constexpr (sizeof(Value) == 1) {
    asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(values), "v"(weights));
  } else {
    asm("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(values), "v"(weights));
  }
}

// `count` rows by `blocks` blocks of 16 outputs: 8 x 3 sums stay in registers and hide the latency of the products.
template <std::size_t count, std::size_t blocks, class Value, class Weight>
void tile(const Rows<Value>& rows, std::size_t row, const Columns<Weight>& columns, std::size_t block, float* out,
          std::size_t out_stride) {
  constexpr bool shifted = sizeof(Value) == 1;
  constexpr std::size_t group = Columns<Weight>::group;
  const Weight* weights = columns.packed + block * lane_count * columns.inputs;
  const std::size_t block_size = lane_count * columns.inputs;
  const Value* values = rows.values + row * rows.stride;
  __m512i sums[count][blocks];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < count; ++r) {
#pragma GCC unroll 3
    for (std::size_t b = 0; b < blocks; ++b) sums[r][b] = _mm512_setzero_si512();
  }
  for (std::size_t k = 0; k < columns.inputs; k += group) {
    __m512i weight[blocks];
#pragma GCC unroll 3
    for (std::size_t b = 0; b < blocks; ++b) {
      weight[b] = _mm512_loadu_si512(weights + b * block_size + k * lane_count);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t bits;
      __builtin_memcpy(&bits, values + r * rows.stride + k, sizeof bits);
      const __m512i value = _mm512_set1_epi32(bits);
#pragma GCC unroll 3
      for (std::size_t b = 0; b < blocks; ++b) accumulate<Value>(sums[r][b], value, weight[b]);
    }
  }
  // Blocks outside, so that what belongs to a block is loaded once.
#pragma GCC unroll 3
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t at = (block + b) * lane_count;
    const __m512 scale = _mm512_loadu_ps(columns.scale + at);
    __m512i weight_sum = _mm512_setzero_si512();
    __m512 bias = _mm512_setzero_ps();
    if constexpr (shifted) {
      weight_sum = _mm512_loadu_si512(columns.sum + at);
      bias = _mm512_loadu_ps(columns.bias + at);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < count; ++r) {
      const __m512 factor = _mm512_mul_ps(_mm512_set1_ps(rows.step[row + r]), scale);
      __m512 result;
      if constexpr (shifted) {
        const __m512i shift = _mm512_mullo_epi32(_mm512_set1_epi32(rows.zero[row + r]), weight_sum);
        result = _mm512_fmadd_ps(_mm512_cvtepi32_ps(_mm512_sub_epi32(sums[r][b], shift)), factor, bias);
      } else {
        result = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[r][b]), factor);
      }
      _mm512_storeu_ps(out + (row + r) * out_stride + at, result);
    }
  }
}

// The rows behind the last whole group.
template <std::size_t count, std::size_t blocks, class Value, class Weight>
void tile_rest(const Rows<Value>& rows, std::size_t row, const Columns<Weight>& columns, std::size_t block, float* out,
               std::size_t out_stride) {
  if constexpr (count > 0) {
    if (rows.count - row == count) return tile<count, blocks>(rows, row, columns, block, out, out_stride);
    tile_rest<count - 1, blocks>(rows, row, columns, block, out, out_stride);
  }
}

template <std::size_t blocks, class Value, class Weight>
void tiles(const Rows<Value>& rows, const Columns<Weight>& columns, std::size_t block, float* out,
           std::size_t out_stride) {
  std::size_t row = 0;
  for (; row + row_group <= rows.count; row += row_group)
    tile<row_group, blocks>(rows, row, columns, block, out, out_stride);
  tile_rest<row_group - 1, blocks>(rows, row, columns, block, out, out_stride);
}

// Blocks outside, rows inside: the weights of three blocks stay in the first cache while the rows pass.
template <class Value, class Weight>
void multiply(const Rows<Value>& rows, const Columns<Weight>& columns, float* out, std::size_t out_stride) {
  const std::size_t blocks = columns.outputs / lane_count;
  std::size_t block = 0;
  for (; block + 3 <= blocks; block += 3) tiles<3>(rows, columns, block, out, out_stride);
  if (block + 2 <= blocks) return tiles<2>(rows, columns, block, out, out_stride);
  if (block < blocks) tiles<1>(rows, columns, block, out, out_stride);
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
