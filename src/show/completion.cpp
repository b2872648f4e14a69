// Completion scripts for bash, zsh and fish.
#include <fmt/format.h>

#include <map>

#include "show/command_page.h"

namespace onrecord {

namespace {

bool names_a_file(const std::string& value) { return value == "FILE" || value == "PATH"; }

// "jsonl|csv" as "jsonl csv"; empty where a value is not one of a few words.
std::string listed_words(const std::string& value) {
  if (value.find('|') == std::string::npos) return "";
  std::string out = value;
  for (char& c : out) c = c == '|' ? ' ' : c;
  return out;
}

bool takes_files(const CommandPage& page) {
  for (const OptionPage& argument : page.arguments) {
    if (names_a_file(argument.value)) return true;
  }
  return false;
}

std::string words_of(const std::vector<CommandPage>& pages) {
  std::string out;
  for (const CommandPage& page : pages) out += (out.empty() ? "" : " ") + page.word;
  return out;
}

std::string names_of(const std::vector<OptionPage>& options) {
  std::string out;
  for (const OptionPage& option : options) out += (out.empty() ? "" : " ") + option.names.back();
  return out;
}

void collect_values(const CommandPage& page, std::map<std::string, std::string>& values) {
  for (const OptionPage& option : page.options) {
    if (!option.value.empty()) values[option.names.back()] = option.value;
  }
  for (const CommandPage& command : page.commands) collect_values(command, values);
}

// `path` is "" for the program, then "review", "review/same".
void bash_cases(const CommandPage& page, const std::string& path, std::string& steps, std::string& cases) {
  cases += fmt::format("    '{}') options='{}' words='{}' files={} ;;\n", path, names_of(page.options),
                       words_of(page.commands), takes_files(page) ? "yes" : "no");
  for (const CommandPage& command : page.commands) {
    const std::string below = path + "/" + command.word;
    steps += (steps.empty() ? "'" : " | '") + below + "'";
    bash_cases(command, below, steps, cases);
  }
}

std::string bash(const CommandPage& program) {
  std::string steps;
  std::string cases;
  bash_cases(program, "", steps, cases);
  std::map<std::string, std::string> values;
  collect_values(program, values);
  std::string of_values;
  for (const auto& [name, value] : values) {
    const std::string words = listed_words(value);
    const std::string reply = !words.empty() ? fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\"))", words)
                              : names_a_file(value) ? "compopt -o default; COMPREPLY=()"
                                                    : "COMPREPLY=()";
    of_values += fmt::format("    {}) {}; return ;;\n", name, reply);
  }
  return fmt::format(
      "# bash completion of onrecord: source it, or put it into bash-completion's folder\n"
      "_onrecord() {{\n"
      "  local current=\"${{COMP_WORDS[COMP_CWORD]}}\" previous=\"${{COMP_WORDS[COMP_CWORD-1]}}\"\n"
      "  local path='' options='' words='' files=no i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    case \"$path/${{COMP_WORDS[i]}}\" in\n"
      "      {}) path=\"$path/${{COMP_WORDS[i]}}\" ;;\n"
      "    esac\n"
      "  done\n"
      "  case \"$previous\" in\n{}  esac\n"
      "  case \"$path\" in\n{}  esac\n"
      "  if [[ $current == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "  elif [[ -n $words ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "  elif [[ $files == yes ]]; then\n"
      "    compopt -o default; COMPREPLY=()\n"
      "  fi\n"
      "}}\n"
      "complete -F _onrecord onrecord\n",
      steps, of_values, cases);
}

// Inside single quotes of zsh, with the signs that _arguments gives a meaning taken out.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '[' || c == ']' || c == ':') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string zsh_value(const std::string& value) {
  if (value.empty()) return "";
  const std::string words = listed_words(value);
  if (!words.empty()) return fmt::format(":value:({})", words);
  return fmt::format(":{}:{}", zsh_text(value), names_a_file(value) ? "_files" : "");
}

std::string zsh_arguments(const CommandPage& page) {
  std::string out = "_arguments";
  for (const OptionPage& option : page.options) {
    out += fmt::format(" \\\n        '{}[{}]{}'", option.names.back(), zsh_text(option.help), zsh_value(option.value));
  }
  if (takes_files(page)) out += " \\\n        '*:PATH:_files'";
  if (!page.commands.empty()) out += fmt::format(" \\\n        '*:command:({})'", words_of(page.commands));
  return out;
}

std::string zsh(const CommandPage& program) {
  std::string commands;
  std::string cases;
  for (const CommandPage& command : program.commands) {
    commands += fmt::format("    '{}:{}'\n", command.word, zsh_text(command.summary));
    cases += fmt::format("      {})\n        {} ;;\n", command.word, zsh_arguments(command));
  }
  return "#compdef onrecord\n"
         "_onrecord() {\n"
         "  local state line\n"
         "  local -a commands=(\n" +
         commands +
         "  )\n"
         "  _arguments -C '--help[print this help]' '--version[print the version]' '1: :->command' '*:: :->rest'\n"
         "  case $state in\n"
         "  command) _describe command commands ;;\n"
         "  rest)\n"
         "    case $line[1] in\n" +
         cases +
         "    esac ;;\n"
         "  esac\n"
         "}\n"
         "_onrecord \"$@\"\n";
}

std::string fish_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void fish_lines(const CommandPage& page, std::string& out) {
  const std::string here = fmt::format("complete -c onrecord -n '__fish_seen_subcommand_from {}'", page.word);
  if (takes_files(page)) out += here + " -F\n";
  for (const OptionPage& option : page.options) {
    const std::string words = listed_words(option.value);
    out += fmt::format("{} -l {}", here, option.names.back().substr(2));
    if (!words.empty()) {
      out += fmt::format(" -x -a '{}'", words);
    } else if (!option.value.empty()) {
      out += names_a_file(option.value) ? " -r -F" : " -x";
    }
    out += fmt::format(" -d '{}'\n", fish_text(option.help));
  }
  for (const CommandPage& command : page.commands) {
    out += fmt::format("{} -a {} -d '{}'\n", here, command.word, fish_text(command.summary));
    fish_lines(command, out);
  }
}

std::string fish(const CommandPage& program) {
  std::string out = "# fish completion of onrecord\ncomplete -c onrecord -f\n";
  for (const CommandPage& command : program.commands) {
    out += fmt::format("complete -c onrecord -n __fish_use_subcommand -a {} -d '{}'\n", command.word,
                       fish_text(command.summary));
    fish_lines(command, out);
  }
  return out;
}

}  // namespace

std::string completion(const CommandPage& program, const std::string& shell) {
  if (shell == "bash") return bash(program);
  if (shell == "zsh") return zsh(program);
  return fish(program);
}

}  // namespace onrecord
