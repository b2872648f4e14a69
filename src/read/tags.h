// What kinds of element there are, as far as reading a page goes.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

enum class TagKind : std::uint8_t {
  inline_text,  // part of the line it stands in: a, span
  formatting,   // says nothing about the text's parts: b, em, font
  block,        // begins a line of its own: div, p, li
  idle,         // nothing inside it is text of the page: script, svg, button
  void_mark,    // has no inside: br, img, meta
};

// For a tag name in lower case; unknown names are inline, but custom elements ("story-text") blocks.
TagKind tag_kind(std::string_view name);

}  // namespace onrecord
