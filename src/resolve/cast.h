// The cast of an article: the named people, organisations and places that its proper names stand for, each name tied to
// one of them. Families and namesakes stay apart; a surname alone goes to the bearer that the article has been speaking
// of.
#pragma once

#include <string>
#include <vector>

#include "onrecord/resolution.h"
#include "resolve/names.h"

namespace onrecord::resolving {

// Someone or something that may speak.
struct Figure {
  SpeakerKind kind = SpeakerKind::unknown;
  std::string name;                // the fullest form that the article gives, without titles
  std::vector<std::string> parts;  // its words in lower case, suffixes ("jr") included
  std::string head;                // of a phrase: its noun in lower case ("source", "poll"); empty for proper names
  WordClasses gender = 0;          // word_class::male or female; both or neither: not known
  bool plural = false;
  bool place = false;
  std::vector<Role> roles;  // sorted by span once the cast is complete

  bool male() const { return (gender & (word_class::male | word_class::female)) == word_class::male; }
  bool female() const { return (gender & (word_class::male | word_class::female)) == word_class::female; }
};

struct Cast {
  std::vector<Name> names;                    // sorted by words; those found in headlines included
  std::vector<std::uint32_t> figure_of_name;  // parallel to `names`; none for titles that stand alone
  std::vector<Figure> figures;

  // The name that covers `word`, or none.
  std::uint32_t name_at(std::uint32_t word) const;
};

Cast gather_cast(const Reading& reading, std::vector<Name> names);

}  // namespace onrecord::resolving
