// The parts of a text that are not its body, found in the text itself: headline, standfirst, dateline, asides.
#pragma once

#include <cstdint>

#include "onrecord/article.h"

namespace onrecord {

// How the text came: a file that is the article, or a body whose title may be told beside it.
enum class TextKind : std::uint8_t { whole_file, body };

// Fills headline, standfirst, dateline and asides of `article` from its text; fills title, byline and published from
// what the text itself states, where they are not known yet. The text stays as it is.
void find_structure(Article& article, TextKind kind);

}  // namespace onrecord
