// A page as flat arrays in document order: its elements, and the blocks of text that stand in them.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "read/markup.h"

namespace onrecord {

struct Element {
  std::string_view name;     // tag name in lower case
  std::uint32_t parent = 0;  // index; the root is its own parent
  std::uint32_t end = 0;     // one behind the last element inside it
  Range blocks;              // those inside it
  Span text;                 // what it holds, in PageTree::text; may begin or end with white space
  std::string_view hints;    // class, id, role, itemprop and the like, blank between them, in lower case
  std::string_view itemprop;
  std::string_view rel;
  std::string_view datetime;
  std::string_view href;
  bool hidden = false;  // says that it is not shown
};

struct Block {
  Span text;                  // in PageTree::text; white space is one blank, none at the ends
  std::uint32_t element = 0;  // the innermost block element that it stands in
  std::uint32_t within = 0;   // the innermost element of any kind that holds all of it
  std::uint32_t linked = 0;   // how many bytes of it are links
};

struct MetaTag {
  std::string_view name;  // "og:title", "author", "canonical" (a link's rel), in lower case
  std::string_view content;
};

// Owns everything that its views look at. Not copied; moved at will.
struct PageTree {
  std::string text;
  std::vector<Element> elements;  // a parent before its children; [0] is the whole page
  std::vector<Block> blocks;
  std::vector<MetaTag> metas;
  std::string_view title;        // of the <title> element
  std::string_view language;     // of the <html> element
  std::deque<std::string> kept;  // what the views look at; a deque never moves its strings

  std::string_view text_of(const Block& block) const { return slice(text, block.text); }
  std::string_view text_of(const Element& element) const { return slice(text, element.text); }
};

// Never fails: bytes that are no HTML give a tree with what text there is in them. Linear in the size of `markup`.
PageTree make_tree(const Markup& markup);

}  // namespace onrecord
