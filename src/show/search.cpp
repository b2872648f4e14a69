// `onrecord search`: statements by their words.
#include <fmt/format.h>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/story.h"

namespace onrecord {

int search(const SearchChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const auto speakers = speakers_called(*ledger, choices.speaker, Namesakes::all, console);
  if (!speakers) return refuse(speakers.error(), console);
  SearchFilter filter;
  filter.speakers = ids_of(*speakers);
  filter.outlet = choices.outlet;
  filter.since = choices.since;
  filter.until = choices.until;
  filter.form = choices.form;
  filter.does = choices.does;
  filter.became = choices.became;
  filter.limit = choices.limit;
  const auto found = ledger->search(choices.words, filter);
  if (!found) return refuse(found.error(), console);
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
  if (found->size() == choices.limit)
    note(fmt::format("these are the first {}; --limit gives more", choices.limit), console);
  if (found->empty()) note("nothing on record holds “" + choices.words + "”", console);
  return 0;
}

}  // namespace onrecord
