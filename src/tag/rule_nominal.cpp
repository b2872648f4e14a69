// Nouns that attribute: "Lund’s claim that the bridge is late".
#include "tag/rule_deciders.h"
#include "tag/rule_phrases.h"

namespace onrecord {

void find_nominals(const RuleText& text, Findings& found) {
  const auto& words = text.words;
  for (const Sentence& sentence : text.segments.sentences) {
    const Range range = sentence.tokens;
    for (std::uint32_t i = range.begin + 1; i + 3 < range.end; ++i) {
      if (words[i].quoted() || !words[i + 1].is("that") || words[i + 1].quoted()) continue;
      const auto act = read_noun_cue(words[i].low);
      if (!act) continue;
      // The possessor: "Lund’s", "the ministry’s", "his".
      std::uint32_t owner = i;
      while (owner > range.begin && i - owner < 3 && words[owner - 1].small == Small::other &&
             !words[owner - 1].capital() && !words[owner - 1].is("’s") && !words[owner - 1].is("'s")) {
        --owner;
      }
      if (owner == range.begin) continue;
      Range source;
      const RuleWord& before = words[owner - 1];
      if (before.is("his") || before.is("her") || before.is("their")) {
        source = {owner - 1, owner};
      } else if (before.is("’s") || before.is("'s")) {
        std::uint32_t begin = owner - 1;
        while (begin > range.begin && owner - begin < 6 &&
               (words[begin - 1].names() || words[begin - 1].small == Small::determiner))
          --begin;
        source = {begin, owner};
      }
      if (source.empty()) continue;
      std::uint32_t end = i + 2;
      while (end < range.end && !(words[end].kind == TokenKind::punctuation && !words[end].quoted())) ++end;
      const Span content = text.span(i + 1, end);
      const Span cue = text.span(owner, i + 1);
      if (found.is_taken(content) || found.is_taken(cue)) continue;
      const bool thought = *act == Act::think || *act == Act::feel || *act == Act::want;
      found.add({cue, text.span(source.begin, source.end), {content}, !thought, 0.5f, "nominal-cue"});
    }
  }
}

}  // namespace onrecord
