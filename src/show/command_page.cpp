// Usage lines and help texts.
#include "show/command_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/columns.h"

namespace onrecord {

namespace {

constexpr unsigned column = 26;  // where explanations begin

std::string wrapped(const std::string& text, unsigned indent, unsigned width) {
  std::string out;
  const std::vector<Cell> cells = cells_of(text);
  const unsigned room = width > indent + 20 ? width - indent : 20;
  for (const Range line : wrap(cells, room, room)) {
    if (!out.empty()) out += "\n" + std::string(indent, ' ');
    for (std::uint32_t i = line.begin; i < line.end; ++i) out += shown(text, cells[i]);
  }
  return out;
}

std::string entry(const std::string& left, const std::string& help, unsigned width) {
  std::string out = "  " + left;
  if (out.size() + 2 > column) {
    out += "\n" + std::string(column, ' ');
  } else {
    out.resize(column, ' ');
  }
  return out + wrapped(help, column, width) + "\n";
}

std::string label(const OptionPage& option) {
  std::string out = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.value.empty()) out += (out.empty() ? "" : " ") + option.value;
  return out;
}

}  // namespace

std::string usage(const CommandPage& page) {
  std::string out = page.line + required_options(page);
  if (std::any_of(page.options.begin(), page.options.end(), [](const OptionPage& o) { return !o.required; })) {
    out += " [options]";
  }
  for (const OptionPage& argument : page.arguments) out += " " + argument.value + (argument.repeated ? "..." : "");
  // A command of its own may be left out where the one before it does something alone.
  if (!page.commands.empty()) out += page.name == page.word ? " command ..." : " [command ...]";
  return out;
}

std::string required_options(const CommandPage& page) {
  std::string out;
  for (const OptionPage& option : page.options) {
    if (option.required) out += fmt::format(" {} {}", option.names.back(), option.value);
  }
  return out;
}

std::string help_text(const CommandPage& page, unsigned width) {
  std::string out = wrapped(page.summary, 0, width) + (page.summary.ends_with('.') ? "\n\n" : ".\n\n");
  out += "usage: " + wrapped(usage(page), 7, width) + "\n";
  if (!page.commands.empty()) {
    out += "\n";
    for (const CommandPage& command : page.commands) out += entry(command.word, command.summary, width);
  }
  if (!page.arguments.empty() || !page.options.empty()) out += "\n";
  for (const OptionPage& argument : page.arguments) out += entry(label(argument), argument.help, width);
  for (const OptionPage& option : page.options) out += entry(label(option), option.help, width);
  if (!page.examples.empty()) out += "\n" + page.examples + "\n";
  return out;
}

}  // namespace onrecord
