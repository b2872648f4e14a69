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
