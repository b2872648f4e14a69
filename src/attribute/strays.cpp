// Content that was linked to a cue from afar.
#include <algorithm>
#include <map>

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

void return_quotations(const Article& article, const Segments& segments, Statements& statements) {
  // Cues outside quotations by the sentence that they stand in, of those that name a source there and no content.
  std::map<std::uint32_t, std::uint32_t> idle;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    if (statement.cue.empty() || statement.source.empty() || !statement.communicated) continue;
    const Span cue = statement.cue.front();
    const std::uint32_t home = sentence_at(segments, cue.begin);
    const auto at_home = [&](Span span) { return sentence_at(segments, span.begin) == home; };
    if (is_quoted(segments, cue) || slice(article.text, cue).back() == ':') continue;
    if (!std::ranges::all_of(statement.source, at_home) || std::ranges::any_of(statement.content, at_home)) continue;
    if (!idle.try_emplace(home, i).second) idle[home] = none;  // two that say nothing: nobody knows which
  }
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    Statement& statement = statements[i];
    if (statement.cue.empty()) continue;
    const std::uint32_t home = sentence_at(segments, statement.cue.front().begin);
    std::erase_if(statement.content, [&](Span span) {
      const std::uint32_t sentence = sentence_at(segments, span.begin);
      if (sentence == home || sentence_at(segments, span.end - 1) != sentence) return false;
      const auto found = idle.find(sentence);
      if (found == idle.end() || found->second == none || found->second == i || !is_quoted(segments, span))
        return false;
      Statement& other = statements[found->second];
      // Right before the source and the cue, or right behind them.
      constexpr std::uint32_t near = 80;
      const std::uint32_t begin = std::min(other.cue.front().begin, other.source.front().begin);
      const std::uint32_t end = std::max(other.cue.front().end, other.source.front().end);
      const bool beside = span.end <= begin ? begin - span.end <= near : span.begin >= end && span.begin - end <= near;
      if (!beside) return false;
      other.content.push_back(span);
      std::ranges::sort(other.content);
      return true;
    });
  }
}

}  // namespace onrecord
