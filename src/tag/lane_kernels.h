// The kernels that work along one row, written once over `Lanes`: 16 floats or 32-bit integers and the operations on
// them (lanes_avx512.h, lanes_avx2.h, lanes_portable.h). The order of operations is fixed here, so all instruction sets
// agree to the last bit. Include this only where the compiler's flags fit the Lanes; it holds nothing but templates on
// purpose.
#pragma once

#include <algorithm>

#include "tag/kernels.h"

namespace onrecord::model {

// A weight of attention times a value must not leave 32 bits when summed: weights sum to at most weight_budget plus
// half a unit a key, values stay within value_limit.
inline constexpr float value_limit = 2047.0f;
inline constexpr float weight_budget = 1048576.0f - 2048.0f;

template <class L>
struct LaneKernels {
  using F = typename L::F;
  using I = typename L::I;

  // Joins what `take` gives for each 16 of [0, width), in four chains so that no step waits for the one before.
  template <class Take, class Join>
  static F along(std::size_t width, F start, const Take& take, const Join& join) {
    F a = start, b = start, c = start, d = start;
    std::size_t i = 0;
    for (; i + 4 * lane_count <= width; i += 4 * lane_count) {
      a = join(a, take(i));
      b = join(b, take(i + lane_count));
      c = join(c, take(i + 2 * lane_count));
      d = join(d, take(i + 3 * lane_count));
    }
    for (; i < width; i += lane_count) a = join(a, take(i));
    return join(join(a, b), join(c, d));
  }

  // 2^x for x <= 0; relative error below 1e-7; 0 or nearly so below -126.
  static F exp2(F x) {
    x = L::max(x, L::set(-126.0f));
    const I whole = L::round(x);
    const F part = L::sub(x, L::to_float(whole));
    F p = L::set(0.001327646430581808f);
    p = L::fma(p, part, L::set(0.009675540961325169f));
    p = L::fma(p, part, L::set(0.05550713464617729f));
    p = L::fma(p, part, L::set(0.24022120237350464f));
    p = L::fma(p, part, L::set(0.6931469440460205f));
    p = L::fma(p, part, L::set(1.0f));
    return L::times_power_of_two(p, whole);
  }

  // x * (1 + erf(x / sqrt 2)) / 2 with erf as an odd polynomial on [-4.5, 4.5]; absolute error below 1e-4 for |x| < 12.
  static F gelu(F x) {
    const F t = L::min(L::max(x, L::set(-4.5f)), L::set(4.5f));
    const F s = L::mul(t, t);
    F p = L::set(6.072652103394915e-11f);
    p = L::fma(p, s, L::set(-6.629158111337574e-09f));
    p = L::fma(p, s, L::set(3.181935142038128e-07f));
    p = L::fma(p, s, L::set(-8.903345587896183e-06f));
    p = L::fma(p, s, L::set(0.0001628490717848763f));
    p = L::fma(p, s, L::set(-0.002075174590572715f));
    p = L::fma(p, s, L::set(0.019170379266142845f));
    p = L::fma(p, s, L::set(-0.13196927309036255f));
    p = L::fma(p, s, L::set(0.7974252104759216f));
    const F error = L::max(L::min(L::mul(t, p), L::set(1.0f)), L::set(-1.0f));
    const F half = L::mul(x, L::set(0.5f));
    return L::fma(half, error, half);
  }

  // How values between `low` and `high` become bytes.
  struct Scale {
    F inverse;
    I zero;  // all lanes alike
  };
  static Scale scale_of(F low, F high, float* step, std::int32_t* zero) {
    const float lowest = L::lowest(L::min(low, L::set(0.0f)));
    const float highest = L::highest(L::max(high, L::set(0.0f)));
    const float range = highest - lowest;
    const float inverse = range > 0.0f ? 255.0f / range : 1.0f;
    const Scale scale{L::set(inverse), L::round(L::set(-lowest * inverse))};
    *step = range > 0.0f ? range / 255.0f : 1.0f;
    *zero = L::first(scale.zero);
    return scale;
  }
  // Rounding keeps the order, so nothing falls below 0; both ends rounded up may make 256.
  static void store_scaled(const float* x, std::size_t width, const Scale& scale, std::uint8_t* out) {
    for (std::size_t i = 0; i < width; i += lane_count) {
      L::store_bytes(out + i, L::add_integers(L::round(L::mul(L::load(x + i), scale.inverse)), scale.zero));
    }
  }

