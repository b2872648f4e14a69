// What the definition of a command says, as plain data: the source of help texts, the manual page and shell completion.
#pragma once

#include <string>
#include <vector>

namespace onrecord {

struct OptionPage {
  std::vector<std::string> names;  // "-h", "--help"; empty for an argument that is told by its place
  std::string value;               // "DAY", "jsonl|csv", "PATH..."; empty for a flag
  std::string help;
  bool required = false;
  bool repeated = false;  // an argument that may be given many times
};

struct CommandPage {
  std::string name;  // "onrecord", "onrecord review same"
  std::string word;  // the last word of it
  std::string line;  // how it begins on a command line: "onrecord review --ledger FILE same"
  std::string summary;
  std::vector<OptionPage> arguments;
  std::vector<OptionPage> options;
  std::vector<CommandPage> commands;
  std::string examples;  // lines; those to be typed are indented by two blanks
};

// "onrecord changes --ledger FILE [options] NAME..."
std::string usage(const CommandPage& page);
// " --ledger FILE"
std::string required_options(const CommandPage& page);
std::string help_text(const CommandPage& page, unsigned width);
// A page in the language of man(7), section 1.
std::string manual(const CommandPage& program, const std::string& version);
// `shell` is bash, zsh or fish.
std::string completion(const CommandPage& program, const std::string& shell);

}  // namespace onrecord
