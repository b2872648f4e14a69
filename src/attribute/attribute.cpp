#include "attribute/attribute.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "attribute/draft.h"
#include "attribute/narration.h"

namespace onrecord {

namespace {

// Bylines, "Read more" and the like attribute nothing.
bool is_aside(const Article& article, const Statement& statement) {
  const Span at = statement.cue.empty() ? statement.content.front() : statement.cue.front();
  return std::ranges::any_of(article.asides, [at](Span aside) { return aside.contains(at); });
}

bool shares_cue(const Statement& a, const Statement& b) {
  return std::ranges::any_of(a.cue,
                             [&](Span x) { return std::ranges::any_of(b.cue, [x](Span y) { return x.overlaps(y); }); });
}

// In the order that Statements promises, with `within` following.
Statements sorted(Statements statements) {
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
    return std::tuple(first_byte(statements[i]), statements[i].cue, statements[i].content);
  });
  std::vector<std::uint32_t> place(statements.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  Statements result;
  result.reserve(statements.size());
  for (const std::uint32_t i : order) {
    result.push_back(std::move(statements[i]));
    if (result.back().within != none) result.back().within = place[result.back().within];
  }
  return result;
}

}  // namespace

Statements attribute(const Article& article, const Segments& segments, const Tags& tags) {
  Statements statements = gather(article, tags);
  for (Statement& statement : statements) {
    fit_to_paragraph(article, segments, statement);
    fit_source(article, segments, statement);
    fit_cue(article, segments, statement);
  }
  return_quotations(article, segments, statements);
  for (Statement& statement : statements) {
    fit(article, segments, statement);
    drop_strays(article, segments, statement);
  }
  for (Statement& statement : statements) set_act(article, segments, statement);
  std::erase_if(statements, [&](const Statement& statement) {
    const bool empty = statement.content.empty() && (statement.cue.empty() || statement.polarity != Polarity::declined);
    return empty || is_aside(article, statement);
  });
  continue_quotes(article, segments, statements);
  nest(statements);
  for (Statement& statement : statements) set_form(article, segments, statements, statement);
  for (Statement& narrated : narrated_acts(article, segments, statements)) {
    if (is_aside(article, narrated)) continue;
    if (std::ranges::any_of(statements, [&](const Statement& other) { return shares_cue(other, narrated); })) continue;
    statements.push_back(std::move(narrated));
  }
  return sorted(std::move(statements));
}

}  // namespace onrecord
