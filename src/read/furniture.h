// Lines that stand in an article's text and are no part of it: "Advertisement", "Follow Ada Lund on Twitter", author
// notes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// True for a line that is furniture wherever it stands: calls to the reader (to subscribe, to sign up, to read other
// pages), captions that name their source, times without words.
bool is_furniture(std::string_view line);

// True for a line that is furniture at an article's end: copyright, "contributed to this report", who the author is.
bool is_closing_note(std::string_view line, const std::vector<std::string>& byline);

}  // namespace onrecord
