// What is verbatim in a statement: direct, mixed or indirect.
#include <algorithm>

#include "attribute/draft.h"
#include "text/text.h"

namespace onrecord {

namespace {

// The verbatim parts of `span`. Inside somebody else's quotation only marks that open in `span` itself count.
std::vector<Span> verbatim(std::string_view text, const Segments& segments, Span span, bool nested) {
  std::vector<Span> parts;
  auto quote = std::ranges::upper_bound(segments.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
  if (!nested) {
    // The outermost quotation that began before `span` may reach into it.
    int steps = 0;
    for (auto before = quote; before != segments.quotes.begin() && steps < most_inner_quotes; ++steps) {
      --before;
      if (before->span.overlaps(span)) quote = before;
      if (before->depth == 0) break;
    }
  }
  if (nested && quote != segments.quotes.begin() && std::prev(quote)->span.begin == span.begin) --quote;
  for (; quote != segments.quotes.end() && quote->span.begin < span.end; ++quote) {
    if (nested && !span.contains(quote->span)) continue;
    const Span part = trim(text, {std::max(span.begin, quote->span.begin), std::min(span.end, quote->span.end)});
    if (part.empty() || (!parts.empty() && part.begin < parts.back().end)) continue;
    parts.push_back(part);
  }
  return parts;
}

}  // namespace

void set_form(const Article& article, const Segments& segments, const Statements& all, Statement& statement) {
  statement.quotes.clear();
  const bool nested = statement.within != none && statement.within < all.size();
  bool any_inside = false;
  bool any_outside = false;
  for (const Span span : statement.content) {
    const std::vector<Span> parts = verbatim(article.text, segments, span, nested);
    statement.quotes.insert(statement.quotes.end(), parts.begin(), parts.end());
    std::size_t part = 0;
    const Range tokens = tokens_in(segments, span);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = segments.tokens[i];
      if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
      while (part < parts.size() && parts[part].end <= token.span.begin) ++part;
      const bool inside = part < parts.size() && parts[part].contains(token.span);
      (inside ? any_inside : any_outside) = true;
    }
  }
  statement.form = !any_inside ? Form::indirect : any_outside ? Form::mixed : Form::direct;
}

}  // namespace onrecord
