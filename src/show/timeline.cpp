// `onrecord timeline`: one speaker's statements in the order they were said, each with what was later done to it.
#include <fmt/format.h>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/printed_timeline.h"
#include "show/story.h"

namespace onrecord {

namespace {

void draw_speaker(Page& page, const SpeakerMatch& match) {
  Line line{{match.speaker.name, Style::name}};
  const std::vector<std::string> roles = telling_roles(match.roles);
  if (!roles.empty()) line.push_back({fmt::format(", {}", fmt::join(roles, ", "))});
  page.text(0, 2, line);
  page.text(0, {{fmt::format("{} in {}  [{}]", count_of(match.statements, "statement"),
                             count_of(match.articles, "article"), match.speaker.id),
                 Style::quiet}});
}

// Days and names are told where they change.
void draw_story(Page& page, const Timeline& story) {
  std::string last_day;
  for (const Utterance& utterance : story.utterances) {
    if (utterance.reports.empty()) continue;
    const LedgerStatement& report = fullest(utterance);
    const std::string day = day_column(report);
    draw_utterance(page, utterance, {day == last_day ? "" : day, story.speakers.size() > 1 ? name_of(report) : ""});
    last_day = day;
  }
}

}  // namespace

int timeline(const TimelineChoices& choices, Console& console) {
  if (choices.name.find_first_not_of(' ') == std::string::npos)
    return refuse({"timeline", 0, "an empty name names nobody", "name a speaker"}, console);
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const auto speakers = speakers_called(*ledger, choices.name, Namesakes::one, console);
  if (!speakers) return refuse(speakers.error(), console);
  const auto story = ledger->timeline(ids_of(*speakers), choices.about);
  if (!story) return refuse(story.error(), console);
  if (choices.presentation == Presentation::json) {
    for (const Utterance& utterance : story->utterances) {
      std::string line;
      append_json(line, utterance);
      console.out.write(line + "\n");
    }
    return 0;
  }
  if (choices.presentation == Presentation::print) {
    console.out.write(printed_timeline(*speakers, *story, choices.about));
    return 0;
  }
  Page page(console);
  for (const SpeakerMatch& match : *speakers) draw_speaker(page, match);
  page.blank();
  draw_story(page, *story);
  if (story->utterances.empty())
    page.text(0, {{"Nothing is on record" + (choices.about.empty() ? "." : " about “" + choices.about + "”.")}});
  return 0;
}

}  // namespace onrecord
