// Which parts of a page are furniture by what they are called: navigation, comments, related stories, captions, forms.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/page_tree.h"

namespace onrecord {

enum class Region : std::uint8_t {
  plain,       // says nothing about itself
  body,        // says that it holds the article's text
  furniture,   // says that it is no part of the article; may be no more than a name
  foreign,     // is certainly none: hidden, navigation, a caption, what readers wrote
  standfirst,  // says that it is the article's summary
};

struct Naming {
  Region region = Region::plain;
  std::string_view by;  // the name that tells it: "newsletter"; static storage
};

// What an element says about itself alone; what it stands in is not looked at.
Naming region_of(const Element& element);

}  // namespace onrecord
