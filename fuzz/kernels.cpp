// Any numbers through every inner loop of the tagger, on every instruction set that this processor has: the same bits
// as from the portable one. The input gives sizes and a seed, so that few bytes reach many shapes and values.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>

#include "tag/packed_matrix.h"

namespace {

using namespace onrecord::model;

struct Made {
  std::mt19937 chance;
  std::uniform_int_distribution<int> byte{0, 255};
  std::normal_distribution<float> number{0.0f, 1.0f};

  Buffer<float> floats(std::size_t count, float spread) {
    Buffer<float> out(count);
    for (float& x : out) x = number(chance) * spread;
    return out;
  }
};

void same(const void* a, const void* b, std::size_t bytes) {
  if (std::memcmp(a, b, bytes) != 0) std::abort();
}
template <class Value>
void same(const Buffer<Value>& a, const Buffer<Value>& b) {
  same(a.data(), b.data(), a.size() * sizeof(Value));
}

void compare(const Kernels& mine, const Kernels& plain, std::size_t rows, std::size_t inputs, std::size_t outputs,
             float spread, Made& made) {
  Buffer<std::uint8_t> values(rows * inputs);
  for (auto& v : values) v = static_cast<std::uint8_t>(made.byte(made.chance));
  Buffer<std::int8_t> weights(inputs * outputs);
  for (auto& w : weights) w = static_cast<std::int8_t>(std::max(-127, made.byte(made.chance) - 128));
  Buffer<std::int32_t> zero(rows), zero2(rows);
  for (auto& z : zero) z = made.byte(made.chance);
  const Buffer<float> step = made.floats(rows, spread), scale = made.floats(outputs, spread),
                      bias = made.floats(outputs, spread);
  const PackedMatrix matrix = pack(weights, scale, bias, inputs);
  Buffer<float> a(rows * outputs), b(rows * outputs);
  const Rows<std::uint8_t> bytes{values.data(), inputs, step.data(), zero.data(), rows};
  mine.multiply_bytes(bytes, matrix.columns(), a.data(), outputs);
  plain.multiply_bytes(bytes, matrix.columns(), b.data(), outputs);
  same(a, b);

  const Buffer<float> x = made.floats(rows * inputs, spread), y = made.floats(rows * inputs, spread);
  const Buffer<float> dense = made.floats(inputs * outputs, spread);
  mine.multiply_floats(x.data(), rows, inputs, dense.data(), bias.data(), outputs, a.data());
  plain.multiply_floats(x.data(), rows, inputs, dense.data(), bias.data(), outputs, b.data());
  same(a, b);

  Buffer<float> p(rows * inputs), q(rows * inputs), step2(rows), step3(rows);
  Buffer<std::uint8_t> u(rows * inputs), v(rows * inputs);
  Buffer<std::int32_t> zero3(rows);
  const Buffer<float> gain = made.floats(inputs, 1.0f), shift = made.floats(inputs, 1.0f);
  mine.add_norm(x.data(), y.data(), gain.data(), shift.data(), inputs, rows, p.data(), u.data(), step2.data(),
                zero2.data());
  plain.add_norm(x.data(), y.data(), gain.data(), shift.data(), inputs, rows, q.data(), v.data(), step3.data(),
                 zero3.data());
  same(p, q), same(u, v), same(step2, step3), same(zero2, zero3);

  Buffer<std::int16_t> s(rows * inputs), t(rows * inputs);
  p = x, q = x;
  mine.gelu_quantize(p.data(), inputs, rows, u.data(), step2.data(), zero2.data());
  plain.gelu_quantize(q.data(), inputs, rows, v.data(), step3.data(), zero3.data());
  same(p, q), same(u, v), same(step2, step3), same(zero2, zero3);

  Buffer<float> step4(round_up(rows, lane_count)), step5(step4.size());
  mine.quantize_shorts(x.data(), inputs, rows, inputs, 8000.0f, s.data(), step4.data());
  plain.quantize_shorts(x.data(), inputs, rows, inputs, 8000.0f, t.data(), step5.data());
  same(s, t), same(step4, step5);
  Buffer<std::int16_t> keys(step4.size() * inputs), keys2(keys.size());
  mine.pack_keys(x.data(), inputs, rows, inputs, 8000.0f, step4.size(), keys.data(), step4.data());
  plain.pack_keys(x.data(), inputs, rows, inputs, 8000.0f, step5.size(), keys2.data(), step5.data());
  same(keys, keys2), same(step4, step5);

  p = x, q = x;
  const std::size_t count = inputs - made.chance() % std::min<std::size_t>(inputs, 16);
  mine.softmax(p.data(), std::min(rows, row_group), count, inputs, s.data(), step2.data());
  plain.softmax(q.data(), std::min(rows, row_group), count, inputs, t.data(), step3.data());
  same(s, t), same(step2, step3);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 8) return 0;
  std::uint32_t seed = 0;
  std::memcpy(&seed, data, sizeof seed);
  Made made{std::mt19937(seed)};
  const std::size_t rows = 1 + data[4] % (3u * row_group);
  const std::size_t inputs = lane_count * (1 + data[5] % 24u);
  const std::size_t outputs = lane_count * (1 + data[6] % 7u);
  const float spread = static_cast<float>(data[7] + 1) * 0.05f;
  for (const Kernels* kernels : {avx2_kernels(), avx512_kernels()}) {
    if (kernels != nullptr) compare(*kernels, *portable_kernels(), rows, inputs, outputs, spread, made);
  }
  return 0;
}
