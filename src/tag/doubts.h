// Which of the attributions that a model finds are likelier none than one.
#pragma once

#include <vector>

#include "tag/scratch.h"

namespace onrecord::model {

// For each of found.cues, whether what hangs on it should not be told: it is less than half sure and no source was
// found with it, or it is told faintly of a source that surely says something else.
std::vector<bool> find_doubtful(const Found& found);

}  // namespace onrecord::model
