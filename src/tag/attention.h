// Attention inside one window: softmax(q kT / sqrt(head width)) v, head by head, in exact integer products.
#pragma once

#include <cstddef>

#include "tag/blueprint.h"
#include "tag/kernels.h"
#include "tag/scratch.h"

namespace onrecord::model {

// Makes room for the largest window.
void prepare_attention(const Blueprint& blueprint, EncoderScratch& scratch);

// Reads rows [first, first + count) of scratch.qkv and writes the same rows of scratch.mixed.
void attend(const Blueprint& blueprint, const Kernels& kernels, std::size_t first, std::size_t count,
            EncoderScratch& scratch);

}  // namespace onrecord::model
