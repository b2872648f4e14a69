// Attention inside one window: softmax(q kT / sqrt(head width)) v, head by head, in exact integer products.
#pragma once

#include "tag/blueprint.h"
#include "tag/kernels.h"
#include "tag/scratch.h"

namespace onrecord::model {

// Makes room for the largest window.
void prepare_attention(const Blueprint& blueprint, EncoderScratch& scratch);

// What the rows `asking` see of a window, to the same rows of scratch.mixed: their queries stand in these rows of
// scratch.qkv, the window's keys and values in its rows `seen`.
void attend(const Blueprint& blueprint, const Kernels& kernels, Range seen, Range asking, EncoderScratch& scratch);

}  // namespace onrecord::model
