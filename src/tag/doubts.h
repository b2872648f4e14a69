// Which of the attributions that a model finds are told too faintly to be told.
#pragma once

#include <vector>

#include "tag/scratch.h"

namespace onrecord::model {

// For each of found.cues, whether what hangs on it should not be told: it is faint, and no source was found with it or
// one that surely says something else.
std::vector<bool> find_doubtful(const Found& found);

}  // namespace onrecord::model
