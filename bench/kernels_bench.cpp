// The inner loops of the tagger by instruction set: operations (a multiplication and an addition are two) a second.
#include <benchmark/benchmark.h>

#include <random>

#include "tag/packed_matrix.h"

namespace onrecord::model {
namespace {

const Kernels* kernels_of(std::int64_t which) {
  return which == 0 ? avx512_kernels() : which == 1 ? avx2_kernels() : portable_kernels();
}

void bytes(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state.range(0));
  if (kernels == nullptr) return state.SkipWithError("not on this processor");
  const auto rows = static_cast<std::size_t>(state.range(1));
  const auto inputs = static_cast<std::size_t>(state.range(2));
  const auto outputs = static_cast<std::size_t>(state.range(3));
  std::mt19937 random(1);
  std::vector<std::int8_t> weights(inputs * outputs);
  for (auto& w : weights) w = static_cast<std::int8_t>(random() % 255 - 127);
  const PackedMatrix matrix = pack(weights, std::vector<float>(outputs, 0.01f), std::vector<float>(outputs), inputs);
  Buffer<std::uint8_t> values(rows * inputs);
  for (auto& v : values) v = static_cast<std::uint8_t>(random());
  const std::vector<float> step(rows, 0.1f);
  const std::vector<std::int32_t> zero(rows, 100);
  Buffer<float> out(rows * outputs);
  for (auto _ : state) {
    kernels->multiply_bytes({values.data(), inputs, step.data(), zero.data(), rows}, matrix.columns(), out.data(),
                            outputs);
    benchmark::ClobberMemory();
  }
  state.SetLabel(std::string(kernels->name));
  state.counters["operations"] =
      benchmark::Counter(2.0 * static_cast<double>(rows * inputs * outputs) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(bytes)
    ->ArgsProduct({{0, 1, 2}, {256}, {384}, {1152, 384, 1536}})
    ->Args({0, 256, 1536, 384})
    ->Args({0, 64, 384, 1536})
    ->Args({1, 256, 1536, 384});

void one_row(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state.range(0));
  if (kernels == nullptr) return state.SkipWithError("not on this processor");
  constexpr std::size_t width = 1536;
  Buffer<float> start(width);
  Buffer<float> x(width);
  Buffer<std::uint8_t> out(width);
  Buffer<std::int16_t> weights(width);
  std::mt19937 random(2);
  for (auto& v : start) v = static_cast<float>(random() % 1000) * 0.005f - 2.5f;
  float step = 0;
  std::int32_t zero = 0;
  for (auto _ : state) {
    x = start;
    if (state.range(1) == 0) kernels->gelu_quantize(x.data(), width, 1, out.data(), &step, &zero);
    if (state.range(1) == 1)
      kernels->add_norm(x.data(), start.data(), start.data(), start.data(), width, 1, x.data(), out.data(), &step,
                        &zero);
    if (state.range(1) == 2) kernels->softmax(x.data(), 1, width, width, weights.data(), &step);
    benchmark::ClobberMemory();
  }
  constexpr const char* names[] = {" gelu", " norm", " softmax"};
  state.SetLabel(std::string(kernels->name) + names[state.range(1)]);
  state.counters["values"] = benchmark::Counter(static_cast<double>(width) * static_cast<double>(state.iterations()),
                                                benchmark::Counter::kIsRate);
}
BENCHMARK(one_row)->ArgsProduct({{0, 1, 2}, {0, 1, 2}});

}  // namespace
}  // namespace onrecord::model
