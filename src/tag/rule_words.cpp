#include "tag/rule_words.h"

#include "text/text.h"

namespace onrecord {

RuleText::RuleText(const Article& a, const Segments& s) : article(a), segments(s) {
  words.reserve(segments.tokens.size());
  std::size_t quote = 0;
  for (const Token& token : segments.tokens) {
    RuleWord word;
    word.span = token.span;
    word.kind = token.kind;
    word.letters = token.letters;
    word.low = lower(slice(article.text, token.span));
    if (token.kind == TokenKind::word) {
      word.small = small_word(word.low);
      // "May" is a month, "may" a modal.
      if (word.low == "may" && word.capital()) word.small = Small::day;
      if (word.small == Small::other) word.cue = read_cue(word.low);
    }
    while (quote < segments.quotes.size() &&
           (segments.quotes[quote].depth > 0 || segments.quotes[quote].span.end <= token.span.begin)) {
      ++quote;
    }
    if (quote < segments.quotes.size() && segments.quotes[quote].span.contains(token.span)) {
      word.quote = static_cast<std::uint32_t>(quote);
    }
    words.push_back(std::move(word));
  }
}

bool RuleText::opens_quote(std::uint32_t word) const {
  const std::uint32_t quote = words[word].quote;
  return quote != none && segments.quotes[quote].span.begin == words[word].span.begin;
}

bool RuleText::closes_quote(std::uint32_t word) const {
  const std::uint32_t quote = words[word].quote;
  return quote != none && segments.quotes[quote].span.end == words[word].span.end;
}

}  // namespace onrecord
