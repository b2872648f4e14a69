#include "tag/kernels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tag/packed_matrix.h"

namespace onrecord::model {
namespace {

using testing::ElementsAreArray;

// Each instruction set that this processor has, against plain arithmetic and against the portable kernels, bit for bit.
class KernelsOf : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (GetParam() == nullptr) GTEST_SKIP() << "this processor lacks the instruction set";
  }
  const Kernels& mine() const { return *GetParam(); }
  const Kernels& portable() const { return *portable_kernels(); }

  Buffer<float> floats(std::size_t count, float spread) {
    Buffer<float> out(count);
    for (float& x : out) x = std::normal_distribution<float>(0.0f, spread)(random_);
    return out;
  }
  template <class Value>
  Buffer<Value> integers(std::size_t count, int least, int most) {
    Buffer<Value> out(count);
    for (Value& x : out) x = static_cast<Value>(std::uniform_int_distribution<int>(least, most)(random_));
    return out;
  }
  std::mt19937 random_{7};
};

TEST_P(KernelsOf, BytesMultiplyExactly) {
  constexpr std::size_t rows = 21, inputs = 48, outputs = 80;
  const auto values = integers<std::uint8_t>(rows * inputs, 0, 255);
  const auto weights = integers<std::int8_t>(outputs * inputs, -127, 127);
  const Buffer<float> scale(outputs, 1.0f), step(rows, 1.0f), bias = floats(outputs, 3.0f);
  const auto zero = integers<std::int32_t>(rows, 0, 255);
  const PackedMatrix matrix = pack(weights, scale, bias, inputs);
  Buffer<float> made(rows * outputs), expected(rows * outputs);
  mine().multiply_bytes({values.data(), inputs, step.data(), zero.data(), rows}, matrix.columns(), made.data(),
                        outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      int sum = 0;
      for (std::size_t i = 0; i < inputs; ++i) sum += (values[r * inputs + i] - zero[r]) * weights[o * inputs + i];
      expected[r * outputs + o] = static_cast<float>(sum) + bias[o];
    }
  }
  EXPECT_THAT(made, ElementsAreArray(expected));
}

TEST_P(KernelsOf, TheLargestBytesDoNotOverflow) {
  constexpr std::size_t inputs = 8192;
  const Buffer<std::uint8_t> values(row_group * inputs, 255);
  const Buffer<std::int8_t> weights(lane_count * inputs, 127);
  const Buffer<float> scale(lane_count, 1.0f), step(row_group, 1.0f);
  const Buffer<std::int32_t> zero(row_group, 0);
  const PackedMatrix matrix = pack(weights, scale, {}, inputs);
  Buffer<float> made(row_group * lane_count);
  mine().multiply_bytes({values.data(), inputs, step.data(), zero.data(), row_group}, matrix.columns(), made.data(),
                        lane_count);
  EXPECT_EQ(made.front(), static_cast<float>(255 * 127 * int{inputs}));
}

TEST_P(KernelsOf, ShortsMultiplyExactly) {
  constexpr std::size_t rows = 15, inputs = 32, outputs = 112;
  const auto values = integers<std::int16_t>(rows * inputs, -8000, 8000);
  const auto packed = integers<std::int16_t>(outputs * inputs, -8000, 8000);
  const Buffer<float> scale(outputs, 1.0f), step(rows, 1.0f);
  Buffer<float> made(rows * outputs), expected(rows * outputs);
  mine().multiply_shorts({values.data(), inputs, step.data(), nullptr, rows},
                         {packed.data(), scale.data(), nullptr, nullptr, outputs, inputs}, made.data(), outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      int sum = 0;
      for (std::size_t i = 0; i < inputs; ++i) {
        const std::size_t at = o / 16 * 16 * inputs + i / 2 * 32 + o % 16 * 2 + i % 2;
        sum += values[r * inputs + i] * packed[at];
      }
      expected[r * outputs + o] = static_cast<float>(sum);
    }
  }
  EXPECT_THAT(made, ElementsAreArray(expected));
}

TEST_P(KernelsOf, FloatsMultiplyAsThePortableOnes) {
  constexpr std::size_t count = 7, inputs = 48, outputs = 80;
  const auto x = floats(count * inputs, 1.0f), weight = floats(inputs * outputs, 1.0f), bias = floats(outputs, 1.0f);
  Buffer<float> made(count * outputs), expected(count * outputs);
  mine().multiply_floats(x.data(), count, inputs, weight.data(), bias.data(), outputs, made.data());
  portable().multiply_floats(x.data(), count, inputs, weight.data(), bias.data(), outputs, expected.data());
  EXPECT_THAT(made, ElementsAreArray(expected));
}

