// The deciders, one a form of attribution; all have the same shape. `found` holds what earlier ones found, and each
// appends.
#pragma once

#include <vector>

#include "tag/rule_words.h"

namespace onrecord {

// "Lund said (that) …", "…, Lund said", "…,” said Lund", "Lund, who denied …, adding that …"
void find_reported_clauses(const RuleText& text, std::vector<Found>& found);
// "according to Lund"
void find_according_to(const RuleText& text, std::vector<Found>& found);
// "LUND: …", a paragraph or an answer at a time
void find_transcripts(const RuleText& text, std::vector<Found>& found);
// "Lund: Bridge opens in May", "Bridge opens in May: Lund"
void find_headlines(const RuleText& text, std::vector<Found>& found);
// "Lund’s claim that …"
void find_nominals(const RuleText& text, std::vector<Found>& found);
// Attributions inside what others are quoted with: “…, as Moe said in May, …”
void find_nested(const RuleText& text, std::vector<Found>& found);

// Whether `span` overlaps anything of the attributions found so far.
bool is_taken(const std::vector<Found>& found, Span span);

}  // namespace onrecord
