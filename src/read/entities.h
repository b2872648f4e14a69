// Character references in texts that were escaped once too often: "Bridge &amp; Road", "the minister&#8217;s".
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// `text` with its references as characters, without tags, white space as one blank. Valid UTF-8 stays valid UTF-8.
std::string plain(std::string_view text);

}  // namespace onrecord
