// The command line, read by the one definition from which help texts, the manual page and shell completion are made.
#pragma once

#include <string>
#include <vector>

#include "onrecord/result.h"
#include "show/choices.h"

namespace onrecord {

// `arguments` without the program's name; help is wrapped to `width` columns. An Error says what is wrong with the line
// and where help stands.
Result<Choices> parse_command_line(const std::vector<std::string>& arguments, unsigned width);

}  // namespace onrecord
