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

namespace {

// "Takes the place of [3fa9c1d2e4b5a697] since 2031-05-16: altered s2 (there s2), added s4."
void draw_revision(Page& page, const Revision& revision, const std::string& article) {
  const bool is_later = revision.later == article;
  std::string changes;
  for (const StatementChange& change : revision.changes) {
    constexpr const char* words[] = {"altered", "removed", "added"};
    const auto& here = is_later ? change.later : change.earlier;
    const auto& there = is_later ? change.earlier : change.later;
    changes += fmt::format("{} {}", changes.empty() ? "" : ",", words[static_cast<std::size_t>(change.kind)]);
    if (here) changes += fmt::format(" s{}", *here + 1);
    if (there) changes += here ? fmt::format(" (there s{})", *there + 1) : fmt::format(" s{} there", *there + 1);
  }
  page.text(0, 4,
            {{is_later ? "Takes the place of " : "Its place was taken by "},
             {"[" + (is_later ? revision.earlier : revision.later) + "]", Style::quiet},
             {fmt::format(" since {}:{}", revision.noticed.substr(0, 10),
                          changes.empty() ? " no statement changed" : changes)}});
}

}  // namespace

void draw_article(Page& page, const LedgerRecord& ledger, const std::vector<Revision>& revisions) {
  const Article& article = ledger.record.article;
  page.text(0, 2,
            {{article.title.empty() ? "(no title)" : article.title, Style::strong},
             {"  [" + ledger.article + "]", Style::quiet}});
  std::string from = article.outlet.value_or("outlet unknown");
  from += ", " + (article.published ? day_in_words(*article.published) : "undated");
  if (!article.byline.empty()) from += fmt::format(", by {}", fmt::join(article.byline, " and "));
  page.text(0, 2, {{from}});
  if (article.url) page.text(0, 2, {{*article.url, Style::quiet}});
  for (const Revision& revision : revisions) draw_revision(page, revision, ledger.article);
  page.blank();
  for (std::size_t i = 0; i < ledger.record.statements.size(); ++i) {
    const Statement& statement = ledger.record.statements[i];
    const std::uint32_t speaker = ledger.record.resolution.statements[i].speaker;
    const auto joined = [&](const std::vector<Span>& spans) {
      std::string out;
      for (const Span span : spans) out += (out.empty() ? "" : " … ") + std::string(slice(article.text, span));
      return out;
    };
    const std::string words = words_of(statement, joined(statement.cue), joined(statement.content));
    page.text(0, 4,
              {{speaker == none ? "someone unnamed" : ledger.speakers[speaker].name, Style::name},
               {": " + words, statement.form == Form::direct ? Style::quoted : Style::plain},
               {"  [" + statement_id(ledger.article, i) + "]", Style::quiet}});
  }
}

}  // namespace onrecord
