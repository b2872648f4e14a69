#include "show/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <thread>

namespace onrecord {

namespace {

// A full day; the message is what the user reads after "--published: ".
const CLI::Validator& whole_day() {
  static const CLI::Validator validator(
      [](std::string& text) -> std::string {
        const auto date = parse_iso(text);
        if (date && date->day != 0 && text.size() == 10) return {};
        return "“" + text + "” is no day like 2031-05-15";
      },
      "", "day");
  return validator;
}

void define_reading(CLI::App& command, ReadingChoices& choices) {
  command
      .add_option("PATH", choices.paths,
                  "a file (text, HTML, JSON Lines, each also gzipped), a folder, or - for standard input")
      ->required()
      ->type_name("");
  command
      .add_option_function<std::string>(
          "--published", [&choices](const std::string& day) { choices.published = parse_iso(day); },
          "the day of publication of articles that tell none themselves")
      ->type_name("DAY")
      ->check(whole_day());
  command.add_option("--model", choices.model, "which learned model finds the statements")->type_name("NAME");
  command
      .add_option("--threads", choices.threads, "how many articles are worked on at once (default: one a processor)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u));
  command.add_flag("--times", choices.times, "print what each stage took to standard error")->group("");
}

struct Definition {
  CLI::App app{"Reads news and keeps a record of who said what, when, to whom, and whether they stood by it.",
               "onrecord"};
  ExtractChoices extract;
  CLI::App* extract_command = nullptr;
};

void define_extract(Definition& definition) {
  CLI::App* command = definition.app.add_subcommand(
      "extract", "Print what is said in articles, one JSON object a line; writes nothing");
  definition.extract_command = command;
  definition.extract.reading.threads = std::max(1u, std::thread::hardware_concurrency());
  define_reading(*command, definition.extract.reading);
  command->add_flag_callback(
      "--picture", [&definition] { definition.extract.presentation = Presentation::picture; },
      "draw the statements under their sentences instead, for people");
  command->footer(
      "Examples:\n"
      "  onrecord extract --picture --published 2031-05-16 article.txt\n"
      "  onrecord extract articles/ > statements.jsonl\n"
      "  curl -s https://example.org/story.html | onrecord extract -");
}

void define(Definition& definition) {
  definition.app.require_subcommand(1);
  definition.app.set_version_flag("--version", "onrecord 0.1.0");
  definition.app.get_formatter()->column_width(28);
  define_extract(definition);
}

// The help of the innermost command that was named.
const CLI::App& named_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

}  // namespace

Result<Choices> parse_command_line(const std::vector<std::string>& arguments) {
  Definition definition;
  define(definition);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
    definition.app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return Choices(Answer{named_command(definition.app).help()});
  } catch (const CLI::CallForVersion& version) {
    return Choices(Answer{std::string(version.what()) + "\n"});
  } catch (const CLI::ParseError& error) {
    const CLI::App& command = named_command(definition.app);
    const std::string name = command.get_parent() == nullptr ? "onrecord" : "onrecord " + command.get_name();
    return tl::unexpected(Error{"command line", 0, error.what(), "see " + name + " --help"});
  }
  return Choices(definition.extract);
}

}  // namespace onrecord
