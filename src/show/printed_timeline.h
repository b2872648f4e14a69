// One speaker's timeline as a page for paper: one HTML file that needs nothing else, black on white, no statement
// broken over two sheets.
#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace onrecord {

// `speakers` are those whose story it is; `about` the words that it was narrowed down to, or empty.
std::string printed_timeline(const std::vector<SpeakerMatch>& speakers, const Timeline& story,
                             const std::string& about);

}  // namespace onrecord
