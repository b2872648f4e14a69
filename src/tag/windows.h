// The windows in which the encoder sees an article: their cores tile it, the rest is context.
#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/span.h"
#include "tag/blueprint.h"
#include "tag/words.h"

namespace onrecord::model {

struct Window {
  Range seen;  // words
  Range core;  // the words that are decided here
};

// Fills `out` anew by the rule of docs/model-format.md, "Windows".
void cut_windows(const std::vector<Word>& words, const Blueprint& blueprint, std::vector<Window>& out);

}  // namespace onrecord::model
