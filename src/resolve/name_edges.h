// Where in a run of capital words the name proper begins and ends: behind titles, words that only head a sentence,
// captions and bylines that ran into it; before a second name and what a site sets in capitals.
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/name_evidence.h"
#include "resolve/names.h"

namespace onrecord::resolving {

// "MUST WATCH | Ada Lund", "Recent | Lund proposals": the begin of the run without what stands before its first name in
// capitals or for heading the sentence.
std::uint32_t behind_heading(const NameEvidence& evidence, Range run);

// "Ada Lund | MORE", "Ada Lund | Ada Karla Lund Voters": the end of the run without what follows the name.
std::uint32_t before_trailing(const NameEvidence& evidence, Range run);

// Behind the last title of a run, its begin where there is none: "Senate Majority Leader | Ada Lund"; the run's end
// where nothing is left.
std::uint32_t behind_titles(const NameEvidence& evidence, Range run);

// "Reuters | Ada Lund", "Cartoonist | Ada Lund", "Share Pin Print | Ada Lund": behind words that need no name, where a
// first name begins; behind any two where the tagger sees a person's whole name begin.
std::uint32_t behind_explained(const NameEvidence& evidence, Range run);

// "Unlike | Lund", "Seeing | Ada Lund": drops the word before the name of a person whom the article names without it,
// unless anything else tells that it is a first name. `names` are all of the article's.
void cut_first_words(const NameEvidence& evidence, std::vector<Name>& names);

}  // namespace onrecord::resolving
