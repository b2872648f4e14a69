#include "segment/segment.h"

#include "segment/characters.h"
#include "segment/quotes.h"
#include "segment/sentences.h"
#include "segment/tokens.h"
#include "text/text.h"

namespace onrecord {

namespace {

// Lines that hold more than white space; where the text is set in lines, those that run on together.
std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const Span span = trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (!span.empty()) paragraphs.push_back({span, {}});
  };
  const std::vector<Span> soft = soft_line_ends(text);
  auto next_soft = soft.begin();
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (next_soft != soft.end() && at == next_soft->begin) {
      at = (next_soft++)->end;
      continue;
    }
    const Char c = char_at(text, at);
    if (c.kind == CharKind::line_break) {
      add(begin, at);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  add(begin, text.size());
  return paragraphs;
}

}  // namespace

Segments segment(const Article& article) {
  Segments segments;
  const std::string_view text = article.text;
  segments.paragraphs = paragraphs_of(text);
  segments.tokens.reserve(text.size() / 5);
  std::vector<std::uint32_t> first_token;
  first_token.reserve(segments.paragraphs.size() + 1);
  for (const Paragraph& paragraph : segments.paragraphs) {
    first_token.push_back(static_cast<std::uint32_t>(segments.tokens.size()));
    append_tokens(text, paragraph.span, segments.tokens);
  }
  first_token.push_back(static_cast<std::uint32_t>(segments.tokens.size()));
  const std::vector<MarkUse> uses =
      pair_quotes(text, segments.paragraphs, first_token, segments.tokens, segments.quotes);
  for (std::uint32_t p = 0; p < segments.paragraphs.size(); ++p) {
    append_sentences(text, p, {first_token[p], first_token[p + 1]}, uses, segments);
  }
  return segments;
}

}  // namespace onrecord
