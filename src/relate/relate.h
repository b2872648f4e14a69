// `relate`: which statement is about which inside one article. What ties statements of different articles stands in
// relate/across.h.
#pragma once

#include "onrecord/article.h"
#include "onrecord/relation.h"
#include "onrecord/resolution.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// Pure. Holds invariant 8: only the speaker's own side retracts, clarifies or reaffirms. `readings` are those that the
// tagger made of the same article; where they are empty, words, names and places alone decide.
Relations relate(const Article& article, const Segments& segments, const Statements& statements,
                 const Resolution& resolution, const Readings& readings = {});

// What the rules alone would find, of every type. Training asks for it; the program that users run never does. Pure.
Relations relate_by_rules(const Article& article, const Segments& segments, const Statements& statements,
                          const Resolution& resolution);

// Whether a relation breaks that rule: its speakers are known, and known to be two sides. `relation` is one inside the
// article that `resolution` is of. Pure.
bool breaks_side_rule(const Relation& relation, const Resolution& resolution);

}  // namespace onrecord
