// `tag`: scored source, cue, content and name tags and their links. A tagger is made once (a model is loaded once), is
// const from then on and may be used from many threads, each with a scratch of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/segments.h"
#include "onrecord/tags.h"

namespace onrecord {

// All memory that tagging an article needs besides its result; grows to the largest article seen and is used again.
struct TagScratch {
  std::vector<std::byte> arena;
};

class Tagger {
 public:
  virtual ~Tagger() = default;
  // The same article gives the same tags whatever the thread or what was tagged before.
  virtual Tags tag(const Article& article, const Segments& segments, TagScratch& scratch) const = 0;
};

// The deciders that need no model: cue lexicon, quotation structure, "according to", transcripts, headlines.
std::unique_ptr<Tagger> make_rule_tagger();

}  // namespace onrecord
