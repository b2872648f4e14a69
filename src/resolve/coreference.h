// Who is behind the source of each statement: the phrase's own name, what a pronoun or a definite phrase stands for, or
// a figure of its own for a phrase that nobody is named by. Rules with weights, then the tagger's judge; every answer says
// what decided it.
#pragma once

#include <vector>

#include "onrecord/statement.h"
#include "onrecord/tags.h"
#include "resolve/cast.h"
#include "resolve/phrases.h"

namespace onrecord::resolving {

// A link below this confidence is not given: the speaker stays unknown.
inline constexpr float least_confidence = 0.3f;

struct SourceLink {
  std::uint32_t figure = none;
  Decision decision;
  std::vector<Span> mentions;  // of the figure, in the source
  Span epithet;  // a definite phrase that named a known person by a role ("Vermont senator"); empty otherwise
};

// One link a statement. Adds to `cast` the figures that phrases stand for. The judge of speakers in `readings`, if there
// is one, is asked about the sources that name nobody.
std::vector<SourceLink> link_sources(const Article& article, const Reading& reading, const Statements& statements,
                                     Cast& cast, const Readings& readings);

}  // namespace onrecord::resolving
