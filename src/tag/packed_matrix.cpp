#include "tag/packed_matrix.h"

#include <cstring>
#include <numeric>

namespace onrecord::model {

namespace {

constexpr std::size_t group = Columns<std::int8_t>::group;

std::size_t place(std::size_t inputs, std::size_t output, std::size_t input) {
  return output / lane_count * lane_count * inputs + input / group * group * lane_count + output % lane_count * group +
         input % group;
}

}  // namespace

float PackedMatrix::weight(std::size_t output, std::size_t input) const {
  return static_cast<float>(packed[place(inputs, output, input)]) * scale[output];
}

PackedMatrix pack(std::span<const std::int8_t> weights, std::span<const float> scale, std::span<const float> bias,
                  std::size_t inputs) {
  PackedMatrix out;
  out.outputs = round_up(scale.size(), lane_count);
  out.inputs = round_up(inputs, lane_count);
  out.packed.resize(out.outputs * out.inputs);
  out.scale.resize(out.outputs);
  out.sum.resize(out.outputs);
  out.bias.resize(out.outputs);
  for (std::size_t o = 0; o < scale.size(); ++o) {
    out.scale[o] = scale[o];
    if (!bias.empty()) out.bias[o] = bias[o];
    // A row's groups stand lane_count groups apart: copied group by group, for models load in the time of these copies.
    const std::int8_t* from = weights.data() + o * inputs;
    std::int8_t* to = out.packed.data() + place(out.inputs, o, 0);
    std::size_t i = 0;
    for (; i + group <= inputs; i += group, to += group * lane_count) std::memcpy(to, from + i, group);
    for (; i < inputs; ++i) out.packed[place(out.inputs, o, i)] = from[i];
    out.sum[o] = std::accumulate(from, from + inputs, std::int32_t{0});
  }
  return out;
}

FloatMatrix transpose(std::span<const float> weights, std::span<const float> bias, std::size_t inputs) {
  FloatMatrix out;
  out.outputs = round_up(bias.size(), lane_count);
  out.inputs = inputs;
  out.weight.resize(inputs * out.outputs);
  out.bias.resize(out.outputs);
  for (std::size_t o = 0; o < bias.size(); ++o) {
    out.bias[o] = bias[o];
    for (std::size_t i = 0; i < inputs; ++i) out.weight[i * out.outputs + o] = weights[o * inputs + i];
  }
  return out;
}

}  // namespace onrecord::model
