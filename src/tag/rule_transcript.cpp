// Transcripts: a speaker's name in capitals, a colon, and all that follows up to the next one.
#include "tag/rule_deciders.h"

namespace onrecord {

namespace {

// One past "LUND:", "ADA LUND, HOST:" or "Q:" at the start of a paragraph; `begin` where there is no such label.
std::uint32_t label_end(const RuleText& text, Range tokens) {
  const auto& words = text.words;
  std::uint32_t i = tokens.begin;
  bool named = false;
  for (; i < tokens.end && i - tokens.begin < 8; ++i) {
    const RuleWord& word = words[i];
    if (word.is_mark(':')) return named && i + 1 < tokens.end ? i + 1 : tokens.begin;
    if (word.kind == TokenKind::word &&
        (word.letters == CaseClass::upper || (i == tokens.begin && word.low.size() == 1 && word.capital()))) {
      named = true;
    } else if (!(word.is_mark(',') || word.is_mark('.') || word.is("(") || word.is(")") || word.is("’") ||
                 (word.kind == TokenKind::word && word.letters == CaseClass::initial && word.low.ends_with('.')))) {
      return tokens.begin;
    }
  }
  return tokens.begin;
}

}  // namespace

void find_transcripts(const RuleText& text, Findings& found) {
  const Segments& segments = text.segments;
  std::size_t labels = 0;
  std::vector<std::uint32_t> ends(segments.paragraphs.size());
  std::vector<std::uint32_t> begins(segments.paragraphs.size());
  for (std::size_t p = 0; p < segments.paragraphs.size(); ++p) {
    const Range sentences = segments.paragraphs[p].sentences;
    if (sentences.empty()) continue;
    const Range tokens{segments.sentences[sentences.begin].tokens.begin,
                       segments.sentences[sentences.end - 1].tokens.end};
    begins[p] = tokens.begin;
    // A quoted transcript repeats its quotation mark before each label.
    Range bare = tokens;
    if (bare.begin < bare.end && text.opens_quote(bare.begin)) ++bare.begin;
    const std::uint32_t end = label_end(text, bare);
    if (end > bare.begin) {
      begins[p] = bare.begin;
      ends[p] = end;
      ++labels;
    }
  }
  // One label alone may be anything ("UPDATE: …").
  if (labels < 2) return;
  for (std::size_t p = 0; p < segments.paragraphs.size(); ++p) {
    if (ends[p] == 0) continue;
    const std::uint32_t last = segments.sentences[segments.paragraphs[p].sentences.end - 1].tokens.end;
    const Span cue = text.words[ends[p] - 1].span;
    const Span source = text.span(begins[p], ends[p] - 1);
    std::vector<Span> content{text.span(ends[p], last)};
    if (found.is_taken(cue) || found.is_taken(content[0])) continue;
    found.add({cue, source, std::move(content), true, 0.9f, "transcript"});
  }
}

}  // namespace onrecord
