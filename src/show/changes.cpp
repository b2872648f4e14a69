// `onrecord changes`: who took back, clarified, denied or stood by what, newest first; candidates apart, at the end.
#include <fmt/format.h>

#include <algorithm>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/story.h"

namespace onrecord {

namespace {

void draw(Page& page, const std::vector<Turn>& turns) {
  const auto is_candidate = [](const Turn& turn) { return turn.kind == TurnKind::candidate; };
  const auto candidates = std::count_if(turns.begin(), turns.end(), is_candidate);
  for (const Turn& turn : turns) {
    if (!is_candidate(turn)) draw_turn(page, turn);
  }
  if (static_cast<std::size_t>(candidates) == turns.size()) {
    page.text(0, {{"Nobody is on record as having taken back, clarified, denied or stood by anything here."}});
    page.blank();
  }
  if (candidates == 0) return;
  page.text(0,
            {{"Candidates: ", Style::strong},
             {"no report says that these changed; their words may not go together. Read both, then confirm or reject "
              "them with onrecord review."}});
  page.blank();
  for (const Turn& turn : turns) {
    if (is_candidate(turn)) draw_turn(page, turn);
  }
}

}  // namespace

int changes(const ChangesChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const auto speakers = speakers_called(*ledger, choices.speaker, Namesakes::all, console);
  if (!speakers) return refuse(speakers.error(), console);
  auto turns = ledger->changes(
      {ids_of(*speakers), choices.since, choices.until, true, {}, static_cast<float>(choices.sure) / 100.0f});
  if (!turns) return refuse(turns.error(), console);
  if (choices.presentation == Presentation::json) {
    for (const Turn& turn : *turns) {
      std::string line;
      append_json(line, turn);
      console.out.write(line + "\n");
    }
    return 0;
  }
  const auto rejected = std::erase_if(*turns, [](const Turn& turn) { return turn.judgement == Judgement::rejected; });
  Page page(console);
  draw(page, *turns);
  if (rejected > 0) note(count_of(rejected, "entry that was rejected in review is left out; --json has it"), console);
  return 0;
}

}  // namespace onrecord