TEST_P(KernelsOf, ARowOfFloatsDoesNotDependOnItsNeighbours) {
  constexpr std::size_t count = 6, inputs = 32, outputs = 48;
  const auto x = floats(count * inputs, 1.0f), weight = floats(inputs * outputs, 1.0f), bias = floats(outputs, 1.0f);
  Buffer<float> together(count * outputs), alone(count * outputs);
  mine().multiply_floats(x.data(), count, inputs, weight.data(), bias.data(), outputs, together.data());
  for (std::size_t r = 0; r < count; ++r) {
    mine().multiply_floats(x.data() + r * inputs, 1, inputs, weight.data(), bias.data(), outputs,
                           alone.data() + r * outputs);
  }
  EXPECT_THAT(together, ElementsAreArray(alone));
}

TEST_P(KernelsOf, QuantisesWithinHalfAStep) {
  constexpr std::size_t width = 64;
  const auto x = floats(width, 2.0f);
  Buffer<std::uint8_t> made(width);
  float step = 0;
  std::int32_t zero = 0;
  mine().quantize(x.data(), width, 1, made.data(), &step, &zero);
  for (std::size_t i = 0; i < width; ++i) {
    EXPECT_NEAR(step * static_cast<float>(made[i] - zero), x[i], 0.501f * step + 1e-5f);
  }
}

TEST_P(KernelsOf, ARowOfZerosStaysZero) {
  const Buffer<float> x(16, 0.0f);
  Buffer<std::uint8_t> made(16, 9);
  float step = 0;
  std::int32_t zero = 5;
  mine().quantize(x.data(), 16, 1, made.data(), &step, &zero);
  EXPECT_EQ(step, 1.0f);
  EXPECT_EQ(made[3], zero);
}

TEST_P(KernelsOf, ARowOfBytesDoesNotDependOnItsNeighbours) {
  constexpr std::size_t count = 19, width = 48;
  const auto start = floats(count * width, 2.0f);
  for (const auto quantize_or_gelu : {0, 1}) {
    auto x = start, y = start;
    Buffer<std::uint8_t> together(count * width), alone(count * width);
    float step[count] = {}, step_alone[count] = {};
    std::int32_t zero[count] = {}, zero_alone[count] = {};
    const auto make = [&](Buffer<float>& from, std::size_t row, std::size_t rows, Buffer<std::uint8_t>& out,
                          float* steps, std::int32_t* zeros) {
      if (quantize_or_gelu == 0)
        mine().quantize(from.data() + row * width, width, rows, out.data() + row * width, steps + row, zeros + row);
      else
        mine().gelu_quantize(from.data() + row * width, width, rows, out.data() + row * width, steps + row,
                             zeros + row);
    };
    make(x, 0, count, together, step, zero);
    for (std::size_t r = 0; r < count; ++r) make(y, r, 1, alone, step_alone, zero_alone);
    EXPECT_THAT(together, ElementsAreArray(alone));
    EXPECT_THAT(x, ElementsAreArray(y));
    EXPECT_THAT(step, ElementsAreArray(step_alone));
    EXPECT_THAT(zero, ElementsAreArray(zero_alone));
  }
}

TEST_P(KernelsOf, ShortsLieWithinHalfAStep) {
  constexpr std::size_t count = 18, width = 32, stride = 40;
  auto x = floats(count * stride, 2.0f);
  std::fill_n(x.begin() + 3 * stride, width, 0.0f);
  Buffer<std::int16_t> made(count * width, 9);
  Buffer<float> step(32);
  mine().quantize_shorts(x.data(), stride, count, width, 8000.0f, made.data(), step.data());
  for (std::size_t r = 0; r < count; ++r) {
    for (std::size_t i = 0; i < width; ++i)
      EXPECT_NEAR(step[r] * made[r * width + i], x[r * stride + i], 0.501f * step[r]);
  }
}

TEST_P(KernelsOf, KeysArePackedAsShorts) {
  constexpr std::size_t count = 21, padded = 32, width = 48, stride = 50;
  const auto x = floats(count * stride, 2.0f);
  Buffer<std::int16_t> made(padded * width, 9), rows(count * width);
  Buffer<float> step(padded), row_step(padded);
  mine().pack_keys(x.data(), stride, count, width, 8000.0f, padded, made.data(), step.data());
  mine().quantize_shorts(x.data(), stride, count, width, 8000.0f, rows.data(), row_step.data());
  EXPECT_THAT(step, ElementsAreArray(row_step));
  for (std::size_t k = 0; k < padded; ++k) {
    for (std::size_t i = 0; i < width; ++i) {
      const std::int16_t packed = made[k / 16 * 16 * width + i / 2 * 32 + k % 16 * 2 + i % 2];
      ASSERT_EQ(packed, k < count ? rows[k * width + i] : 0);
    }
  }
}

