// A model proves itself when loaded: what it says of its own samples must be what its training code saw.
#pragma once

#include <string>

#include "tag/kernels.h"
#include "tag/model_file.h"
#include "tag/scratch.h"

namespace onrecord::model {

// What first differs, in words; empty where nothing does.
std::string check_samples(const Model& model, const Kernels& kernels, Scratch& scratch);

}  // namespace onrecord::model
