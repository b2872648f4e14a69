// Every decision signs its name (invariant 3): who decided, and how sure it is.
#pragma once

#include <string>

namespace onrecord {

struct Decision {
  std::string by;           // the decider's name, lower case with hyphens: "cue-lexicon", "model-accurate", "weekday"
  float confidence = 0.0f;  // 0 to 1
};

}  // namespace onrecord
