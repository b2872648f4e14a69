// Lines in which the editors speak about the article itself. They belong to it, but are no part of what it reports.
#pragma once

#include <string_view>

namespace onrecord {

// "Correction, May 16: An earlier version of this article …", "Editor's note: …", "This story has been updated to …".
bool is_editors_note(std::string_view line);

// A line that only heads such a note: "Correction".
bool heads_editors_note(std::string_view line);

}  // namespace onrecord
