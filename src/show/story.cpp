#include "show/story.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/phrases.h"
#include "show/wording.h"

namespace onrecord {

namespace {

constexpr unsigned excerpt = 160;

std::string padded(std::string day) {
  // Days are ASCII: bytes are columns.
  day.resize(std::max<std::size_t>(day.size() + 1, day_width), ' ');
  return day;
}

void draw_source(Page& page, const LedgerStatement& statement) {
  page.text(day_width, day_width + 2,
            {{line_of(statement.source), Style::quiet}, {"  [" + statement.id + "]", Style::quiet}});
}

std::string judged(const Turn& turn) {
  switch (turn.judgement) {
    case Judgement::pending:
      return "";
    case Judgement::confirmed:
      return "; confirmed in review";
    case Judgement::rejected:
      return "; rejected in review";
  }
  return "";
}

std::string tie_of(const Turn& turn) {
  std::string out;
  for (const std::string& words : turn.evidence_words) out += (out.empty() ? "“" : ", “") + words + "”";
  if (!out.empty()) out += "; ";
  out += fmt::format("found by {}, {} sure", turn.decision.by, percent(turn.decision.confidence));
  return out + judged(turn);
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

// What a turn's statement does, said from the other end: "takes back what was said on 9 May 2031".
std::string deed_from_here(const Turn& turn) {
  if (turn.kind == TurnKind::candidate) return "may be a change of position";
  const std::string verb = present_of(turn.type);
  if (!turn.to) return verb + (turn.mention.empty() ? " something said before" : " “" + turn.mention + "”");
  const bool own = turn.from.speaker && turn.to->speaker && turn.from.speaker->id == turn.to->speaker->id;
  return verb + " what " + (own ? std::string("was said") : name_of(*turn.to) + " said");
}

void draw_deed(Page& page, const Turn& turn) {
  Line line{{deed_from_here(turn), style_of(turn)}};
  if (turn.to) {
    line.push_back({" (" + when(*turn.to) + "): " + shortened(words_of(*turn.to), excerpt), Style::plain});
    line.push_back({"  [" + turn.to->id + "]", Style::quiet});
  }
  page.text(day_width, day_width + 2, line);
}

// The report with most quoted words; the first of them.
const LedgerStatement& fullest(const Utterance& utterance) {
  return *std::max_element(utterance.reports.begin(), utterance.reports.end(),
                           [](const LedgerStatement& a, const LedgerStatement& b) {
                             const auto weight = [](const LedgerStatement& s) {
                               std::size_t quoted = 0;
                               for (const Span span : s.statement.quotes) quoted += span.size();
                               return std::pair(quoted, s.content.size());
                             };
                             return weight(a) < weight(b);
                           });
}

}  // namespace

Style style_of(const Turn& turn) {
  if (turn.kind == TurnKind::candidate) return Style::quiet;
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

void draw_words(Page& page, const LedgerStatement& statement) {
  const Style style = statement.statement.form == Form::direct ? Style::quoted : Style::plain;
  page.text(day_width, {{words_of(statement), style}});
  const std::string circumstances = circumstances_of(statement);
  if (!circumstances.empty()) page.text(day_width, {{circumstances, Style::plain}});
  draw_source(page, statement);
}

void draw_statement(Page& page, const LedgerStatement& statement) {
  Line head{{padded(day_column(statement)), Style::strong}, {name_of(statement), Style::name}};
  if (!statement.roles.empty()) head.push_back({", " + statement.roles.front(), Style::plain});
  const auto& said = statement.circumstances.said;
  if (!said || !said->from)
    head.push_back({statement.source.published ? " (day of the report)" : " (day unknown)", Style::quiet});
  page.text(0, day_width, head);
  draw_words(page, statement);
  page.blank();
}

void draw_passage(Page& page, const LedgerStatement& statement) {
  page.text(0, 2, {{line_of(statement.source), Style::strong}, {"  [" + statement.id + "]", Style::quiet}});
  std::vector<Style> styles(statement.passage.size(), Style::plain);
  const auto mark = [&](const std::vector<Span>& spans, Style style) {
    for (const Span span : spans) {
      const std::uint32_t begin = std::max(span.begin, statement.passage_span.begin);
      const std::uint32_t end = std::min(span.end, statement.passage_span.end);
      for (std::uint32_t i = begin; i < end; ++i) {
        if (i - statement.passage_span.begin < styles.size()) styles[i - statement.passage_span.begin] = style;
      }
    }
  };
  mark(statement.statement.content, Style::quoted);
  mark(statement.statement.cue, Style::turn);
  mark(statement.statement.source, Style::name);
  Line line;
  for (std::size_t i = 0; i < styles.size(); ++i) {
    if (line.empty() || line.back().style != styles[i]) line.push_back({"", styles[i]});
    line.back().text.push_back(statement.passage[i]);
  }
  page.text(2, line);
  page.text(
      2, {{fmt::format("bytes {} to {}; found by {}, {} sure", statement.passage_span.begin, statement.passage_span.end,
                       statement.statement.decision.by, percent(statement.statement.decision.confidence)),
           Style::quiet}});
  if (statement.circumstances.speaker != none) {
    const Decision& decision = statement.circumstances.speaker_decision;
    page.text(2, {{fmt::format("speaker by {}, {} sure", decision.by, percent(decision.confidence)), Style::quiet}});
  }
  if (const auto& said = statement.circumstances.said; said && !said->basis.empty()) {
    page.text(2, {{fmt::format("day by {}, {} sure", said->basis, percent(said->confidence)), Style::quiet}});
  }
  page.text(2, {{statement.source.url.value_or(statement.source.path), Style::quiet}});
  page.blank();
}

void draw_article(Page& page, const LedgerRecord& ledger) {
  const Article& article = ledger.record.article;
  page.text(0, 2,
            {{article.title.empty() ? "(no title)" : article.title, Style::strong},
             {"  [" + ledger.article + "]", Style::quiet}});
  std::string from = article.outlet.value_or("outlet unknown");
  from += ", " + (article.published ? day_in_words(*article.published) : "undated");
  if (!article.byline.empty()) from += fmt::format(", by {}", fmt::join(article.byline, " and "));
  page.text(0, 2, {{from}});
  if (article.url) page.text(0, 2, {{*article.url, Style::quiet}});
  page.blank();
  for (std::size_t i = 0; i < ledger.record.statements.size(); ++i) {
    const Statement& statement = ledger.record.statements[i];
    const std::uint32_t speaker = ledger.record.resolution.statements[i].speaker;
    std::string content;
    for (const Span span : statement.content)
      content += (content.empty() ? "" : " … ") + std::string(slice(article.text, span));
    page.text(0, 4,
              {{speaker == none ? "someone unnamed" : ledger.speakers[speaker].name, Style::name},
               {": " + content, statement.form == Form::direct ? Style::quoted : Style::plain},
               {"  [" + statement_id(ledger.article, i) + "]", Style::quiet}});
  }
}

void draw_turn(Page& page, const Turn& turn) {
  Line head{{padded(day_column(turn.from)), Style::strong},
            {name_of(turn.from), Style::name},
            {" " + deed_of(turn), style_of(turn)}};
  page.text(0, day_width, head);
  draw_words(page, turn.from);
  const std::string others = also_told_by(turn.told_by, turn.from.source.article);
  if (!others.empty()) page.text(day_width, day_width + 2, {{others, Style::quiet}});
  if (turn.to) {
    page.text(2, day_width,
              {{padded(turn.kind == TurnKind::candidate ? "beside" : "of").substr(2), Style::quiet},
               {name_of(*turn.to), Style::name},
               {", " + when(*turn.to), Style::plain}});
    draw_words(page, *turn.to);
  }
  page.text(2, day_width, {{padded("tie").substr(2) + tie_of(turn) + "  [" + turn.id + "]", Style::quiet}});
  page.blank();
}

void draw_outcome(Page& page, const Turn& turn, const LedgerStatement& about) {
  const bool own = turn.from.speaker && about.speaker && turn.from.speaker->id == about.speaker->id;
  std::string deed = own ? "" : name_of(turn.from) + " ";
  deed += turn.kind == TurnKind::candidate ? "said what may not go with it" : past_of(turn.type) + " it";
  if (turn.type == RelationType::retracts && turn.kind != TurnKind::candidate)
    deed = (own ? "" : name_of(turn.from) + " ") + "took it back";
  page.text(day_width, day_width + 2,
            {{"» " + when(turn.from) + ": ", Style::strong},
             {deed + judged(turn), style_of(turn)},
             {": " + shortened(words_of(turn.from), excerpt), Style::plain},
             {"  (" + outlet_of(turn.from.source) + ")  [" + turn.from.id + "]", Style::quiet}});
}

void draw_utterance(Page& page, const Utterance& utterance) {
  if (utterance.reports.empty()) return;
  const LedgerStatement& main = fullest(utterance);
  Line head{{padded(day_column(main)), Style::strong}, {name_of(main), Style::name}};
  const auto& said = main.circumstances.said;
  if (!said || !said->from)
    head.push_back({main.source.published ? " (day of the report)" : " (day unknown)", Style::quiet});
  page.text(0, day_width, head);
  for (const Turn& turn : utterance.does) draw_deed(page, turn);
  draw_words(page, main);
  const std::vector<QuotedDifferently> different = quoted_differently(utterance);
  for (const LedgerStatement& report : utterance.reports) {
    if (report.id == main.id) continue;
    page.text(day_width, day_width + 2,
              {{"also ", Style::quiet}, {line_of(report.source) + "  [" + report.id + "]", Style::quiet}});
  }
  for (const QuotedDifferently& other : different) {
    const auto report = std::find_if(utterance.reports.begin(), utterance.reports.end(),
                                     [&](const LedgerStatement& one) { return one.id == other.report; });
    if (report == utterance.reports.end()) continue;
    for (const auto& [first, here] : other.changes) {
      page.text(day_width, day_width + 2,
                {{"quoted differently: ", Style::bad},
                 {fmt::format("{} has “{}”, {} has “{}”", outlet_of(utterance.reports.front().source), first,
                              outlet_of(report->source), here),
                  Style::plain}});
    }
  }
  for (const Turn& turn : utterance.done_to_it) draw_outcome(page, turn, main);
  page.blank();
}

}  // namespace onrecord
