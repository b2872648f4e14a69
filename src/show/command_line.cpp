#include "show/command_line.h"

#include <optional>
#include <string_view>
#include <utility>

#include "show/command_definition.h"
#include "show/command_page.h"

namespace onrecord {

namespace {

OptionPage page_of(const CLI::Option& option) {
  OptionPage page;
  for (const std::string& name : option.get_snames()) page.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) page.names.push_back("--" + name);
  page.value = page.names.empty() ? option.get_name(true) : option.get_type_name();
  page.help = option.get_description();
  page.required = option.get_required();
  page.repeated = page.names.empty() && option.get_items_expected_max() > 1;
  return page;
}

// `above` is the page of the command that this one belongs to; none for the program itself.
CommandPage page_of(const CLI::App& app, const CommandPage* above = nullptr) {
  CommandPage page;
  page.word = app.get_name();
  page.name = above == nullptr ? page.word : above->name + " " + page.word;
  page.line = above == nullptr ? page.word : above->line + required_options(*above) + " " + page.word;
  page.summary = app.get_description();
  page.examples = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? page.options : page.arguments).push_back(page_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) page.commands.push_back(page_of(*command, &page));
  }
  return page;
}

// The page of the innermost command that was named.
CommandPage named_page(const CLI::App& program) {
  CommandPage page = page_of(program);
  const CLI::App* app = &program;
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
    page = page_of(*app, &page);
  }
  return page;
}

// The rest of `text` behind `mark`; nothing where it does not hold it.
std::optional<std::string> behind(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return std::nullopt;
  return text.substr(at + mark.size());
}

// "--threads: Value 0 not in range 1 to 1024", "--ledger: 1 required FILE missing", and what nothing takes, the last
// first: CLI11's words for what a person would say otherwise.
std::optional<std::string> plainly(const std::string& what) {
  for (const std::string_view mark :
       {"The following argument was not expected: ", "The following arguments were not expected: "}) {
    if (const auto left = behind(what, mark)) {
      const std::string first = left->substr(left->find_last_of(' ') + 1);
      return first.starts_with("-") && first.find_first_not_of("-0123456789.") != std::string::npos
                 ? "there is no option " + first + " here"
                 : "'" + first + "' is more than is asked for here";
    }
  }
  const std::size_t colon = what.find(": ");
  if (colon == std::string::npos) return std::nullopt;
  const std::string option = what.substr(0, colon);
  if (const auto value = behind(what, ": Value ")) {
    const std::size_t at = value->find(" not in range ");
    if (at == std::string::npos) return std::nullopt;
    return option + " takes a number from " + value->substr(at + 14) + ", not " + value->substr(0, at);
  }
  if (const auto missing = behind(what, " required "); missing && missing->ends_with(" missing"))
    return option + " wants " + missing->substr(0, missing->size() - 8);
  return std::nullopt;
}

// CLI11 calls commands subcommands, and says only that one is missing where an unknown one was given.
std::string in_our_words(const std::string& what, const CLI::App& program, const std::vector<std::string>& arguments) {
  if (program.get_subcommands().empty() && !arguments.empty() && !arguments.front().starts_with("-")) {
    return "there is no command '" + arguments.front() + "'";
  }
  if (what == "A subcommand is required") return "a command is wanted";
  const std::string line = what.substr(0, what.find('\n'));
  return plainly(line).value_or(line);
}

Choices chosen(const CommandDefinition& definition) {
  const std::string command = definition.app.get_subcommands().front()->get_name();
  if (command == "extract") return definition.extract;
  if (command == "add") return definition.add;
  if (command == "changes") return definition.changes;
  if (command == "timeline") return definition.timeline;
  if (command == "search") return definition.search;
  if (command == "show") return definition.show;
  if (command == "export") return definition.dump;
  if (command == "check") return definition.check;
  if (command == "review") return definition.review;
  if (command == "follow") return definition.follow;
  if (command == "serve") return definition.serve;
  const CommandPage program = page_of(definition.app);
  return Answer{command == "man" ? manual(program, ONRECORD_VERSION) : completion(program, definition.shell)};
}

}  // namespace

Result<Choices> parse_command_line(const std::vector<std::string>& arguments, unsigned width) {
  CommandDefinition definition;
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
    definition.app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return Choices(Answer{help_text(named_page(definition.app), width)});
  } catch (const CLI::CallForVersion& version) {
    return Choices(Answer{std::string(version.what()) + "\n"});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(Error{"command line", 0, in_our_words(error.what(), definition.app, arguments),
                                "see " + named_page(definition.app).name + " --help"});
  }
  return chosen(definition);
}

}  // namespace onrecord
