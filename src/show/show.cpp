#include "show/show.h"

#include <cerrno>
#include <system_error>

#include "show/command_line.h"
#include "show/commands.h"

namespace onrecord {

namespace {

struct Runner {
  Console& console;

  int operator()(const Answer& answer) const {
    console.out.write(answer.text);
    return 0;
  }
  int operator()(const ExtractChoices& choices) const { return extract(choices, console); }
  int operator()(const AddChoices& choices) const { return add(choices, console); }
  int operator()(const ChangesChoices& choices) const { return changes(choices, console); }
  int operator()(const TimelineChoices& choices) const { return timeline(choices, console); }
  int operator()(const SearchChoices& choices) const { return search(choices, console); }
  int operator()(const ShowChoices& choices) const { return show(choices, console); }
  int operator()(const ExportChoices& choices) const { return export_ledger(choices, console); }
  int operator()(const CheckChoices& choices) const { return check(choices, console); }
  int operator()(const ReviewChoices& choices) const { return review(choices, console); }
  int operator()(const FollowChoices& choices) const { return follow(choices, console); }
  int operator()(const ServeChoices& choices) const { return serve(choices, console); }
};

}  // namespace

int run(const std::vector<std::string>& arguments, Console& console) {
  const Result<Choices> choices = parse_command_line(arguments, console.width);
  if (!choices) {
    console.messages.write(to_line(choices.error()) + "\n");
    console.messages.flush();
    return 2;
  }
  int status = std::visit(Runner{console}, *choices);
  console.out.flush();
  if (console.out.closed() && console.out.failure() != EPIPE) {
    const std::string reason = std::generic_category().message(console.out.failure());
    console.messages.write(
        to_line({"standard output", 0, "cannot be written: " + reason, "the result is not complete"}) + "\n");
    status = 1;
  }
  console.messages.flush();
  return status;
}

}  // namespace onrecord