  // The rows of a block are reduced side by side, a lane each; it is as high as fits the first cache.
  static std::size_t block_rows(std::size_t width, std::size_t count) {
    const std::size_t fitting = width >= 4096 ? 1 : 4096 / width;
    return std::min({lane_count, fitting, count});
  }

  // Up to 16 rows whose values lie between `low` and `high` of each.
  static void quantize_within(const float* x, std::size_t width, std::size_t rows, const F (&low)[lane_count],
                              const F (&high)[lane_count], std::uint8_t* out, float* step, std::int32_t* zero) {
    const F lowest = L::join_each(low, L::min);
    const F range = L::sub(L::join_each(high, L::max), lowest);
    const F one = L::set(1.0f);
    const F inverse = L::where_positive(range, L::div(L::set(255.0f), range), one);
    alignas(64) float inverses[lane_count], zeros[lane_count], steps[lane_count];
    L::store(inverses, inverse);
    L::store(zeros, L::mul(L::sub(L::set(0.0f), lowest), inverse));
    L::store(steps, L::where_positive(range, L::div(range, L::set(255.0f)), one));
    for (std::size_t r = 0; r < rows; ++r) {
      const Scale scale{L::set(inverses[r]), L::round(L::set(zeros[r]))};
      step[r] = steps[r];
      zero[r] = L::first(scale.zero);
      store_scaled(x + r * width, width, scale, out + r * width);
    }
  }

  // `value(r, i)` is what stands at i of row r from then on.
  template <class Value>
  [[gnu::always_inline]] static inline void quantize_rows(const float* x, std::size_t width, std::size_t rows,
                                                          const Value& value, std::uint8_t* out, float* step,
                                                          std::int32_t* zero) {
    F low[lane_count], high[lane_count];
    for (std::size_t r = 0; r < lane_count; ++r) low[r] = high[r] = L::set(0.0f);
    for (std::size_t r = 0; r < rows; ++r) {
      F least = low[r];
      F most = high[r];
      for (std::size_t i = 0; i < width; i += lane_count) {
        const F at = value(r * width + i);
        least = L::min(least, at);
        most = L::max(most, at);
      }
      low[r] = least;
      high[r] = most;
    }
    quantize_within(x, width, rows, low, high, out, step, zero);
  }

  static void quantize(const float* x, std::size_t width, std::size_t count, std::uint8_t* out, float* step,
                       std::int32_t* zero) {
    const std::size_t block = block_rows(width, count);
    for (std::size_t row = 0; row < count; row += block) {
      const float* const from = x + row * width;
      const auto value = [from](std::size_t i) { return L::load(from + i); };
      quantize_rows(from, width, std::min(block, count - row), value, out + row * width, step + row, zero + row);
    }
  }

  static void gelu_quantize(float* x, std::size_t width, std::size_t count, std::uint8_t* out, float* step,
                            std::int32_t* zero) {
    const std::size_t block = block_rows(width, count);
    for (std::size_t row = 0; row < count; row += block) {
      float* const from = x + row * width;
      const auto value = [from](std::size_t i) {
        const F made = gelu(L::load(from + i));
        L::store(from + i, made);
        return made;
      };
      quantize_rows(from, width, std::min(block, count - row), value, out + row * width, step + row, zero + row);
    }
  }

