// Kernels for AVX2 with FMA (Intel since Haswell, AMD since Zen). This file alone is compiled for them.
#include "tag/kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include "tag/lane_kernels.h"
#include "tag/lanes_avx2.h"

namespace onrecord::model {

namespace {

// 16 sums of row `values` from two products of 8: even and odd halves of each output's group, added at the end.
struct Sums {
  __m256i part[4];
};

void store(const Sums& sums, bool pairs, float step, const float* scale, const float* bias, std::int32_t zero,
           const std::int32_t* weight_sum, float* out) {
  __m256i whole[2];
  for (int half = 0; half < 2; ++half) {
    if (pairs) {
      whole[half] = sums.part[half];
    } else {
      // The partial sums of output c stand in lanes 2c and 2c+1: add neighbours, and undo the interleaving by 128 bits.
      const __m256i mixed = _mm256_hadd_epi32(sums.part[2 * half], sums.part[2 * half + 1]);
      whole[half] = _mm256_permute4x64_epi64(mixed, 0xd8);
      const __m256i weights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weight_sum + 8 * half));
      whole[half] = _mm256_sub_epi32(whole[half], _mm256_mullo_epi32(_mm256_set1_epi32(zero), weights));
    }
    const __m256 factor = _mm256_mul_ps(_mm256_set1_ps(step), _mm256_loadu_ps(scale + 8 * half));
    const __m256 sum = _mm256_cvtepi32_ps(whole[half]);
    const __m256 result =
        pairs ? _mm256_mul_ps(sum, factor) : _mm256_fmadd_ps(sum, factor, _mm256_loadu_ps(bias + 8 * half));
    _mm256_storeu_ps(out + 8 * half, result);
  }
}

__m256i add_product(__m256i sum, __m256i a, __m256i b) { return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)); }

// Bytes are widened to s16, because the byte product of AVX2 saturates: four inputs of four outputs to a register.
template <std::size_t count>
void tile_bytes(const Rows<std::uint8_t>& rows, std::size_t row, const Columns<std::int8_t>& columns, std::size_t at,
                float* out, std::size_t out_stride) {
  const std::int8_t* weights = columns.packed + at * columns.inputs;
  const std::uint8_t* values = rows.values + row * rows.stride;
  Sums sums[count]{};
  for (std::size_t k = 0; k < columns.inputs; k += 4) {
    const auto* from = reinterpret_cast<const __m128i*>(weights + k * lane_count);
    __m256i weight[4];
    for (int part = 0; part < 4; ++part) weight[part] = _mm256_cvtepi8_epi16(_mm_loadu_si128(from + part));
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t bits;
      __builtin_memcpy(&bits, values + r * rows.stride + k, sizeof bits);
      const __m256i value = _mm256_cvtepu8_epi16(_mm_set1_epi32(bits));
      for (int part = 0; part < 4; ++part) sums[r].part[part] = add_product(sums[r].part[part], value, weight[part]);
    }
  }
  for (std::size_t r = 0; r < count; ++r) {
    store(sums[r], false, rows.step[row + r], columns.scale + at, columns.bias + at, rows.zero[row + r],
          columns.sum + at, out + (row + r) * out_stride + at);
  }
}

void multiply_bytes(const Rows<std::uint8_t>& rows, const Columns<std::int8_t>& columns, float* out,
                    std::size_t out_stride) {
  for (std::size_t at = 0; at < columns.outputs; at += lane_count) {
    std::size_t row = 0;
    for (; row + 2 <= rows.count; row += 2) tile_bytes<2>(rows, row, columns, at, out, out_stride);
    if (row < rows.count) tile_bytes<1>(rows, row, columns, at, out, out_stride);
  }
}

template <std::size_t count>
void tile_shorts(const Rows<std::int16_t>& rows, std::size_t row, const Columns<std::int16_t>& columns, std::size_t at,
                 float* out, std::size_t out_stride) {
  const std::int16_t* weights = columns.packed + at * columns.inputs;
  const std::int16_t* values = rows.values + row * rows.stride;
  Sums sums[count]{};
  for (std::size_t k = 0; k < columns.inputs; k += 2) {
    const auto* from = reinterpret_cast<const __m256i*>(weights + k * lane_count);
    const __m256i first = _mm256_loadu_si256(from);
    const __m256i second = _mm256_loadu_si256(from + 1);
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t bits;
      __builtin_memcpy(&bits, values + r * rows.stride + k, sizeof bits);
      const __m256i value = _mm256_set1_epi32(bits);
      sums[r].part[0] = add_product(sums[r].part[0], value, first);
      sums[r].part[1] = add_product(sums[r].part[1], value, second);
    }
  }
  for (std::size_t r = 0; r < count; ++r) {
    store(sums[r], true, rows.step[row + r], columns.scale + at, nullptr, 0, nullptr,
          out + (row + r) * out_stride + at);
  }
}

void multiply_shorts(const Rows<std::int16_t>& rows, const Columns<std::int16_t>& columns, float* out,
                     std::size_t out_stride) {
  for (std::size_t at = 0; at < columns.outputs; at += lane_count) {
    std::size_t row = 0;
    for (; row + 4 <= rows.count; row += 4) tile_shorts<4>(rows, row, columns, at, out, out_stride);
    for (; row < rows.count; ++row) tile_shorts<1>(rows, row, columns, at, out, out_stride);
  }
}

constexpr Kernels kernels = LaneKernels<LanesAvx2>::table("avx2", multiply_bytes, multiply_shorts);

}  // namespace

const Kernels* avx2_kernels() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kernels : nullptr;
}

}  // namespace onrecord::model

#else

namespace onrecord::model {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace onrecord::model

#endif
