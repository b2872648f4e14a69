// Names run into the text of a site's links: "Ada Lund Adelaide (Ada) Karla LundBridge news: …".
#pragma once

#include "resolve/reading.h"

namespace onrecord::resolving {

// Where a run of capitals ends as a name, before what a link adds: the formal first name before its short form in
// brackets, or a word that begins as one before it and goes on as another ("Lund … LundBridge"). Equals `run.begin`
// where the whole run is the link's.
std::uint32_t end_before_link_text(const Reading& reading, Range run);

}  // namespace onrecord::resolving