  // LayerNorm of what `take(row, i)` gives for each 16 of `rows` rows of `width`, to `out`, and where `bytes` is given
  // also quantised. Step by step for all rows, since the steps of one row wait for one another. Inlined, for else what
  // `take` holds would be fetched anew behind each store.
  template <std::size_t rows, class Take>
  [[gnu::always_inline]] static inline void normalise(std::size_t width, const Take& take, const float* gain,
                                                      const float* bias, float* out, std::uint8_t* bytes, float* step,
                                                      std::int32_t* zero) {
    const auto count = static_cast<float>(width);
    F a[rows], b[rows];
    for (std::size_t r = 0; r < rows; ++r) {
      F sum = L::set(0.0f);
      for (std::size_t i = 0; i < width; i += lane_count) {
        const F value = take(r, i);
        L::store(out + r * width + i, value);
        sum = L::add(sum, value);
      }
      a[r] = sum;
    }
    F inverse[rows], low[rows], high[rows];
    for (std::size_t r = 0; r < rows; ++r) {
      a[r] = L::set(L::sum(a[r]) / count);
      b[r] = low[r] = high[r] = L::set(0.0f);
    }
    // The distance is taken anew below: a subtraction costs less than keeping it in memory.
    const auto distance = [&](std::size_t r, std::size_t i) { return L::sub(L::load(out + r * width + i), a[r]); };
    for (std::size_t i = 0; i < width; i += lane_count) {
      for (std::size_t r = 0; r < rows; ++r) {
        const F far = distance(r, i);
        b[r] = L::fma(far, far, b[r]);
      }
    }
    for (std::size_t r = 0; r < rows; ++r) inverse[r] = L::set(1.0f / L::root(L::sum(b[r]) / count + 1e-12f));
    for (std::size_t i = 0; i < width; i += lane_count) {
      for (std::size_t r = 0; r < rows; ++r) {
        const F value = L::fma(L::mul(distance(r, i), inverse[r]), L::load(gain + i), L::load(bias + i));
        L::store(out + r * width + i, value);
        low[r] = L::min(low[r], value);
        high[r] = L::max(high[r], value);
      }
    }
    if (bytes == nullptr) return;
    Scale scale[rows];
    for (std::size_t r = 0; r < rows; ++r) scale[r] = scale_of(low[r], high[r], step + r, zero + r);
    for (std::size_t r = 0; r < rows; ++r) store_scaled(out + r * width, width, scale[r], bytes + r * width);
  }

  static constexpr std::size_t rows_together = 4;

  template <std::size_t rows>
  static void add_norm_rows(const float* x, const float* y, const float* gain, const float* bias, std::size_t width,
                            float* out, std::uint8_t* bytes, float* step, std::int32_t* zero) {
    const auto take = [=](std::size_t r, std::size_t i) {
      return L::add(L::load(x + r * width + i), L::load(y + r * width + i));
    };
    normalise<rows>(width, take, gain, bias, out, bytes, step, zero);
  }

  static void add_norm(const float* x, const float* y, const float* gain, const float* bias, std::size_t width,
                       std::size_t count, float* out, std::uint8_t* bytes, float* step, std::int32_t* zero) {
    std::size_t row = 0;
    const auto rest = [&](const float* from) { return from + row * width; };
    const auto bytes_at = [&] { return bytes == nullptr ? nullptr : bytes + row * width; };
    for (; row + rows_together <= count; row += rows_together) {
      add_norm_rows<rows_together>(rest(x), rest(y), gain, bias, width, out + row * width, bytes_at(), step + row,
                                   zero + row);
    }
    for (; row < count; ++row) {
      add_norm_rows<1>(rest(x), rest(y), gain, bias, width, out + row * width, bytes_at(), step + row, zero + row);
    }
  }

  template <std::size_t rows>
  static void embed_rows(const EmbeddedRow* in, const float* gain, const float* bias, std::size_t width, float* out,
                         std::uint8_t* bytes, float* step, std::int32_t* zero) {
    EmbeddedRow held[rows];
    std::copy_n(in, rows, held);
    const auto take = [&held](std::size_t r, std::size_t i) {
      const EmbeddedRow& row = held[r];
      F sum = L::add(L::load(row.added[0] + i), L::load(row.added[1] + i));
      sum = L::add(L::add(sum, L::load(row.added[2] + i)), L::load(row.added[3] + i));
      return L::add(L::mul(L::set(row.scale), L::to_float(L::load_signed_bytes(row.word + i))), sum);
    };
    normalise<rows>(width, take, gain, bias, out, bytes, step, zero);
  }

