#include "tag/attention.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "tag/weights.h"

namespace onrecord::model {

namespace {

// The largest s16 whose products, summed over a slot, stay within 32 bits.
float query_limit(std::size_t slot) {
  return std::min(32767.0f, std::floor(std::sqrt(2147483000.0f / static_cast<float>(slot))) - 1.0f);
}

// Keys k[count][stride] as Columns<s16>; the keys up to `padded` become zero.
void pack_keys(const Kernels& kernels, const float* k, std::size_t count, std::size_t stride, std::size_t slot,
               std::size_t padded, EncoderScratch& scratch) {
  const float limit = query_limit(slot);
  std::int16_t* const packed = scratch.packed_keys.data();
  for (std::size_t t = 0; t < padded; ++t) {
    std::int16_t* const row = scratch.key_row.data();
    scratch.key_step[t] = 0.0f;
    if (t < count) {
      scratch.key_step[t] = kernels.quantize_short(k + t * stride, slot, limit, row);
    } else {
      std::fill_n(row, slot, std::int16_t{0});
    }
    std::int16_t* to = packed + t / lane_count * lane_count * slot + t % lane_count * 2;
    for (std::size_t d = 0; d < slot; d += 2, to += 2 * lane_count) std::memcpy(to, row + d, 2 * sizeof(std::int16_t));
  }
}

}  // namespace

void prepare_attention(const Blueprint& b, EncoderScratch& scratch) {
  const std::size_t slot = slot_of(b);
  const std::size_t keys = round_up(b.window, lane_count);
  scratch.key_row.resize(slot);
  scratch.packed_keys.resize(keys * slot);
  scratch.key_step.resize(keys);
  scratch.packed_values.resize(keys * slot);
  scratch.value_scale.resize(slot);
  scratch.query.resize(row_group * slot);
  scratch.scores.resize(row_group * keys);
  scratch.attention.resize(row_group * keys);
}

void attend(const Blueprint& b, const Kernels& kernels, std::size_t first, std::size_t count,
            std::span<const std::uint32_t> asking, std::size_t to, EncoderScratch& scratch) {
  const std::size_t slot = slot_of(b);
  const std::size_t across = b.heads * slot;
  const std::size_t stride = 3 * across;
  const std::size_t padded = round_up(count, lane_count);
  const float limit = query_limit(slot);
  // The softmax is in base 2.
  const float sharpness = 1.4426950408889634f / std::sqrt(static_cast<float>(b.head_width));
  for (std::size_t head = 0; head < b.heads; ++head) {
    const float* const queries = scratch.qkv.data() + head * slot;
    const float* const window = queries + first * stride;
    pack_keys(kernels, window + across, count, stride, slot, padded, scratch);
    kernels.pack_values(window + 2 * across, count, stride, slot, padded, scratch.packed_values.data(),
                        scratch.value_scale.data());
    const Columns<std::int16_t> keys{
        scratch.packed_keys.data(), scratch.key_step.data(), nullptr, nullptr, padded, slot};
    const Columns<std::int16_t> values{
        scratch.packed_values.data(), scratch.value_scale.data(), nullptr, nullptr, slot, padded};
    for (std::size_t row = 0; row < asking.size(); row += row_group) {
      const std::size_t rows = std::min(row_group, asking.size() - row);
      float step[row_group] = {};
      for (std::size_t r = 0; r < rows; ++r) {
        step[r] = sharpness * kernels.quantize_short(queries + asking[row + r] * stride, slot, limit,
                                                     scratch.query.data() + r * slot);
      }
      kernels.multiply_shorts({scratch.query.data(), slot, step, nullptr, row_group}, keys, scratch.scores.data(),
                              padded);
      kernels.softmax(scratch.scores.data(), rows, count, padded, scratch.attention.data(), step);
      // Rows that fill up the last group fall on those of the next window, which are written after them, or on none.
      kernels.multiply_shorts({scratch.attention.data(), padded, step, nullptr, row_group}, values,
                              scratch.mixed.data() + (to + row) * across + head * slot, across);
    }
  }
}

}  // namespace onrecord::model
