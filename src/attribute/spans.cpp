// Span lists: fitted to the text, to the quotation marks and to each other.
#include <algorithm>

#include "attribute/draft.h"
#include "text/text.h"

namespace onrecord {

namespace {

// True where nothing but white space and commas stands in `span`.
bool is_bare(std::string_view text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value) && c.value != ',' && c.value != ';' && c.value != ':' && c.value != '.' &&
        c.value != 0x2014 && c.value != 0x2013 && c.value != '-')
      return false;
    at += c.bytes;
  }
  return true;
}

Span clipped(std::string_view text, Span span) {
  const auto size = static_cast<std::uint32_t>(text.size());
  span.end = std::min(span.end, size);
  span.begin = std::min(span.begin, span.end);
  while (span.begin > 0 && !on_boundary(text, span.begin)) --span.begin;
  while (span.end < size && !on_boundary(text, span.end)) ++span.end;
  return trim(text, span);
}

std::uint32_t bytes_between(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

// A lone line break before a small letter breaks a line, not the paragraph: text that was set in lines.
bool is_wrapped(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  const std::string_view between = text.substr(end, begin - end);
  return std::ranges::count(between, '\n') == 1 && text[begin] >= 'a' && text[begin] <= 'z';
}

// A quotation whose words are all in `span` is in it with its marks.
void take_marks(std::string_view text, const Segments& segments, Span& span) {
  // Quotes are sorted by begin; the one that may open right before `span` is the last that begins before its first
  // word.
  const auto last =
      std::ranges::upper_bound(segments.quotes, span.begin, {}, [](const Quote& quote) { return quote.span.begin; });
  int steps = 0;
  for (auto quote = last; quote != segments.quotes.begin() && steps < most_inner_quotes; ++steps) {
    --quote;
    if (quote->span.end < span.begin && quote->depth == 0) break;
    const Span inside = trim(text, quote->inside);
    if (inside.empty()) continue;
    if (span.begin > quote->span.begin && span.begin <= inside.begin && span.end + 1 >= inside.end &&
        span.end > inside.begin) {
      span.begin = quote->span.begin;
      span.end = std::max(span.end, quote->span.end);
    }
    if (quote->depth == 0) break;
  }
  const auto end =
      std::ranges::lower_bound(segments.quotes, span.end, {}, [](const Quote& quote) { return quote.span.begin; });
  steps = 0;
  for (auto quote = end; quote != segments.quotes.begin() && steps < most_inner_quotes; ++steps) {
    --quote;
    if (quote->span.begin >= span.begin && span.end < quote->span.end && quote->closed &&
        span.end >= quote->inside.end) {
      span.end = quote->span.end;
    }
    if (quote->depth == 0) break;
  }
}

}  // namespace

std::vector<Span> fitted(std::string_view text, std::vector<Span> spans) {
  for (Span& span : spans) span = clipped(text, span);
  std::erase_if(spans, [](Span span) { return span.empty(); });
  std::ranges::sort(spans);
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && (span.begin <= result.back().end || trim(text, {result.back().end, span.begin}).empty())) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

std::vector<Span> without(std::string_view text, const std::vector<Span>& spans, Span hole) {
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!span.overlaps(hole)) {
      result.push_back(span);
      continue;
    }
    Span before{span.begin, std::max(span.begin, hole.begin)};
    Span after{std::min(span.end, hole.end), span.end};
    // The comma that parts content from its cue belongs to neither.
    before = trim(text, before);
    while (!before.empty() && text[before.end - 1] == ',') before = trim(text, {before.begin, before.end - 1});
    after = trim(text, after);
    while (!after.empty() && text[after.begin] == ',') after = trim(text, {after.begin + 1, after.end});
    for (const Span part : {before, after}) {
      if (!part.empty() && !is_bare(text, part)) result.push_back(part);
    }
  }
  return result;
}

void fit_to_paragraph(const Article& article, const Segments& segments, Statement& statement) {
  const auto& near = statement.cue.empty() ? statement.content : statement.cue;
  if (near.empty()) return;
  for (Span& source : statement.source) {
    const Span whole = source;
    std::vector<Span> parts;
    auto paragraph = std::ranges::upper_bound(segments.paragraphs, whole.begin, {},
                                              [](const Paragraph& one) { return one.span.end; });
    for (; paragraph != segments.paragraphs.end() && paragraph->span.begin < whole.end; ++paragraph) {
      const Span part{std::max(whole.begin, paragraph->span.begin), std::min(whole.end, paragraph->span.end)};
      if (!parts.empty() && is_wrapped(article.text, parts.back().end, part.begin)) {
        parts.back().end = part.end;
      } else {
        parts.push_back(part);
      }
    }
    const auto far = [&](Span part) { return bytes_between(part, near.front()); };
    if (!parts.empty()) source = trim(article.text, *std::ranges::min_element(parts, {}, far));
  }
}

void fit(const Article& article, const Segments& segments, Statement& statement) {
  const std::string_view text = article.text;
  for (Span& span : statement.content) take_marks(text, segments, span);
  statement.content = fitted(text, std::move(statement.content));
  for (const Span hole : statement.cue) statement.content = without(text, statement.content, hole);
  for (const Span hole : statement.source) statement.content = without(text, statement.content, hole);
  for (const Span hole : statement.cue) statement.source = without(text, statement.source, hole);
}

Range tokens_in(const Segments& segments, Span span) {
  const auto& tokens = segments.tokens;
  const auto first =
      std::ranges::lower_bound(tokens, span.begin, {}, [](const Token& token) { return token.span.begin; });
  const auto last = std::ranges::upper_bound(tokens, span.end, {}, [](const Token& token) { return token.span.end; });
  const auto begin = static_cast<std::uint32_t>(first - tokens.begin());
  return {begin, std::max(begin, static_cast<std::uint32_t>(last - tokens.begin()))};
}

std::uint32_t first_byte(const Statement& statement) {
  std::uint32_t first = none;
  for (const auto* spans : {&statement.content, &statement.cue, &statement.source}) {
    if (!spans->empty()) first = std::min(first, spans->front().begin);
  }
  return first;
}

}  // namespace onrecord