  static void embed(const EmbeddedRow* in, const float* gain, const float* bias, std::size_t width, std::size_t count,
                    float* out, std::uint8_t* bytes, float* step, std::int32_t* zero) {
    std::size_t row = 0;
    for (; row + rows_together <= count; row += rows_together) {
      embed_rows<rows_together>(in + row, gain, bias, width, out + row * width, bytes + row * width, step + row,
                                zero + row);
    }
    for (; row < count; ++row) {
      embed_rows<1>(in + row, gain, bias, width, out + row * width, bytes + row * width, step + row, zero + row);
    }
  }

  // How up to 16 rows become s16: all 16 of `step` and `inverse` are set.
  static void scale_shorts(const float* x, std::size_t stride, std::size_t rows, std::size_t width, float limit,
                           float* step, float* inverse) {
    F largest[lane_count];
    for (std::size_t r = 0; r < lane_count; ++r) largest[r] = L::set(0.0f);
    for (std::size_t r = 0; r < rows; ++r) {
      F most = largest[r];
      for (std::size_t i = 0; i < width; i += lane_count) most = L::max(most, L::absolute(L::load(x + r * stride + i)));
      largest[r] = most;
    }
    const F reach = L::join_each(largest, L::max);
    L::store(step, L::div(reach, L::set(limit)));
    // The least divisor keeps rows of zeros at zero without a branch.
    L::store(inverse, L::div(L::set(limit), L::max(reach, L::set(1e-30f))));
  }

  static void quantize_shorts(const float* x, std::size_t stride, std::size_t count, std::size_t width, float limit,
                              std::int16_t* out, float* step) {
    alignas(64) float inverse[lane_count];
    for (std::size_t row = 0; row < count; row += lane_count) {
      const std::size_t rows = std::min(lane_count, count - row);
      scale_shorts(x + row * stride, stride, rows, width, limit, step + row, inverse);
      for (std::size_t r = 0; r < rows; ++r) {
        const F factor = L::set(inverse[r]);
        for (std::size_t i = 0; i < width; i += lane_count) {
          L::store_shorts(out + (row + r) * width + i, L::round(L::mul(L::load(x + (row + r) * stride + i), factor)));
        }
      }
    }
  }

  static void pack_keys(const float* k, std::size_t stride, std::size_t count, std::size_t width, float limit,
                        std::size_t padded, std::int16_t* packed, float* step) {
    alignas(64) float inverse[lane_count];
    for (std::size_t row = 0; row < padded; row += lane_count) {
      const std::size_t rows = count > row ? std::min(lane_count, count - row) : 0;
      scale_shorts(k + row * stride, stride, rows, width, limit, step + row, inverse);
      alignas(64) std::int16_t some[lane_count][lane_count] = {};
      for (std::size_t i = 0; i < width; i += lane_count) {
        for (std::size_t r = 0; r < rows; ++r) {
          L::store_shorts(some[r], L::round(L::mul(L::load(k + (row + r) * stride + i), L::set(inverse[r]))));
        }
        L::transpose_pairs(some[0], packed + row * width + i * lane_count);
      }
    }
  }

  static void pack_values(const float* v, std::size_t count, std::size_t stride, std::size_t width, std::size_t padded,
                          std::int16_t* packed, float* scale) {
    for (std::size_t block = 0; block < width; block += lane_count) {
      F largest = L::set(0.0f);
      for (std::size_t t = 0; t < count; ++t) largest = L::max(largest, L::absolute(L::load(v + t * stride + block)));
      // The least divisor keeps columns of zeros at zero without a branch.
      largest = L::max(largest, L::set(1e-30f));
      L::store(scale + block, L::mul(largest, L::set(1.0f / value_limit)));
      const F inverse = L::div(L::set(value_limit), largest);
      std::int16_t* out = packed + block * padded;
      for (std::size_t t = 0; t < padded; t += 2, out += 2 * lane_count) {
        const F first = t < count ? L::load(v + t * stride + block) : L::set(0.0f);
        const F second = t + 1 < count ? L::load(v + (t + 1) * stride + block) : L::set(0.0f);
        L::store_pairs(out, L::round(L::mul(first, inverse)), L::round(L::mul(second, inverse)));
      }
    }
  }