TEST_P(KernelsOf, GeluIsThatOfTheErrorFunction) {
  constexpr std::size_t width = 4096;
  Buffer<float> x(width);
  for (std::size_t i = 0; i < width; ++i) x[i] = static_cast<float>(i) / 256.0f - 8.0f;
  const Buffer<float> input = x;
  Buffer<std::uint8_t> made(width);
  float step = 0;
  std::int32_t zero = 0;
  mine().gelu_quantize(x.data(), width, 1, made.data(), &step, &zero);
  for (std::size_t i = 0; i < width; ++i) {
    const auto value = static_cast<double>(input[i]);
    EXPECT_NEAR(x[i], 0.5 * value * (1.0 + std::erf(value / std::sqrt(2.0))), 1e-4);
  }
}

TEST_P(KernelsOf, NormsASumAndQuantisesItAsByItself) {
  constexpr std::size_t width = 80;
  const auto x = floats(width, 3.0f), y = floats(width, 1.0f), gain = floats(width, 1.0f), bias = floats(width, 1.0f);
  Buffer<float> made(width);
  Buffer<std::uint8_t> bytes(width), alone(width);
  float step = 0, step_alone = 0;
  std::int32_t zero = 0, zero_alone = 0;
  mine().add_norm(x.data(), y.data(), gain.data(), bias.data(), width, 1, made.data(), bytes.data(), &step, &zero);
  double mean = 0.0, variance = 0.0;
  const auto sum = [&](std::size_t i) { return static_cast<double>(x[i]) + static_cast<double>(y[i]); };
  for (std::size_t i = 0; i < width; ++i) mean += sum(i) / width;
  for (std::size_t i = 0; i < width; ++i) variance += (sum(i) - mean) * (sum(i) - mean) / width;
  for (std::size_t i = 0; i < width; ++i) {
    EXPECT_NEAR(made[i],
                (sum(i) - mean) / std::sqrt(variance) * static_cast<double>(gain[i]) + static_cast<double>(bias[i]),
                1e-5);
  }
  mine().quantize(made.data(), width, 1, alone.data(), &step_alone, &zero_alone);
  EXPECT_THAT(bytes, ElementsAreArray(alone));
  EXPECT_EQ(step, step_alone);
  EXPECT_EQ(zero, zero_alone);
}

TEST_P(KernelsOf, TheNormOfManyRowsIsThatOfEach) {
  constexpr std::size_t count = 6, width = 48;
  const auto x = floats(count * width, 3.0f), y = floats(count * width, 1.0f);
  const auto gain = floats(width, 1.0f), bias = floats(width, 1.0f);
  Buffer<float> together(count * width), alone(count * width);
  float step[count] = {}, step_alone[count] = {};
  std::int32_t zero[count] = {}, zero_alone[count] = {};
  Buffer<std::uint8_t> bytes(count * width), bytes_alone(count * width);
  mine().add_norm(x.data(), y.data(), gain.data(), bias.data(), width, count, together.data(), bytes.data(), step,
                  zero);
  for (std::size_t r = 0; r < count; ++r) {
    mine().add_norm(x.data() + r * width, y.data() + r * width, gain.data(), bias.data(), width, 1,
                    alone.data() + r * width, bytes_alone.data() + r * width, step_alone + r, zero_alone + r);
  }
  EXPECT_THAT(together, ElementsAreArray(alone));
  EXPECT_THAT(bytes, ElementsAreArray(bytes_alone));
  EXPECT_THAT(step, ElementsAreArray(step_alone));
  EXPECT_THAT(zero, ElementsAreArray(zero_alone));
}

TEST_P(KernelsOf, SoftmaxOfManyRowsIsThatOfEach) {
  constexpr std::size_t rows = 5, count = 40, padded = 48;
  auto together = floats(rows * padded, 4.0f);
  auto alone = together;
  Buffer<std::int16_t> made(rows * padded), expected(rows * padded);
  float step[rows] = {}, step_alone[rows] = {};
  mine().softmax(together.data(), rows, count, padded, made.data(), step);
  for (std::size_t r = 0; r < rows; ++r) {
    mine().softmax(alone.data() + r * padded, 1, count, padded, expected.data() + r * padded, step_alone + r);
    EXPECT_EQ(step[r], step_alone[r]);
  }
  EXPECT_THAT(made, ElementsAreArray(expected));
}

