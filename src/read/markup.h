// What of a page's markup is worth parsing: one linear pass over any bytes, before a tree is made of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

struct Markup {
  std::string html;  // the page without scripts, styles, comments, formatting and idle attributes
  std::vector<std::string_view> structured;  // the bodies of its JSON-LD scripts; views into the page
  bool cut = false;                          // there was more than is taken of one page
};

// `page` is valid UTF-8 and must outlive the result. However it is nested, `html` is nested at most `deepest_nesting`
// deep, no element of it has more than a few short attributes, and it holds no control character: no parser is slow on
// it.
Markup clean_markup(std::string_view page);

inline constexpr std::size_t deepest_nesting = 200;
inline constexpr std::size_t most_markup = std::size_t{2} << 20;  // bytes of `html`; no page that was measured has as much
inline constexpr std::size_t most_tags = 60000;                   // start tags of `html`

}  // namespace onrecord
