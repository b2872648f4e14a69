// "According to Lund, the bridge is late", "The bridge is late, according to Lund".
#include "tag/rule_deciders.h"
#include "tag/rule_phrases.h"

namespace onrecord {

namespace {

// "According to Ada Lund, the minister, the bridge is late": the source ends at the first comma, or at the second where
// what stands between them holds no verb.
std::uint32_t opening_source_end(const RuleText& text, Range source) {
  std::uint32_t first = source.begin;
  while (first < source.end && !text.words[first].is_mark(',')) ++first;
  std::uint32_t second = first + 1;
  while (second < source.end && !text.words[second].is_mark(',')) {
    if (text.words[second].small == Small::auxiliary || text.words[second].cue) return first;
    ++second;
  }
  return second < source.end ? second : first;
}

}  // namespace

void find_according_to(const RuleText& text, Findings& found) {
  const auto& words = text.words;
  for (const Sentence& sentence : text.segments.sentences) {
    const Range range = sentence.tokens;
    for (std::uint32_t i = range.begin; i + 2 < range.end; ++i) {
      if (!words[i].is("according") || !words[i + 1].is("to") || words[i].quoted()) continue;
      Range source = subject_after(text, range, i + 2);
      if (source.empty()) continue;
      Span content;
      if (i == range.begin) {
        source.end = opening_source_end(text, source);
        std::uint32_t begin = source.end;
        while (begin < range.end && words[begin].kind == TokenKind::punctuation && !words[begin].quoted()) ++begin;
        std::uint32_t end = range.end;
        while (end > begin && words[end - 1].is_mark('.')) --end;
        if (begin >= end) continue;
        content = text.span(begin, end);
      } else {
        std::uint32_t begin = range.begin;
        std::uint32_t end = i;
        while (end > begin && words[end - 1].kind == TokenKind::punctuation && !words[end - 1].quoted()) --end;
        while (begin < end && words[begin].small == Small::coordinator) ++begin;
        if (begin >= end) continue;
        content = text.span(begin, end);
      }
      if (content.empty() || found.is_taken(content)) break;
      found.add({text.span(i, i + 2), text.span(source.begin, source.end), {content}, true, 0.85f, "according-to"});
      break;
    }
  }
}

}  // namespace onrecord
