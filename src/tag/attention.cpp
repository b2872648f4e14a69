#include "tag/attention.h"

#include <algorithm>
#include <cmath>

#include "tag/weights.h"

namespace onrecord::model {

namespace {

// The largest s16 whose products, summed over a slot, stay within 32 bits.
float query_limit(std::size_t slot) {
  return std::min(32767.0f, std::floor(std::sqrt(2147483000.0f / static_cast<float>(slot))) - 1.0f);
}

}  // namespace

void prepare_attention(const Blueprint& b, EncoderScratch& scratch) {
  const std::size_t slot = slot_of(b);
  const std::size_t keys = round_up(b.window, lane_count);
  scratch.packed_keys.resize(keys * slot);
  scratch.key_step.resize(keys);
  scratch.packed_values.resize(keys * slot);
  scratch.value_scale.resize(slot);
  scratch.query.resize(keys * slot);
  scratch.query_step.resize(keys);
  scratch.scores.resize(row_group * keys);
  scratch.attention.resize(row_group * keys);
}

void attend(const Blueprint& b, const Kernels& kernels, Range seen, Range asking, EncoderScratch& scratch) {
  const std::size_t slot = slot_of(b);
  const std::size_t across = b.heads * slot;
  const std::size_t stride = 3 * across;
  const std::size_t count = seen.size();
  const std::size_t padded = round_up(count, lane_count);
  const std::size_t pairs = round_up(count, Columns<std::int16_t>::group);
  const float limit = query_limit(slot);
  // The softmax is in base 2.
  const float sharpness = 1.4426950408889634f / std::sqrt(static_cast<float>(b.head_width));
  float* const query_step = scratch.query_step.data();
  for (std::size_t head = 0; head < b.heads; ++head) {
    const float* const queries = scratch.qkv.data() + asking.begin * stride + head * slot;
    const float* const window = scratch.qkv.data() + seen.begin * stride + head * slot;
    kernels.pack_keys(window + across, stride, count, slot, limit, padded, scratch.packed_keys.data(),
                      scratch.key_step.data());
    kernels.pack_values(window + 2 * across, count, stride, slot, pairs, scratch.packed_values.data(),
                        scratch.value_scale.data());
    kernels.quantize_shorts(queries, stride, asking.size(), slot, limit, scratch.query.data(), query_step);
    for (std::size_t r = 0; r < asking.size(); ++r) query_step[r] *= sharpness;
    const Columns<std::int16_t> keys{
        scratch.packed_keys.data(), scratch.key_step.data(), nullptr, nullptr, padded, slot};
    const Columns<std::int16_t> values{
        scratch.packed_values.data(), scratch.value_scale.data(), nullptr, nullptr, slot, pairs};
    for (std::size_t row = 0; row < asking.size(); row += row_group) {
      const std::size_t rows = std::min<std::size_t>(row_group, asking.size() - row);
      float step[row_group];
      kernels.multiply_shorts({scratch.query.data() + row * slot, slot, query_step + row, nullptr, rows}, keys,
                              scratch.scores.data(), padded);
      kernels.softmax(scratch.scores.data(), rows, count, padded, scratch.attention.data(), step);
      kernels.multiply_shorts({scratch.attention.data(), padded, step, nullptr, rows}, values,
                              scratch.mixed.data() + (asking.begin + row) * across + head * slot, across);
    }
  }
}

}  // namespace onrecord::model
