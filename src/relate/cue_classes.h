// The phrases that tell what is done to somebody's words: "walked back", "I never said", "the comments". They decide
// nothing by themselves; they are what the learned scorer sees and what a relation shows as its evidence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relate/telling_words.h"

namespace onrecord::relating {

enum class CueClass : std::uint8_t {
  retract,      // the reporter's "walked back", "reversed himself"
  mistake,      // the speaker's own "it was a mistake", "I should not have said"
  apology,      // "apologised", "regrets", "sorry"
  clarify,      // "clarified", "what he meant", "out of context", "was joking"
  reaffirm,     // "reiterated", "doubled down", "stands by"
  repeat,       // "again", "as I have said", "continued to"
  deny,         // "denied", "not guilty", "never said"
  falsehood,    // "not true", "a lie", "baseless"
  reject,       // "rejected", "dismissed", "pushed back"
  condemn,      // "criticised", "blasted", "mocked", "disagreed"
  scorn,        // "ridiculous", "a disgrace", "absurd"
  agree,        // "agreed", "echoed", "is right", "praised"
  confirm,      // "confirmed", "acknowledged", "admitted"
  respond,      // "responded", "replied", "in response to"
  asked,        // "asked whether", "pressed on", "when questioned"
  question,     // "asked", "wondered": who puts one
  accuse,       // "accused", "alleged", "claimed"
  say,          // "said", "told", "wrote"
  contrast,     // "but", "however", "despite"
  earlier,      // "earlier", "previously", "last week"
  later,        // "later", "since", "now", "a day after"
  words_noun,   // "the comments", "his claim", "that tweet"
  stance_noun,  // "his support", "her opposition", "the pledge"
  count
};

struct CueMatch {
  CueClass cue = CueClass::say;
  std::uint32_t first = 0;  // index of its first word
  std::uint32_t last = 0;   // and behind its last
};

// All phrases of the lexicon in `words`, sorted by first word, then class. Of one class only the longest at a place.
std::vector<CueMatch> find_cues(const std::vector<Word>& words);

std::string_view to_text(CueClass cue);

}  // namespace onrecord::relating
