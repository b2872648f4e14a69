#include "show/source_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/phrases.h"

namespace onrecord {

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

}  // namespace onrecord
