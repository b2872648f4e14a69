// Noun phrases that name somebody's words without reporting them: "the comments", "his earlier claim", "Lund's
// suggestion".
#pragma once

#include <cstdint>
#include <vector>

#include "relate/facts.h"

namespace onrecord::relating {

enum class Determiner : std::uint8_t { bare, definite, demonstrative, own, named };  // own: "his", "their", "my"

struct WordsMention {
  Span span;
  std::uint32_t first = 0;  // its first word
  std::uint32_t noun = 0;   // its head
  Determiner determiner = Determiner::bare;
  bool stance = false;             // "his support": a position rather than words
  std::uint32_t possessor = none;  // the word before "'s"
};

// All such phrases of the article, in order. Those without a determiner only where they are plural ("allegations").
std::vector<WordsMention> find_mentions(const ArticleFacts& article);

}  // namespace onrecord::relating
