// Proper names in an article: where each stands, what stands before it as a title or role, and what kind of thing it
// names. Capital letters, the word lists and the words around decide; names that the tagger has marked are believed
// first.
#pragma once

#include <vector>

#include "onrecord/tags.h"
#include "resolve/reading.h"

namespace onrecord::resolving {

enum class NameKind : std::uint8_t {
  unknown,
  person,
  organisation,
  place,
  title_only
};  // title_only: "the Prime Minister"

struct Name {
  Range words;   // the name proper: "Ada Lund"
  Range before;  // title and role words right before it: "former Transport Minister"; empty where none
  NameKind kind = NameKind::unknown;
  WordClasses gender = 0;     // word_class::male, female, both (any) or none known
  bool with_article = false;  // "the Lund Institute"
  bool possessive = false;
  bool trailed = false;  // words follow that run on from it and belong to nothing: the text of a link
};

// Sorted by words. Headlines in title case give none here: who stands in them is known only when the body has been
// read.
std::vector<Name> find_names(const Reading& reading, const Tags& tags);

}  // namespace onrecord::resolving
