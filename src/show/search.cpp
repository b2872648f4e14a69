// `onrecord search`: statements by their words.
#include <fmt/format.h>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/story.h"
#include "text/text.h"

namespace onrecord {

namespace {

// What a person is told who finds nothing: it may be the other choices that nothing fits.
std::string nothing_found(const LedgerReader& ledger, const SearchChoices& choices) {
  const bool narrowed = !choices.speaker.empty() || choices.outlet || choices.since || choices.until || choices.form ||
                        choices.does || choices.became;
  const SearchFilter all;
  const auto without = narrowed ? ledger.search(choices.words, all) : Result<std::vector<LedgerStatement>>{};
  if (!without || without->empty()) return "nothing on record holds “" + choices.words + "”";
  return fmt::format("nothing that holds “{}” fits the other choices; without them there {} {}{}", choices.words,
                     without->size() == 1 ? "is" : "are", count_of(without->size(), "statement"),
                     without->size() == all.limit ? " or more" : "");
}

// An outlet's name is taken whole, in any case; one that nobody on record bears is told, with those that are like it.
Result<void> require_outlet(const LedgerReader& ledger, const std::string& name) {
  const auto outlets = ledger.outlets();
  if (!outlets) return tl::unexpected(outlets.error());
  std::string like;
  const auto readable = [](const std::string& text) { return first_invalid_utf8(text) == text.size(); };
  for (const OutletCounts& row : *outlets) {
    if (!row.outlet || !readable(*row.outlet) || !readable(name)) continue;
    const std::string known = lower(*row.outlet);
    if (known == lower(name)) return {};
    if (known.find(lower(name)) != std::string::npos) like += (like.empty() ? "" : ", ") + *row.outlet;
  }
  return tl::unexpected(Error{name, 0, "no outlet of this name is on record",
                              like.empty() ? "give the name as onrecord show prints it" : "did you mean " + like + "?"});
}

}  // namespace

int search(const SearchChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const auto speakers = speakers_called(*ledger, choices.speaker, Namesakes::all, console);
  if (!speakers) return refuse(speakers.error(), console);
  if (choices.outlet) {
    if (const auto there = require_outlet(*ledger, *choices.outlet); !there) return refuse(there.error(), console);
  }
  SearchFilter filter;
  filter.speakers = ids_of(*speakers);
  filter.outlet = choices.outlet;
  filter.since = choices.since;
  filter.until = choices.until;
  filter.form = choices.form;
  filter.does = choices.does;
  filter.became = choices.became;
  filter.limit = choices.limit + 1;  // one more tells whether there are more
  auto found = ledger->search(choices.words, filter);
  if (!found) return refuse(found.error(), console);
  const bool more = found->size() > choices.limit;
  if (more) found->pop_back();
  Page page(console);
  for (const LedgerStatement& statement : *found) {
    if (choices.presentation == Presentation::json) {
      std::string line;
      append_json(line, statement);
      console.out.write(line + "\n");
    } else {
      draw_statement(page, statement);
    }
  }
  if (more)
    note(fmt::format("these are the first {}; --limit gives more", choices.limit), console);
  if (found->empty()) note(nothing_found(*ledger, choices), console);
  return 0;
}

}  // namespace onrecord
