// 16 lanes as an array, for processors without the instructions of the other Lanes. See lane_kernels.h.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace onrecord::model {

struct LanesPortable {
  struct F {
    float lane[16];
  };
  struct I {
    std::int32_t lane[16];
  };

  template <class Out, class Make>
  static Out each(const Make& make) {
    Out out;
    for (int i = 0; i < 16; ++i) out.lane[i] = make(i);
    return out;
  }

  // a * b + c, rounded once. Where the processor has no such instruction: the product is exact in double; the sum is
  // rounded to odd there (Boldo and Melquiond 2008), which makes the second rounding, to float, the right one.
  static float fused(float a, float b, float c) {
#ifdef __FP_FAST_FMAF
    return __builtin_fmaf(a, b, c);
#else
    const double product = static_cast<double>(a) * static_cast<double>(b);
    const double addend = static_cast<double>(c);
    const double sum = product + addend;
    const double back = sum - product;
    const double lost = (product - (sum - back)) + (addend - back);
    auto bits = std::bit_cast<std::int64_t>(sum);
    const bool odd = (bits & 1) != 0;
    if (lost != 0.0 && !odd) bits += (lost > 0.0) == (sum > 0.0) ? 1 : -1;
    return static_cast<float>(std::bit_cast<double>(bits));
#endif
  }

  static F set(float value) {
    return each<F>([&](int) { return value; });
  }
  static F load(const float* from) {
    return each<F>([&](int i) { return from[i]; });
  }
  static void store(float* to, const F& a) {
    for (int i = 0; i < 16; ++i) to[i] = a.lane[i];
  }
  static F add(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] + b.lane[i]; });
  }
  static F sub(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] - b.lane[i]; });
  }
  static F mul(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] * b.lane[i]; });
  }
  static F div(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] / b.lane[i]; });
  }
  static F fma(const F& a, const F& b, const F& c) {
    return each<F>([&](int i) { return fused(a.lane[i], b.lane[i], c.lane[i]); });
  }
  // As the x86 instructions: the second where neither is less.
  static F min(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] < b.lane[i] ? a.lane[i] : b.lane[i]; });
  }
  static F max(const F& a, const F& b) {
    return each<F>([&](int i) { return a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i]; });
  }
  static F absolute(const F& a) {
    return each<F>([&](int i) { return std::fabs(a.lane[i]); });
  }
  static F to_float(const I& a) {
    return each<F>([&](int i) { return static_cast<float>(a.lane[i]); });
  }
  // To the nearest whole number, halves to even: adding 1.5 * 2^23 leaves no bits for a fraction. |a| < 2^22.
  static I round(const F& a) {
    return each<I>([&](int i) { return std::bit_cast<std::int32_t>(a.lane[i] + 12582912.0f) - 0x4b400000; });
  }
  // Wraps, as the instructions do: a damaged model may bring any number here.
  static I add_integers(const I& a, const I& b) {
    return each<I>([&](int i) {
      return static_cast<std::int32_t>(static_cast<std::uint32_t>(a.lane[i]) + static_cast<std::uint32_t>(b.lane[i]));
    });
  }
  static F times_power_of_two(const F& a, const I& power) {
    return each<F>([&](int i) {
      const auto shifted = static_cast<std::uint32_t>(power.lane[i]) << 23;
      return std::bit_cast<float>(std::bit_cast<std::uint32_t>(a.lane[i]) + shifted);
    });
  }
  static I load_signed_bytes(const std::int8_t* from) {
    return each<I>([&](int i) { return std::int32_t{from[i]}; });
  }
  static void store_bytes(std::uint8_t* to, const I& a) {
    for (int i = 0; i < 16; ++i) to[i] = static_cast<std::uint8_t>(a.lane[i] < 255 ? a.lane[i] : 255);
  }
  static void store_shorts(std::int16_t* to, const I& a) {
    for (int i = 0; i < 16; ++i) to[i] = static_cast<std::int16_t>(a.lane[i]);
  }
  static void store_pairs(std::int16_t* to, const I& first, const I& second) {
    for (int i = 0; i < 16; ++i) {
      to[2 * i] = static_cast<std::int16_t>(first.lane[i]);
      to[2 * i + 1] = static_cast<std::int16_t>(second.lane[i]);
    }
  }

  static F where_positive(const F& test, const F& a, const F& b) {
    return each<F>([&](int i) { return test.lane[i] > 0.0f ? a.lane[i] : b.lane[i]; });
  }

  template <class Join>
  static F join_each(const F (&rows)[16], const Join& join) {
    F columns[16];
    for (int i = 0; i < 16; ++i) columns[i] = each<F>([&](int r) { return rows[r].lane[i]; });
    for (int half = 8; half > 0; half /= 2) {
      for (int i = 0; i < half; ++i) columns[i] = join(columns[i], columns[i + half]);
    }
    return columns[0];
  }

  static void transpose_pairs(const std::int16_t* rows, std::int16_t* out) {
    for (int row = 0; row < 16; ++row) {
      for (int pair = 0; pair < 8; ++pair) {
        for (int part = 0; part < 2; ++part) out[pair * 32 + row * 2 + part] = rows[row * 16 + pair * 2 + part];
      }
    }
  }

  static float sum(F a) {
    for (int half = 8; half > 0; half /= 2) {
      for (int i = 0; i < half; ++i) a.lane[i] += a.lane[i + half];
    }
    return a.lane[0];
  }
  static std::int32_t first(const I& a) { return a.lane[0]; }
  static std::int32_t sum_integers(const I& a) {
    std::int32_t total = 0;
    for (const std::int32_t value : a.lane) total += value;
    return total;
  }
  static float lowest(const F& a) {
    float found = a.lane[0];
    for (const float value : a.lane) found = value < found ? value : found;
    return found;
  }
  static float highest(const F& a) {
    float found = a.lane[0];
    for (const float value : a.lane) found = value > found ? value : found;
    return found;
  }
  static float root(float a) { return std::sqrt(a); }
};

}  // namespace onrecord::model
