// The deciders, one a form of attribution; all have the same shape. `found` holds what earlier ones found, and each
// appends.
#pragma once

#include "tag/rule_findings.h"
#include "tag/rule_words.h"

namespace onrecord {

// "Lund said (that) …", "…, Lund said", "…,” said Lund", "Lund, who denied …, adding that …"
void find_reported_clauses(const RuleText& text, Findings& found);
// "according to Lund"
void find_according_to(const RuleText& text, Findings& found);
// "LUND: …", a paragraph or an answer at a time
void find_transcripts(const RuleText& text, Findings& found);
// "Lund: Bridge opens in May", "Bridge opens in May: Lund"
void find_headlines(const RuleText& text, Findings& found);
// "Lund’s claim that …"
void find_nominals(const RuleText& text, Findings& found);
// Attributions inside what others are quoted with: “…, as Moe said in May, …”
void find_nested(const RuleText& text, Findings& found);

}  // namespace onrecord
