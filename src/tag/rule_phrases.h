// The phrases that rules are made of: the verb group of a cue, the noun phrase that names its source, a hearer.
#pragma once

#include <optional>

#include "tag/rule_words.h"

namespace onrecord {

// All ranges are of words, inside the sentence given as a range of words.

// The verb at `verb` with its auxiliaries, negation and adverbs before it, and the particle that belongs to it behind.
Range verb_group(const RuleText& text, Range sentence, std::uint32_t verb);

// Whether the verb at `verb`, with its group, is used as the finite verb of a clause (not as a noun, an infinitive or a
// passive), or as a participle that goes on with one ("…, adding that").
enum class VerbUse : std::uint8_t { not_a_verb, finite, continues };
VerbUse verb_use(const RuleText& text, Range sentence, std::uint32_t verb, Range group);

// The noun phrase that ends before word `end`, as the subject of what begins there; empty where none does.
Range subject_before(const RuleText& text, Range sentence, std::uint32_t end);

// The noun phrase that begins at `begin`, as the inverted subject of the cue before it: "said [Ada Lund, a minister]".
Range subject_after(const RuleText& text, Range sentence, std::uint32_t begin);

// One past the hearer that begins at `begin`: "told [the paper] that"; `begin` where there is none.
std::uint32_t skip_hearer(const RuleText& text, Range sentence, std::uint32_t begin);

// One past the day, place or occasion that begins at `begin`: "said [on Monday] that"; `begin` where there is none.
std::uint32_t skip_occasion(const RuleText& text, Range sentence, std::uint32_t begin);

}  // namespace onrecord
