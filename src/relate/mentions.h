// Noun phrases that name somebody's words without reporting them: "the comments", "his earlier claim", "Lund's
// suggestion".
#pragma once

#include <cstdint>
#include <vector>

#include "relate/facts.h"

namespace onrecord::relating {

// own: "his", "their", "my"; question: not a noun phrase but what was asked, "asked whether …".
enum class Determiner : std::uint8_t { bare, definite, demonstrative, own, named, question };

struct WordsMention {
  Span span;                // up to its noun: "his claim"
  Span whole;               // with what it is about: "his claim that the bridge would open"
  std::uint32_t first = 0;  // its first word
  std::uint32_t noun = 0;   // its head
  Determiner determiner = Determiner::bare;
  bool stance = false;             // "his support": a position rather than words
  std::uint32_t possessor = none;  // the word before "'s"
};

// All such phrases of the article in order, and what was asked where the text says that somebody was asked. Those
// without a determiner only where they are plural ("allegations").
std::vector<WordsMention> find_mentions(const ArticleFacts& article);

}  // namespace onrecord::relating
