// What is recorded, put into the words of a page: days, verbs, who spoke, where it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace onrecord {

std::string day_in_words(Date date);                                // "16 May 2031", "May 2031", "2031"
std::string days_in_words(Date from, Date to);                      // "14 to 16 May 2031"
std::string count_of(std::size_t count, const std::string& thing);  // "1 article", "1,204 articles"
std::string percent(float confidence);                              // "90 %"

// The day it was said; else "reported 16 May 2031"; else "day unknown".
std::string when(const LedgerStatement& statement);
// The same for the left-hand column of a page: "16 May 2031"; "by 16 May 2031" where only the report has a day;
// "undated".
std::string day_column(const LedgerStatement& statement);

std::string name_of(
    const LedgerStatement& statement);  // the speaker's name; else the source's words; else "someone unnamed"
// "told Radio Fjord; only thought, not said": what the statement's own line adds; empty where nothing does.
std::string circumstances_of(const LedgerStatement& statement);
// The content as a reader wants it: the quotation itself, or "promised that the bridge would open in May".
std::string words_of(const LedgerStatement& statement);
// The same of a statement's spans and what stands in the text there.
std::string words_of(const Statement& spans, const std::string& cue, const std::string& content);
// At most `columns` wide, cut at a word, with "…" where it was cut.
std::string shortened(const std::string& text, unsigned columns);

// Without those that another one says more fully: "minister" beside "Transport Minister".
std::vector<std::string> telling_roles(const std::vector<std::string>& roles);

std::string outlet_of(const Source& source);  // the outlet; else the host of the address; else the file's name
std::string line_of(const Source& source);    // "Radio Fjord, 16 May 2031: Minister withdraws bridge pledge"

// How far a turn can be relied on: "30 % sure", else what a person decided: "confirmed in review".
std::string standing_of(const Turn& turn);

std::string past_of(RelationType type);     // "took back"
std::string present_of(RelationType type);  // "takes back"
// "took back earlier words", "denied what Ada Lund said", "disputed “the comments”".
std::string deed_of(const Turn& turn);

}  // namespace onrecord
