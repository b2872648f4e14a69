// `onrecord check`: the ledger's invariants.
#include <fmt/format.h>

#include "show/asking.h"
#include "show/columns.h"
#include "show/commands.h"
#include "show/phrases.h"

namespace onrecord {

int check(const CheckChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  std::size_t violations = 0;
  const auto checked = ledger->check([&](const Violation& violation) {
    ++violations;
    console.out.write(harmless(violation) + "\n");
  });
  if (!checked) return refuse(checked.error(), console);
  const auto counts = ledger->counts();
  if (!counts) return refuse(counts.error(), console);
  note(fmt::format("{}, {}, {}, {}: {}", count_of(counts->articles, "article"),
                   count_of(counts->statements, "statement"), count_of(counts->speakers, "speaker"),
                   count_of(counts->relations + counts->across, "relation"),
                   violations == 0 ? "nothing is wrong" : count_of(violations, "violation")),
       console);
  return violations == 0 ? 0 : 1;
}

}  // namespace onrecord
