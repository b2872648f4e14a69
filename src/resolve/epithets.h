// Definite phrases that mean a named person by a role: "the Vermont senator" for a "Sen." with "I-Vt." behind the name.
#pragma once

#include <string>
#include <vector>

#include "resolve/phrases.h"

namespace onrecord::resolving {

struct Epithet {
  std::vector<std::string> words;  // content words, lower case, titles written out; the head last
  std::vector<bool> proper;        // parallel: places and parties, which a bearer must have
  WordClasses gender = 0;
  bool anonymous = false;  // "source", or anonymity is spoken of close behind
  bool possessed = false;  // "his lawyer", "Lund's lawyer": someone else's
};

Epithet read_epithet(const Reading& reading, const Phrase& phrase);

// How well the figure's roles bear the epithet out: 0 where they do not; 1 for the head, more for each further word.
float match(const Epithet& epithet, const Figure& figure);

// True where a modifier of the epithet (a name or a demonym: "NATO" of "a NATO official") stands in one of the figure's
// roles.
bool shares_affiliation(const Epithet& epithet, const Figure& figure);

}  // namespace onrecord::resolving
