// The one definition of the command line. Parsing, help texts, the manual page and shell completion are made from it.
#pragma once

#include <string>
#include <vector>

#include "onrecord/result.h"
#include "show/choices.h"

namespace onrecord {

// `arguments` without the program's name. An Error says what is wrong with the line and where help stands.
Result<Choices> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace onrecord
