// An article's tokens as the rules see them: lower-cased, with what the lexicon knows of each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "onrecord/article.h"
#include "onrecord/segments.h"

namespace onrecord {

struct RuleWord {
  Span span;
  std::string low;
  Small small = Small::other;
  std::optional<CueReading> cue;
  std::uint32_t quote = none;  // the outermost quotation that it stands in, marks included
  TokenKind kind = TokenKind::word;
  CaseClass letters = CaseClass::other;

  bool is(std::string_view text) const { return low == text; }
  bool quoted() const { return quote != none; }
  bool is_mark(char c) const { return kind == TokenKind::punctuation && low.size() == 1 && low[0] == c; }
  bool is_dash() const { return kind == TokenKind::punctuation && (low == "—" || low == "–" || low == "--"); }
  bool capital() const { return letters != CaseClass::other && letters != CaseClass::lower; }
  bool names() const { return kind == TokenKind::word && capital(); }
};

// Refers to the article and its segments, which must outlive it.
struct RuleText {
  RuleText(const Article& article, const Segments& segments);

  const Article& article;
  const Segments& segments;
  std::vector<RuleWord> words;  // one a token

  // From the first byte of word `begin` to the last of word `end - 1`.
  Span span(std::uint32_t begin, std::uint32_t end) const { return {words[begin].span.begin, words[end - 1].span.end}; }
  bool opens_quote(std::uint32_t word) const;
  bool closes_quote(std::uint32_t word) const;
};

}  // namespace onrecord
