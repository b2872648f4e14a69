#include "show/command_line.h"

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

CommandPage page_of(const CLI::App& app, const std::string& parent) {
  CommandPage page;
  page.word = app.get_name();
  page.name = parent.empty() ? page.word : parent + " " + page.word;
  page.summary = app.get_description();
  page.examples = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? page.options : page.arguments).push_back(page_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) page.commands.push_back(page_of(*command, page.name));
  }
  return page;
}

// The page of the innermost command that was named.
CommandPage named_page(const CLI::App& app, const std::string& parent = "") {
  const auto named = app.get_subcommands();
  if (named.empty()) return page_of(app, parent);
  return named_page(*named.front(), parent.empty() ? app.get_name() : parent + " " + app.get_name());
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
  const CommandPage program = page_of(definition.app, "");
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
    const std::string what = error.what();
    return tl::unexpected(Error{"command line", 0, what.substr(0, what.find('\n')),
                                "see " + named_page(definition.app).name + " --help"});
  }
  return chosen(definition);
}

}  // namespace onrecord
