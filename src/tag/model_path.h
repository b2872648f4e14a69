// Where the shipped models lie on disk.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "onrecord/result.h"

namespace onrecord {

// The names that `--model` knows, the default first.
inline constexpr std::array<std::string_view, 2> model_names{"accurate", "fast"};

// The path of models/en/NAME.onrec: in the folder that the environment variable ONRECORD_MODELS names (and only there,
// if it is set); else beside the running program (PROGRAM/../models/en, PROGRAM/../share/onrecord/models/en); else in
// the source tree that the program was built from. An Error for a name that is not in `model_names` and for a model
// that lies in none of these places. Looks at the disk, opens nothing; may be called from any thread.
Result<std::string> find_model(std::string_view name);

}  // namespace onrecord
