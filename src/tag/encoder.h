// The encoder: from the pieces of some windows to one vector a piece. Integer products by docs/model-format.md; inside
// attention too, with 15 bits where the format asks for f32 (docs/run-time.md says what that costs).
#pragma once

#include "tag/kernels.h"
#include "tag/model_file.h"
#include "tag/scratch.h"

namespace onrecord::model {

// Writes the vectors of the rows input.kept to out[kept, width]. The vectors of a window do not depend on what else is
// in the batch, nor on the kernels. Where `lower` is not null, it gets [kept, width]: what a second reading begins
// with.
void encode(const Model& model, const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch, float* out,
            float* lower = nullptr);

// The layers of the second reading, which `model` has, over rows [count, width] that all see one another; at most as
// many as a window has pieces. `out` [count, width] may be `rows`.
void encode_again(const Model& model, const Kernels& kernels, const float* rows, std::size_t count,
                  EncoderScratch& scratch, float* out);

}  // namespace onrecord::model
