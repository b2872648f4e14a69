// "According to Lund, the bridge is late", "The bridge is late, according to Lund".
#include "tag/rule_deciders.h"
#include "tag/rule_phrases.h"

namespace onrecord {

void find_according_to(const RuleText& text, std::vector<Found>& found) {
  const auto& words = text.words;
  for (const Sentence& sentence : text.segments.sentences) {
    const Range range = sentence.tokens;
    for (std::uint32_t i = range.begin; i + 2 < range.end; ++i) {
      if (!words[i].is("according") || !words[i + 1].is("to") || words[i].quoted()) continue;
      const Range source = subject_after(text, range, i + 2);
      if (source.empty()) continue;
      Span content;
      if (i == range.begin) {
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
        // Behind another attribution of the same sentence, the part that is still free.
        for (const Found& other : found) {
          for (const Span taken : other.content) {
            if (taken.overlaps(content)) content = {};
          }
        }
      }
      if (content.empty() || is_taken(found, content)) continue;
      found.push_back(
          {text.span(i, i + 2), text.span(source.begin, source.end), {content}, true, 0.85f, "according-to"});
      break;
    }
  }
}

}  // namespace onrecord
