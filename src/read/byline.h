// Who wrote an article, from what bylines look like: "By Ada Lund and Per Holm, Fjord Times".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// The people that a byline field names, one entry a person, without "By", outlets, places and jobs; empty where it
// names none. A field is known to be a byline, so a single word ("Reuters") is kept where nothing better is there.
std::vector<std::string> parse_byline(std::string_view field);

// The same for a line of running text, which may be anything: nothing unless it has a byline's form ("By " or "Author:"
// and then names).
std::optional<std::vector<std::string>> byline_line(std::string_view line);

// True for two to five words that could be a person's name.
bool looks_like_name(std::string_view text);

// Adds `name` unless it is there already, in whatever letter case.
void add_name(std::vector<std::string>& names, std::string_view name);

}  // namespace onrecord
