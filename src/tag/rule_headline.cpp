// Headlines that name who speaks before or behind a colon. (Headlines with a verb are reported clauses like any other.)
#include <algorithm>

#include "tag/rule_deciders.h"

namespace onrecord {

namespace {

// Two to four words, all of them names: no "Breaking", no "Bridge Opening".
bool is_name(const RuleText& text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end || end - begin > 4) return false;
  const std::string_view body = text.article.text;
  for (std::uint32_t i = begin; i < end; ++i) {
    const RuleWord& word = text.words[i];
    if (!word.names() || word.quoted() || word.cue || word.small != Small::other) return false;
  }
  // The same words in the body, and not only in headlines' capitals: the last of them is a name there.
  const std::string_view name = slice(body, text.words[end - 1].span);
  const std::size_t first = body.find(name, text.words[end - 1].span.end);
  return first != std::string_view::npos && name.size() > 2;
}

}  // namespace

void find_headlines(const RuleText& text, Findings& found) {
  if (!text.article.headline) return;
  const auto& words = text.words;
  const Span headline = *text.article.headline;
  std::uint32_t begin = 0;
  while (begin < words.size() && words[begin].span.begin < headline.begin) ++begin;
  std::uint32_t end = begin;
  while (end < words.size() && words[end].span.end <= headline.end) ++end;
  if (begin >= end || found.is_taken(headline)) return;
  std::uint32_t colon = begin;
  while (colon < end && !(words[colon].is_mark(':') && !words[colon].quoted())) ++colon;
  if (colon == end || colon == begin || colon + 1 == end) return;
  if (is_name(text, begin, colon) && end - colon > 3) {
    found.add({words[colon].span, text.span(begin, colon), {text.span(colon + 1, end)}, true, 0.7f, "headline"});
  } else if (is_name(text, colon + 1, end) && colon - begin > 3) {
    found.add({words[colon].span, text.span(colon + 1, end), {text.span(begin, colon)}, true, 0.7f, "headline"});
  }
}

}  // namespace onrecord
