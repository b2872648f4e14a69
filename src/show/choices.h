// What a person chose on the command line, one struct a command. The words, defaults and helps stand in
// command_line.cpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "onrecord/date.h"

namespace onrecord {

enum class Presentation : std::uint8_t { json, picture };

// What `extract` and `add` share: where articles come from and how they are worked on.
struct ReadingChoices {
  std::vector<std::string> paths;
  std::optional<Date> published;     // stands in where an article tells no day
  std::optional<std::string> model;  // none: the best that is installed
  unsigned threads = 1;
  bool times = false;  // print what each stage took to standard error
};

struct ExtractChoices {
  ReadingChoices reading;
  Presentation presentation = Presentation::json;
};

// `--help`, `--version`: what to print instead of running anything.
struct Answer {
  std::string text;
};

using Choices = std::variant<Answer, ExtractChoices>;

}  // namespace onrecord
