// 16 lanes in two registers of AVX2. See lane_kernels.h.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace onrecord::model {

struct LanesAvx2 {
  struct F {
    __m256 low, high;
  };
  struct I {
    __m256i low, high;
  };

  static F set(float value) { return {_mm256_set1_ps(value), _mm256_set1_ps(value)}; }
  static F load(const float* from) { return {_mm256_loadu_ps(from), _mm256_loadu_ps(from + 8)}; }
  static void store(float* to, F a) {
    _mm256_storeu_ps(to, a.low);
    _mm256_storeu_ps(to + 8, a.high);
  }
  static F add(F a, F b) { return {_mm256_add_ps(a.low, b.low), _mm256_add_ps(a.high, b.high)}; }
  static F sub(F a, F b) { return {_mm256_sub_ps(a.low, b.low), _mm256_sub_ps(a.high, b.high)}; }
  static F mul(F a, F b) { return {_mm256_mul_ps(a.low, b.low), _mm256_mul_ps(a.high, b.high)}; }
  static F div(F a, F b) { return {_mm256_div_ps(a.low, b.low), _mm256_div_ps(a.high, b.high)}; }
  static F fma(F a, F b, F c) {
    return {_mm256_fmadd_ps(a.low, b.low, c.low), _mm256_fmadd_ps(a.high, b.high, c.high)};
  }
  static F min(F a, F b) { return {_mm256_min_ps(a.low, b.low), _mm256_min_ps(a.high, b.high)}; }
  static F max(F a, F b) { return {_mm256_max_ps(a.low, b.low), _mm256_max_ps(a.high, b.high)}; }
  static F absolute(F a) {
    const __m256 sign = _mm256_set1_ps(-0.0f);
    return {_mm256_andnot_ps(sign, a.low), _mm256_andnot_ps(sign, a.high)};
  }
  static F to_float(I a) { return {_mm256_cvtepi32_ps(a.low), _mm256_cvtepi32_ps(a.high)}; }
  static I round(F a) { return {_mm256_cvtps_epi32(a.low), _mm256_cvtps_epi32(a.high)}; }
  static I add_integers(I a, I b) { return {_mm256_add_epi32(a.low, b.low), _mm256_add_epi32(a.high, b.high)}; }
  static F times_power_of_two(F a, I power) {
    const I shifted{_mm256_slli_epi32(power.low, 23), _mm256_slli_epi32(power.high, 23)};
    const I sum = add_integers({_mm256_castps_si256(a.low), _mm256_castps_si256(a.high)}, shifted);
    return {_mm256_castsi256_ps(sum.low), _mm256_castsi256_ps(sum.high)};
  }
  static I load_signed_bytes(const std::int8_t* from) {
    return {_mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))),
            _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from + 8)))};
  }
  static void store_bytes(std::uint8_t* to, I a) {
    const __m256i shorts = _mm256_permute4x64_epi64(_mm256_packs_epi32(a.low, a.high), 0xd8);
    const __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(shorts), _mm256_extracti128_si256(shorts, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
  }
  static void store_shorts(std::int16_t* to, I a) {
    const __m256i shorts = _mm256_permute4x64_epi64(_mm256_packs_epi32(a.low, a.high), 0xd8);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), shorts);
  }
  static void store_pairs(std::int16_t* to, I first, I second) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to),
                        _mm256_blend_epi16(first.low, _mm256_slli_epi32(second.low, 16), 0xaa));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 16),
                        _mm256_blend_epi16(first.high, _mm256_slli_epi32(second.high, 16), 0xaa));
  }

  static F where_positive(F test, F a, F b) {
    const __m256 zero = _mm256_setzero_ps();
    return {_mm256_blendv_ps(b.low, a.low, _mm256_cmp_ps(test.low, zero, _CMP_GT_OQ)),
            _mm256_blendv_ps(b.high, a.high, _mm256_cmp_ps(test.high, zero, _CMP_GT_OQ))};
  }

  template <class Join>
  static F join_each(const F (&rows)[16], const Join& join) {
    F eight[8], four[4], two[2];
    for (int r = 0; r < 8; ++r) {
      const F &a = rows[r], &b = rows[r + 8];
      eight[r] = join(F{a.low, b.low}, F{a.high, b.high});
    }
    for (int r = 0; r < 4; ++r) {
      const F &a = eight[r], &b = eight[r + 4];
      four[r] = join(F{_mm256_permute2f128_ps(a.low, b.low, 0x20), _mm256_permute2f128_ps(a.high, b.high, 0x20)},
                     F{_mm256_permute2f128_ps(a.low, b.low, 0x31), _mm256_permute2f128_ps(a.high, b.high, 0x31)});
    }
    for (int r = 0; r < 2; ++r) {
      const F &a = four[r], &b = four[r + 2];
      two[r] = join(F{_mm256_shuffle_ps(a.low, b.low, 0x44), _mm256_shuffle_ps(a.high, b.high, 0x44)},
                    F{_mm256_shuffle_ps(a.low, b.low, 0xee), _mm256_shuffle_ps(a.high, b.high, 0xee)});
    }
    const F &a = two[0], &b = two[1];
    const F mixed = join(F{_mm256_shuffle_ps(a.low, b.low, 0x88), _mm256_shuffle_ps(a.high, b.high, 0x88)},
                         F{_mm256_shuffle_ps(a.low, b.low, 0xdd), _mm256_shuffle_ps(a.high, b.high, 0xdd)});
    return {_mm256_permute_ps(mixed.low, 0xd8), _mm256_permute_ps(mixed.high, 0xd8)};
  }

  static void transpose_pairs(const std::int16_t* rows, std::int16_t* out) {
    for (int row = 0; row < 16; ++row) {
      for (int pair = 0; pair < 8; ++pair)
        __builtin_memcpy(out + pair * 32 + row * 2, rows + row * 16 + pair * 2, 2 * sizeof(std::int16_t));
    }
  }

  static float sum(F a) {
    const __m256 eight = _mm256_add_ps(a.low, a.high);
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_shuffle_ps(four, four, 1)));
  }
  static std::int32_t first(I a) { return _mm_cvtsi128_si32(_mm256_castsi256_si128(a.low)); }
  static std::int32_t sum_integers(I a) {
    const __m256i eight = _mm256_add_epi32(a.low, a.high);
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4e));
    return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, 0xb1)));
  }
  static float lowest(F a) {
    const __m256 eight = _mm256_min_ps(a.low, a.high);
    __m128 four = _mm_min_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_min_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_min_ss(four, _mm_shuffle_ps(four, four, 1)));
  }
  static float highest(F a) {
    const __m256 eight = _mm256_max_ps(a.low, a.high);
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(four, _mm_shuffle_ps(four, four, 1)));
  }
  static float root(float a) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(a))); }
};

}  // namespace onrecord::model
