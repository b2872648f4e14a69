// 16 lanes in one register of AVX-512. See lane_kernels.h.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace onrecord::model {

struct LanesAvx512 {
  using F = __m512;
  using I = __m512i;

  static F set(float value) { return _mm512_set1_ps(value); }
  static F load(const float* from) { return _mm512_loadu_ps(from); }
  static void store(float* to, F a) { _mm512_storeu_ps(to, a); }
  static F add(F a, F b) { return _mm512_add_ps(a, b); }
  static F sub(F a, F b) { return _mm512_sub_ps(a, b); }
  static F mul(F a, F b) { return _mm512_mul_ps(a, b); }
  static F div(F a, F b) { return _mm512_div_ps(a, b); }
  static F fma(F a, F b, F c) { return _mm512_fmadd_ps(a, b, c); }
  static F min(F a, F b) { return _mm512_min_ps(a, b); }
  static F max(F a, F b) { return _mm512_max_ps(a, b); }
  static F absolute(F a) { return _mm512_abs_ps(a); }
  static F to_float(I a) { return _mm512_cvtepi32_ps(a); }
  static I round(F a) { return _mm512_cvtps_epi32(a); }
  static I add_integers(I a, I b) { return _mm512_add_epi32(a, b); }
  static F times_power_of_two(F a, I power) {
    return _mm512_castsi512_ps(_mm512_add_epi32(_mm512_castps_si512(a), _mm512_slli_epi32(power, 23)));
  }
  static I load_signed_bytes(const std::int8_t* from) {
    return _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
  }
  // What is above 255 becomes 255; nothing is below 0.
  static void store_bytes(std::uint8_t* to, I a) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtusepi32_epi8(a));
  }
  static void store_shorts(std::int16_t* to, I a) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi32_epi16(a));
  }
  static void store_pairs(std::int16_t* to, I first, I second) {
    _mm512_storeu_si512(to, _mm512_mask_blend_epi16(0xaaaaaaaau, first, _mm512_slli_epi32(second, 16)));
  }

  // a where `test` is above 0, else b.
  static F where_positive(F test, F a, F b) {
    return _mm512_mask_blend_ps(_mm512_cmp_ps_mask(test, _mm512_setzero_ps(), _CMP_GT_OQ), b, a);
  }

  // Lane r of the result joins the lanes of rows[r], half with half until one is left.
  template <class Join>
  static F join_each(const F (&rows)[16], const Join& join) {
    F eight[8], four[4], two[2];
    for (int r = 0; r < 8; ++r) {
      const F &a = rows[r], &b = rows[r + 8];
      eight[r] = join(_mm512_shuffle_f32x4(a, b, 0x44), _mm512_shuffle_f32x4(a, b, 0xee));
    }
    for (int r = 0; r < 4; ++r) {
      const F &a = eight[r], &b = eight[r + 4];
      four[r] = join(_mm512_shuffle_f32x4(a, b, 0x88), _mm512_shuffle_f32x4(a, b, 0xdd));
    }
    for (int r = 0; r < 2; ++r) {
      const F &a = four[r], &b = four[r + 2];
      two[r] = join(_mm512_shuffle_ps(a, b, 0x44), _mm512_shuffle_ps(a, b, 0xee));
    }
    const F mixed = join(_mm512_shuffle_ps(two[0], two[1], 0x88), _mm512_shuffle_ps(two[0], two[1], 0xdd));
    const I order = _mm512_setr_epi32(0, 2, 1, 3, 8, 10, 9, 11, 4, 6, 5, 7, 12, 14, 13, 15);
    return _mm512_permutexvar_ps(order, mixed);
  }

  // 16 rows of 8 pairs of s16, row after row, to 8 rows of 16 pairs.
  static void transpose_pairs(const std::int16_t* rows, std::int16_t* out) {
    I both[8], two[8], four[8];  // rows r and r + 8 side by side
    for (int r = 0; r < 8; ++r) {
      const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(rows + r * 16));
      const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(rows + (r + 8) * 16));
      both[r] = _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
    }
    for (int r = 0; r < 8; r += 2) {
      two[r] = _mm512_unpacklo_epi32(both[r], both[r + 1]);
      two[r + 1] = _mm512_unpackhi_epi32(both[r], both[r + 1]);
    }
    for (int r = 0; r < 8; r += 4) {
      four[r] = _mm512_unpacklo_epi64(two[r], two[r + 2]);
      four[r + 1] = _mm512_unpackhi_epi64(two[r], two[r + 2]);
      four[r + 2] = _mm512_unpacklo_epi64(two[r + 1], two[r + 3]);
      four[r + 3] = _mm512_unpackhi_epi64(two[r + 1], two[r + 3]);
    }
    const I near = _mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13);
    const I far = _mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15);
    for (int pair = 0; pair < 4; ++pair) {
      _mm512_storeu_si512(out + pair * 32, _mm512_permutex2var_epi64(four[pair], near, four[pair + 4]));
      _mm512_storeu_si512(out + (pair + 4) * 32, _mm512_permutex2var_epi64(four[pair], far, four[pair + 4]));
    }
  }

  // Halves are added until one lane is left; all Lanes do it in this order.
  static float sum(F a) {
    const __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_shuffle_ps(four, four, 1)));
  }
  static std::int32_t first(I a) { return _mm_cvtsi128_si32(_mm512_castsi512_si128(a)); }
  static std::int32_t sum_integers(I a) { return _mm512_reduce_add_epi32(a); }
  static float lowest(F a) { return _mm512_reduce_min_ps(a); }
  static float highest(F a) { return _mm512_reduce_max_ps(a); }
  static float root(float a) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(a))); }
};

}  // namespace onrecord::model
