// The encoder again, in plain loops over floats: slow, obvious, and what the fast one is compared with. Weights are
// those of the file; inputs of products are not quantised.
#pragma once

#include <vector>

#include "tag/model_file.h"
#include "tag/scratch.h"

namespace onrecord::model {

// [rows, width]: of every row, where encode() gives those kept.
std::vector<float> encode_plainly(const Model& model, const EncoderInput& input);

}  // namespace onrecord::model
