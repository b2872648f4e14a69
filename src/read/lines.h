// The lines of a text and the words of a line, as views into it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// The lines of `text` that hold more than white space, trimmed, from the front; at most `limit` of them.
std::vector<Span> first_lines(std::string_view text, std::size_t limit);
// The same from the end, in the order of the text.
std::vector<Span> last_lines(std::string_view text, std::size_t limit);

// The words of a line, cut at white space, with the marks that stand on them.
std::vector<std::string_view> words_of(std::string_view line);

// `text`, valid UTF-8, without white space at its ends.
std::string_view trimmed(std::string_view text);

// The same for any bytes, of which only ASCII white space is known to be some.
std::string_view trimmed_bytes(std::string_view bytes);

// True where `line` begins with `phrase` (lower case ASCII) in any letter case and the phrase ends there with a word.
bool begins_with(std::string_view line, std::string_view phrase);
// True where `phrase` (lower case ASCII) stands anywhere in `line`, in any letter case.
bool holds(std::string_view line, std::string_view phrase);

// The words of `text` with one blank between them: no line break, no other white space.
std::string one_line(std::string_view text);

bool is_ascii_upper(char c);
bool is_ascii_lower(char c);
bool is_ascii_digit(char c);

// ASCII only; any bytes will do.
char lower_ascii(char c);
std::string lower_ascii(std::string_view text);

}  // namespace onrecord
