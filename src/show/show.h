// `show`: the commands. Parses the command line, runs one command, writes to the console.
#pragma once

#include <string>
#include <vector>

#include "show/console.h"

namespace onrecord {

// `arguments` without the program's name. Gives the exit status: 0 done; 1 some input was refused, something was found
// wrong or standard output could not be written; 2 the command line is wrong. A reader who closed the pipe is no error.
int run(const std::vector<std::string>& arguments, Console& console);

}  // namespace onrecord
