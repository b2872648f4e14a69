#include "show/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "show/phrases.h"
#include "show/wording.h"

namespace onrecord {

namespace {

constexpr unsigned day_width = 16;  // "by 16 May 2031" and a gap
constexpr unsigned excerpt = 140;

// Lines beside the column on the left, in which `label` stands on the first of them.
class Beside {
 public:
  Beside(Page& page, std::string label, Style style) : page_(&page), label_(std::move(label)), style_(style) {}

  void text(Line line) { put(std::move(line), 0); }
  void hanging(Line line) { put(std::move(line), 2); }

 private:
  void put(Line line, unsigned hang) {
    unsigned first = day_width;
    if (!label_.empty()) {
      // Labels are ASCII: bytes are columns.
      label_.resize(std::max<std::size_t>(label_.size() + 1, day_width), ' ');
      line.insert(line.begin(), {std::exchange(label_, ""), style_});
      first = 0;
    }
    page_->text(first, day_width + hang, line);
  }

  Page* page_;
  std::string label_;
  Style style_;
};

bool own(const Turn& turn, const LedgerStatement& about) {
  return turn.from.speaker && about.speaker && turn.from.speaker->id == about.speaker->id;
}

Style style_of(const Turn& turn) {
  if (turn.kind == TurnKind::candidate) return Style::turn;
  switch (turn.type) {
    case RelationType::retracts:
    case RelationType::clarifies:
      return Style::turn;
    case RelationType::reaffirms:
    case RelationType::supports:
      return Style::good;
    case RelationType::denies:
    case RelationType::disputes:
      return Style::bad;
    case RelationType::responds:
      return Style::quiet;
  }
  return Style::plain;
}

// Words, circumstances and source of one statement.
void draw_words(Beside& beside, const LedgerStatement& statement) {
  beside.text({{words_of(statement), statement.statement.form == Form::direct ? Style::quoted : Style::plain}});
  const std::string circumstances = circumstances_of(statement);
  if (!circumstances.empty()) beside.text({{circumstances, Style::plain}});
  beside.hanging({{line_of(statement.source) + "  [" + statement.id + "]", Style::quiet}});
}

std::string tie_of(const Turn& turn) {
  std::string out;
  for (const std::string& words : turn.evidence_words) out += (out.empty() ? "“" : ", “") + words + "”";
  if (!out.empty()) out += "; ";
  return out + fmt::format("found by {}, {} sure", turn.decision.by, percent(turn.decision.confidence));
}

// Other articles than that of `shown` which report the same turn.
std::string also_told_by(const std::vector<Source>& sources, const std::string& shown) {
  std::string out;
  for (const Source& source : sources) {
    if (source.article == shown) continue;
    out += (out.empty() ? "also told by " : "; ") + outlet_of(source);
    if (source.published) out += ", " + day_in_words(*source.published);
  }
  return out;
}

// What a turn's statement does, told with that statement: "takes back what was said on 9 May 2031".
void draw_deed(Beside& beside, const Turn& turn) {
  std::string deed = present_of(turn.type) + " ";
  if (turn.kind == TurnKind::candidate) deed = "may not go with ";
  if (turn.to) {
    deed += "what " + (own(turn, *turn.to) ? std::string("was said") : name_of(*turn.to) + " said");
  } else {
    deed += turn.mention.empty() ? "something said before" : "“" + turn.mention + "”";
  }
  Line line{{deed, style_of(turn)}};
  if (!turn.to) line.push_back({" (" + standing_of(turn) + ")", Style::plain});
  if (turn.to) {
    const std::string known = " (" + when(*turn.to) + "; " + standing_of(turn) + "): ";
    line.push_back({known + shortened(words_of(*turn.to), excerpt), Style::plain});
    line.push_back({"  [" + turn.to->id + "]", Style::quiet});
  }
  beside.hanging(std::move(line));
}

// A turn told with the statement that it is about: "» 16 May 2031: took it back: “I should …”".
void draw_outcome(Beside& beside, const Turn& turn, const LedgerStatement& about) {
  std::string deed = own(turn, about) ? "" : name_of(turn.from) + " ";
  if (turn.kind == TurnKind::candidate) {
    deed += "said what may not go with it";
  } else {
    deed += turn.type == RelationType::retracts ? "took it back" : past_of(turn.type) + " it";
  }
  beside.hanging({{"» " + when(turn.from) + ": ", Style::strong},
                  {deed, style_of(turn)},
                  {" (" + standing_of(turn) + "): " + shortened(words_of(turn.from), excerpt), Style::plain},
                  {"  (" + outlet_of(turn.from.source) + ")  [" + turn.from.id + "]", Style::quiet}});
}

void draw_other_reports(Beside& beside, const Utterance& utterance, const LedgerStatement& main) {
  for (const LedgerStatement& report : utterance.reports) {
    if (report.id == main.id) continue;
    const bool here = report.source.article == main.source.article;
    const std::string where = here ? "told again in the same article" : "also " + line_of(report.source);
    beside.hanging({{where + "  [" + report.id + "]", Style::quiet}});
  }
}

void draw_wording(Beside& beside, const Utterance& utterance) {
  const auto outlet = [&](const std::string& id) {
    const auto report = std::find_if(utterance.reports.begin(), utterance.reports.end(),
                                     [&](const LedgerStatement& one) { return one.id == id; });
    return report == utterance.reports.end() ? id : outlet_of(report->source);
  };
  const auto words = [](const std::string& text) { return text.empty() ? "nothing there" : "“" + text + "”"; };
  for (const QuotedDifferently& other : quoted_differently(utterance)) {
    for (const auto& [first, here] : other.changes) {
      beside.hanging(
          {{"quoted differently: ", Style::bad},
           {outlet(other.first) + " has " + words(first) + ", " + outlet(other.report) + " has " + words(here)}});
    }
  }
}

}  // namespace

const LedgerStatement& fullest(const Utterance& utterance) {
  const auto weight = [](const LedgerStatement& statement) {
    std::size_t quoted = 0;
    for (const Span span : statement.statement.quotes) quoted += span.size();
    return std::pair(quoted, statement.content.size());
  };
  return *std::max_element(utterance.reports.begin(), utterance.reports.end(),
                           [&](const LedgerStatement& a, const LedgerStatement& b) { return weight(a) < weight(b); });
}

void draw_statement(Page& page, const LedgerStatement& statement) {
  Beside beside(page, day_column(statement), Style::strong);
  Line head{{name_of(statement), Style::name}};
  if (!statement.roles.empty()) head.push_back({", " + statement.roles.front(), Style::plain});
  beside.text(std::move(head));
  draw_words(beside, statement);
  page.blank();
}

void draw_turn(Page& page, const Turn& turn) {
  Beside later(page, day_column(turn.from), Style::strong);
  const std::string judged = turn.judgement == Judgement::pending ? "" : " (" + standing_of(turn) + ")";
  later.text({{name_of(turn.from), Style::name}, {" " + deed_of(turn) + judged, style_of(turn)}});
  draw_words(later, turn.from);
  const std::string others = also_told_by(turn.told_by, turn.from.source.article);
  if (!others.empty()) later.hanging({{others, Style::quiet}});
  if (turn.to) {
    Beside earlier(page, turn.kind == TurnKind::candidate ? "  beside" : "  about", Style::quiet);
    earlier.text({{name_of(*turn.to), Style::name}, {", " + when(*turn.to), Style::plain}});
    draw_words(earlier, *turn.to);
  }
  Beside tie(page, turn.evidence_words.empty() ? "" : "  tied by", Style::quiet);
  tie.hanging({{tie_of(turn) + "  [" + turn.id + "]", Style::quiet}});
  page.blank();
}

void draw_utterance(Page& page, const Utterance& utterance, const Heading& heading) {
  if (utterance.reports.empty()) return;
  const LedgerStatement& main = fullest(utterance);
  Beside beside(page, heading.day, Style::strong);
  if (!heading.name.empty()) beside.text({{heading.name, Style::name}});
  for (const Turn& turn : utterance.does) draw_deed(beside, turn);
  draw_words(beside, main);
  draw_other_reports(beside, utterance, main);
  draw_wording(beside, utterance);
  for (const Turn& turn : utterance.done_to_it) draw_outcome(beside, turn, main);
  page.blank();
}

}  // namespace onrecord
