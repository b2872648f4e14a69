// Content that was linked to a cue from afar.
#include <algorithm>

#include "attribute/draft.h"
#include "text/text.h"

namespace onrecord {

namespace {

std::uint32_t sentence_at(const Segments& segments, std::uint32_t byte) {
  const auto at = std::ranges::upper_bound(segments.sentences, byte, {}, [](const Sentence& s) { return s.span.end; });
  return static_cast<std::uint32_t>(at - segments.sentences.begin());
}

// Begins in a quotation, with its mark or behind it.
bool is_quoted(const Segments& segments, Span span) {
  auto quote = std::ranges::upper_bound(segments.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
  for (int steps = 0; quote != segments.quotes.begin() && steps < most_inner_quotes; ++steps) {
    --quote;
    if (quote->span.overlaps({span.begin, span.begin + 1})) return true;
    if (quote->depth == 0) break;
  }
  return false;
}

}  // namespace

void drop_strays(const Article& article, const Segments& segments, Statement& statement) {
  if (statement.content.size() < 2 || statement.cue.empty()) return;
  const Span cue = statement.cue.front();
  // A label in a transcript answers for whole paragraphs.
  if (slice(article.text, cue).back() == ':') return;
  const std::uint32_t home = sentence_at(segments, cue.begin);
  const auto at_home = [&](Span span) {
    return sentence_at(segments, span.begin) <= home && home <= sentence_at(segments, span.end - 1);
  };
  if (std::ranges::none_of(statement.content, at_home)) return;
  std::erase_if(statement.content, [&](Span span) { return !at_home(span) && !is_quoted(segments, span); });
}

}  // namespace onrecord
