// `onrecord show`: one statement, speaker, article, utterance or relation, with all that is recorded about it.
#include <fmt/format.h>

#include "show/answer_json.h"
#include "show/asking.h"
#include "show/commands.h"
#include "show/phrases.h"
#include "show/record_json.h"
#include "show/source_page.h"
#include "show/story.h"

namespace onrecord {

namespace {

struct Json {
  std::string operator()(const auto& found) const {
    std::string line;
    append_json(line, found);
    return line + "\n";
  }
};

class Drawing {
 public:
  Drawing(Page& page, std::vector<Revision> revisions) : page_(&page), revisions_(std::move(revisions)) {}

  void operator()(const Turn& turn) const { draw_turn(*page_, turn); }
  void operator()(const LedgerRecord& record) const { draw_article(*page_, record, revisions_); }

  void operator()(const Utterance& utterance) const {
    const LedgerStatement& main = fullest(utterance);
    draw_utterance(*page_, utterance, {day_column(main), name_of(main)});
    for (const LedgerStatement& report : utterance.reports) draw_passage(*page_, report);
  }

  void operator()(const SpeakerPage& speaker) const {
    const SpeakerMatch& match = speaker.speaker;
    Line head{{match.speaker.name, Style::name}};
    if (match.speaker.kind != SpeakerKind::unknown)
      head.push_back({fmt::format(" ({})", to_text(match.speaker.kind)), Style::plain});
    head.push_back({"  [" + match.speaker.id + "]", Style::quiet});
    page_->text(0, 2, head);
    if (!match.roles.empty())
      page_->text(0, 2, {{fmt::format("{}", fmt::join(telling_roles(match.roles), ", ")), Style::plain}});
    if (speaker.names.size() > 1)
      page_->text(0, 2,
                  {{fmt::format("also called {}", fmt::join(speaker.names.begin() + 1, speaker.names.end(), ", ")),
                    Style::plain}});
    page_->text(
        0, 2, {{count_of(match.statements, "statement") + " in " + count_of(match.articles, "article"), Style::quiet}});
    page_->blank();
    for (const LedgerStatement& statement : speaker.latest) draw_statement(*page_, statement);
    if (speaker.latest.size() < match.statements) {
      page_->text(0, 2,
                  {{fmt::format("These are the latest {}; onrecord timeline {} gives all {}.", speaker.latest.size(),
                                match.speaker.id, match.statements),
                    Style::quiet}});
    }
  }

 private:
  Page* page_;
  std::vector<Revision> revisions_;  // of an article
};

}  // namespace

int show(const ShowChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const auto found = ledger->show(choices.id);
  if (!found) return refuse(found.error(), console);
  if (choices.presentation == Presentation::json) {
    console.out.write(std::visit(Json{}, *found));
    return 0;
  }
  std::vector<Revision> revisions;
  if (const auto* record = std::get_if<LedgerRecord>(&*found)) {
    auto known = ledger->revisions(record->article);
    if (!known) return refuse(known.error(), console);
    revisions = std::move(*known);
  }
  Page page(console);
  std::visit(Drawing(page, std::move(revisions)), *found);
  return 0;
}

}  // namespace onrecord
