#include "show/wording.h"

#include <optional>
#include <string_view>

#include "relate/across.h"

namespace onrecord {

namespace {

constexpr std::string_view joint = " … ";  // what stands between the spans of LedgerStatement::content

// The verbatim parts, found in `content` by where their spans lie in the content's spans.
std::vector<std::string> quoted_parts(const LedgerStatement& statement) {
  std::vector<std::string> parts;
  std::size_t offset = 0;
  for (const Span span : statement.statement.content) {
    for (const Span quote : statement.statement.quotes) {
      if (!span.contains(quote) || offset + (quote.end - span.begin) > statement.content.size()) continue;
      parts.push_back(statement.content.substr(offset + (quote.begin - span.begin), quote.size()));
    }
    offset += span.size() + joint.size();
  }
  return parts;
}

// All that compare_wording reads of a report.
Report report_of(const LedgerStatement& statement) {
  StatementView view;
  view.quoted = quoted_parts(statement);
  view.content = statement.content;
  view.form = statement.statement.form;
  return make_report(std::move(view));
}

}  // namespace

std::vector<QuotedDifferently> quoted_differently(const Utterance& utterance) {
  std::vector<QuotedDifferently> found;
  if (!utterance.differs) return found;
  std::optional<Report> first;
  std::string first_id;
  for (const LedgerStatement& statement : utterance.reports) {
    if (statement.statement.quotes.empty()) continue;
    Report report = report_of(statement);
    if (!first) {
      first = std::move(report);
      first_id = statement.id;
      continue;
    }
    const WordingDifference difference = compare_wording(*first, report);
    if (!difference.differs) continue;
    QuotedDifferently& entry = found.emplace_back();
    entry.first = first_id;
    entry.report = statement.id;
    for (const WordChange& change : difference.changes) entry.changes.emplace_back(change.a, change.b);
  }
  return found;
}

}  // namespace onrecord