  // Step by step for all rows, since the steps of one row wait for one another.
  static void softmax(float* scores, std::size_t rows, std::size_t count, std::size_t padded, std::int16_t* out,
                      float* step) {
    F start[row_group];
    for (std::size_t r = 0; r < rows; ++r) {
      float* const row = scores + r * padded;
      for (std::size_t i = count; i < padded; ++i) row[i] = -1e30f;
      const auto score = [row](std::size_t i) { return L::load(row + i); };
      start[r] = L::set(L::highest(along(padded, L::load(row), score, L::max)));
    }
    for (std::size_t r = 0; r < rows; ++r) {
      float* const row = scores + r * padded;
      F total = L::set(0.0f);
      for (std::size_t i = 0; i < padded; i += lane_count) {
        const F value = exp2(L::sub(L::load(row + i), start[r]));
        L::store(row + i, value);
        total = L::add(total, value);
      }
      const float room = weight_budget / L::sum(total);
      start[r] = L::set(room < 32767.0f ? room : 32767.0f);
    }
    for (std::size_t r = 0; r < rows; ++r) {
      const float* const row = scores + r * padded;
      I sum = L::round(L::set(0.0f));
      for (std::size_t i = 0; i < padded; i += lane_count) {
        const I weight = L::round(L::mul(L::load(row + i), start[r]));
        L::store_shorts(out + r * padded + i, weight);
        sum = L::add_integers(sum, weight);
      }
      step[r] = 1.0f / static_cast<float>(L::sum_integers(sum));
    }
  }

  // `rows` rows by `blocks` blocks of 16 outputs.
  template <std::size_t rows, std::size_t blocks>
  static void multiply_floats_at(const float* x, std::size_t inputs, const float* weight, const float* bias,
                                 std::size_t outputs, float* out) {
    F sums[rows][blocks];
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t b = 0; b < blocks; ++b) sums[r][b] = L::load(bias + b * lane_count);
    }
    for (std::size_t k = 0; k < inputs; ++k) {
      for (std::size_t b = 0; b < blocks; ++b) {
        const F factor = L::load(weight + k * outputs + b * lane_count);
        for (std::size_t r = 0; r < rows; ++r) sums[r][b] = L::fma(L::set(x[r * inputs + k]), factor, sums[r][b]);
      }
    }
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t b = 0; b < blocks; ++b) L::store(out + r * outputs + b * lane_count, sums[r][b]);
    }
  }

  template <std::size_t rows>
  static void multiply_float_rows(const float* x, std::size_t inputs, const float* weight, const float* bias,
                                  std::size_t outputs, float* out) {
    std::size_t at = 0;
    // Several sums at once, or each would wait for itself.
    constexpr std::size_t most = rows == 1 ? 4 : 2;
    for (; at + most * lane_count <= outputs; at += most * lane_count) {
      multiply_floats_at<rows, most>(x, inputs, weight + at, bias + at, outputs, out + at);
    }
    for (; at + 2 * lane_count <= outputs; at += 2 * lane_count) {
      multiply_floats_at<rows, 2>(x, inputs, weight + at, bias + at, outputs, out + at);
    }
    if (at < outputs) multiply_floats_at<rows, 1>(x, inputs, weight + at, bias + at, outputs, out + at);
  }

  static void multiply_floats(const float* x, std::size_t count, std::size_t inputs, const float* weight,
                              const float* bias, std::size_t outputs, float* out) {
    std::size_t row = 0;
    for (; row + 8 <= count; row += 8) {
      multiply_float_rows<8>(x + row * inputs, inputs, weight, bias, outputs, out + row * outputs);
    }
    for (; row + 4 <= count; row += 4) {
      multiply_float_rows<4>(x + row * inputs, inputs, weight, bias, outputs, out + row * outputs);
    }
    for (; row < count; ++row) {
      multiply_float_rows<1>(x + row * inputs, inputs, weight, bias, outputs, out + row * outputs);
    }
  }

  static constexpr Kernels table(std::string_view name, decltype(Kernels::multiply_bytes) multiply_bytes,
                                 decltype(Kernels::multiply_shorts) multiply_shorts) {
    return {name,     multiply_bytes, multiply_shorts, multiply_floats, quantize,    gelu_quantize,
            add_norm, embed,          quantize_shorts, pack_keys,       pack_values, softmax};
  }
};

}  // namespace onrecord::model
