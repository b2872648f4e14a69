// What kind of article some bytes hold: the name says it, and where it does not, the content.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

// json_lines: a record a line; json_document: one record over several lines; json_array: records in one array.
// unsupported: foreign_kind (read/foreign.h) says what, or nobody knows.
enum class Format : std::uint8_t { plain_text, html, json_lines, json_document, json_array, archive, unsupported };

// `head` is the (unpacked) beginning of the bytes; sniff_bytes of it are enough.
Format detect_format(std::string_view name, std::string_view head);

inline constexpr std::size_t sniff_bytes = 4096;

}  // namespace onrecord
