// Attention inside one window: softmax(q kT / sqrt(head width)) v, head by head, in exact integer products.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tag/blueprint.h"
#include "tag/kernels.h"
#include "tag/scratch.h"

namespace onrecord::model {

// Makes room for the largest window.
void prepare_attention(const Blueprint& blueprint, EncoderScratch& scratch);

// Of the window that is rows [first, first + count) of scratch.qkv: what the rows `asking` see, one after the other
// from row `to` of scratch.mixed on.
void attend(const Blueprint& blueprint, const Kernels& kernels, std::size_t first, std::size_t count,
            std::span<const std::uint32_t> asking, std::size_t to, EncoderScratch& scratch);

}  // namespace onrecord::model