TEST_P(KernelsOf, SoftmaxSumsToOneAndLeavesOutThePadding) {
  constexpr std::size_t count = 21, padded = 32;
  auto scores = floats(padded, 4.0f);
  const Buffer<float> input = scores;
  Buffer<std::int16_t> made(padded, 77);
  float step = 0.0f;
  mine().softmax(scores.data(), 1, count, padded, made.data(), &step);
  double total = 0.0;
  for (std::size_t i = 0; i < count; ++i) total += std::exp2(static_cast<double>(input[i]));
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_NEAR(step * made[i], std::exp2(static_cast<double>(input[i])) / total, 1e-4);
  }
  for (std::size_t i = count; i < padded; ++i) EXPECT_EQ(made[i], 0);
}

TEST_P(KernelsOf, RowsComeOutAsFromThePortableOnesToTheLastBit) {
  constexpr std::size_t width = 384;
  const auto y = floats(width, 1.0f), gain = floats(width, 1.0f), bias = floats(width, 1.0f);
  struct Made {
    Buffer<float> x;
    Buffer<std::int8_t> word = Buffer<std::int8_t>(width, -77);
    Buffer<std::uint8_t> rows = Buffer<std::uint8_t>(5 * width), bytes = Buffer<std::uint8_t>(width);
    Buffer<float> embedded = Buffer<float>(5 * width), row_step = Buffer<float>(5);
    Buffer<std::int32_t> row_zero = Buffer<std::int32_t>(5);
    Buffer<std::int16_t> shorts = Buffer<std::int16_t>(width), weights = Buffer<std::int16_t>(width);
    Buffer<std::int16_t> packed = Buffer<std::int16_t>(width);
    Buffer<float> scale = Buffer<float>(32);
    Buffer<std::int16_t> keys = Buffer<std::int16_t>(16 * 32);
    Buffer<float> short_step = Buffer<float>(16), key_step = Buffer<float>(16);
    float step = 0, softmax_step = 0;
    std::int32_t zero = 0;
  };
  const auto start = floats(width, 3.0f);
  const auto run = [&](const Kernels& kernels) {
    Made made;
    made.x = start;
    const EmbeddedRow row{made.word.data(), 0.05f, {y.data(), gain.data(), bias.data(), start.data()}};
    const std::array rows{row, row, row, row, row};
    kernels.embed(rows.data(), gain.data(), bias.data(), width, rows.size(), made.embedded.data(), made.rows.data(),
                  made.row_step.data(), made.row_zero.data());
    kernels.add_norm(made.x.data(), y.data(), gain.data(), bias.data(), width, 1, made.x.data(), made.rows.data(),
                     made.row_step.data(), made.row_zero.data());
    kernels.quantize_shorts(made.x.data(), width, 1, width, 8000.0f, made.shorts.data(), made.short_step.data());
    kernels.pack_keys(made.x.data(), 34, 11, 32, 8000.0f, 16, made.keys.data(), made.key_step.data());
    kernels.pack_values(made.x.data(), 11, 32, 32, 12, made.packed.data(), made.scale.data());
    kernels.gelu_quantize(made.x.data(), width, 1, made.bytes.data(), &made.step, &made.zero);
    kernels.softmax(made.x.data(), 1, 370, width, made.weights.data(), &made.softmax_step);
    return made;
  };
  const Made made = run(mine()), expected = run(portable());
  EXPECT_THAT(made.x, ElementsAreArray(expected.x));
  EXPECT_THAT(made.embedded, ElementsAreArray(expected.embedded));
  EXPECT_THAT(made.rows, ElementsAreArray(expected.rows));
  EXPECT_THAT(made.row_step, ElementsAreArray(expected.row_step));
  EXPECT_THAT(made.row_zero, ElementsAreArray(expected.row_zero));
  EXPECT_THAT(made.bytes, ElementsAreArray(expected.bytes));
  EXPECT_THAT(made.shorts, ElementsAreArray(expected.shorts));
  EXPECT_THAT(made.weights, ElementsAreArray(expected.weights));
  EXPECT_THAT(made.packed, ElementsAreArray(expected.packed));
  EXPECT_THAT(made.scale, ElementsAreArray(expected.scale));
  EXPECT_EQ(made.step, expected.step);
  EXPECT_EQ(made.zero, expected.zero);
  EXPECT_THAT(made.short_step, ElementsAreArray(expected.short_step));
  EXPECT_THAT(made.keys, ElementsAreArray(expected.keys));
  EXPECT_THAT(made.key_step, ElementsAreArray(expected.key_step));
  EXPECT_EQ(made.softmax_step, expected.softmax_step);
}

INSTANTIATE_TEST_SUITE_P(EachInstructionSet, KernelsOf,
                         testing::Values(portable_kernels(), avx2_kernels(), avx512_kernels()), [](const auto& which) {
                           return which.param == nullptr ? "absent" + std::to_string(which.index)
                                                         : std::string(which.param->name);
                         });

}  // namespace
}  // namespace onrecord::model
