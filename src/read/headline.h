// Whether the line at the top of a text is its headline, and the line after it its standfirst.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "read/structure.h"

namespace onrecord {

// A line among the first lines of a text. Owns nothing.
struct HeadlineView {
  std::string_view text;
  const std::vector<Span>& lines;  // the first lines that are not blank
  std::size_t at = 0;              // the line in question
  TextKind kind = TextKind::whole_file;
  std::string_view title;  // what the source says beside the text; empty where it says nothing
};

bool is_headline(const HeadlineView& view);
// `at` is the line after the headline.
bool is_standfirst(const HeadlineView& view);

}  // namespace onrecord
