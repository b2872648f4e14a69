// `onrecord review`: what awaits a person's verdict, and the verdicts.
#include <fmt/format.h>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/story.h"

namespace onrecord {

namespace {

// "Ada Lund [3fa9c1d2e4b5a697-p2]": whom an id leads to today.
std::string named(const LedgerReader& ledger, const std::string& id) {
  const auto found = ledger.find_speakers(id);
  return found && !found->matches.empty() ? fmt::format("{} [{}]", found->matches.front().speaker.name, id) : id;
}

std::string told(const LedgerReader& ledger, const Verdict& verdict) {
  switch (verdict.kind) {
    case VerdictKind::confirm:
      return "confirms " + verdict.subject;
    case VerdictKind::reject:
      return "rejects " + verdict.subject;
    case VerdictKind::same_speaker:
      return named(ledger, verdict.subject) + " and " + named(ledger, verdict.object) + " are one speaker";
    case VerdictKind::different_speakers:
      return named(ledger, verdict.subject) + " and " + named(ledger, verdict.object) + " are two speakers";
  }
  return "";
}

void draw_verdict(Page& page, const LedgerReader& ledger, const Verdict& verdict) {
  Line line{{fmt::format("{:>3}  ", verdict.number), Style::strong},
            {verdict.made + "  " + verdict.by + ": " + told(ledger, verdict)}};
  if (verdict.replaces) line.push_back({fmt::format(" (overrules {})", *verdict.replaces), Style::quiet});
  if (!verdict.note.empty()) line.push_back({" — " + verdict.note});
  page.text(0, 5, line);
}

void print(const LedgerReader& ledger, const Verdict& verdict, const ReviewChoices& choices, Console& console) {
  if (choices.presentation == Presentation::json) {
    std::string line;
    append_json(line, verdict);
    console.out.write(line + "\n");
    return;
  }
  Page page(console);
  draw_verdict(page, ledger, verdict);
}

int list_candidates(const LedgerReader& ledger, const ReviewChoices& choices, Console& console) {
  auto turns = ledger.candidates(choices.limit + 1);  // one more tells whether there are more
  if (!turns) return refuse(turns.error(), console);
  const bool more = turns->size() > choices.limit;
  if (more) turns->pop_back();
  Page page(console);
  for (const Turn& turn : *turns) {
    if (choices.presentation == Presentation::json) {
      std::string line;
      append_json(line, turn);
      console.out.write(line + "\n");
    } else {
      draw_turn(page, turn);
    }
  }
  if (turns->empty()) note("no candidate awaits a verdict", console);
  if (more) note(fmt::format("these are the surest {}; --limit gives more", choices.limit), console);
  return 0;
}

int list_verdicts(const LedgerReader& ledger, const ReviewChoices& choices, Console& console) {
  const auto verdicts = ledger.verdicts();
  if (!verdicts) return refuse(verdicts.error(), console);
  for (const Verdict& verdict : *verdicts) print(ledger, verdict, choices, console);
  if (verdicts->empty()) note("no verdict has been given yet", console);
  return 0;
}

// A name stands for its id where only one speaker bears it. An id stands for itself, also where a verdict made it one
// with others: it may be what is to be parted.
Result<std::string> one_speaker(const LedgerReader& ledger, const std::string& name, Console& console) {
  const auto known = ledger.find_speakers(name);
  if (known && known->by == NameMatch::id && !name.starts_with('~')) return name;
  auto matches = speakers_called(ledger, name, Namesakes::one, console);
  if (!matches) return tl::unexpected(matches.error());
  if (matches->size() > 1) {
    return tl::unexpected(Error{name, 0, fmt::format("{} bear this name", count_of(matches->size(), "speaker")),
                                "give an id, as onrecord timeline prints it"});
  }
  return matches->front().speaker.id;
}

Result<Verdict> judge(const ReviewChoices& choices, LedgerWriter& writer, Console& console) {
  const std::string& by = choices.by;
  if (choices.action == ReviewAction::confirm) return writer.judge(choices.one, Judgement::confirmed, by, choices.note);
  if (choices.action == ReviewAction::reject) return writer.judge(choices.one, Judgement::rejected, by, choices.note);
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto one = one_speaker(*ledger, choices.one, console);
  if (!one) return tl::unexpected(one.error());
  const auto other = one_speaker(*ledger, choices.other, console);
  if (!other) return tl::unexpected(other.error());
  if (choices.action == ReviewAction::same) return writer.same_speaker(*one, *other, by, choices.note);
  return writer.different_speakers(*one, *other, by, choices.note);
}

}  // namespace

int review(const ReviewChoices& choices, Console& console) {
  const bool decides = choices.action != ReviewAction::candidates && choices.action != ReviewAction::verdicts;
  if (decides && choices.by.find_first_not_of(" \t") == std::string::npos)
    return refuse(Error{"review", 0, "nobody signs this verdict", "name who decides with --by NAME"}, console);
  // A reader first: a review never makes a ledger.
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  if (choices.action == ReviewAction::candidates) return list_candidates(*ledger, choices, console);
  if (choices.action == ReviewAction::verdicts) return list_verdicts(*ledger, choices, console);
  auto writer = LedgerWriter::open(choices.ledger);
  if (!writer) return refuse(writer.error(), console);
  const auto verdict = judge(choices, *writer, console);
  if (!verdict) return refuse(verdict.error(), console);
  const auto after = LedgerReader::open(choices.ledger);
  if (!after) return refuse(after.error(), console);
  print(*after, *verdict, choices, console);
  return 0;
}

}  // namespace onrecord
