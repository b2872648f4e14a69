// The article's own text on a page: where it stands, and which of the blocks there belong to it.
#pragma once

#include <optional>
#include <string>

#include "onrecord/span.h"
#include "read/page_facts.h"
#include "read/page_tree.h"

namespace onrecord {

struct MainText {
  std::string text;                // a paragraph a line; empty where the page holds none
  std::optional<Span> standfirst;  // in `text`
  std::string signature;           // a line above the first paragraph that holds names and nothing else; not in `text`
};

// Finds the element that holds most of the page's running text with the least beside it, then keeps its paragraphs.
// `facts` tell which lines only repeat the title, the byline or the day. Linear in the size of the tree.
MainText find_main_text(const PageTree& tree, const PageFacts& facts);

}  // namespace onrecord
