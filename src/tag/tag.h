// `tag`: scored source, cue, content and name tags and their links. A tagger is made once (a model is loaded once), is
// const from then on and may be used from many threads, each with a scratch of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/result.h"
#include "onrecord/segments.h"
#include "onrecord/tags.h"

namespace onrecord {

// All memory that tagging an article needs besides its result; grows to the largest article seen and is used again.
struct TagScratch {
  // A tagger's own kind of scratch; made when the tagger first sees this TagScratch.
  struct Part {
    virtual ~Part() = default;
  };
  std::vector<std::byte> arena;
  std::unique_ptr<Part> part;
};

class Tagger {
 public:
  virtual ~Tagger() = default;
  // The same article gives the same tags whatever the thread or what was tagged before.
  virtual Tags tag(const Article& article, const Segments& segments, TagScratch& scratch) const = 0;
};

// The deciders that need no model: cue lexicon, quotation structure, "according to", transcripts, headlines.
std::unique_ptr<Tagger> make_rule_tagger();

// `learned` and, where it tags nothing, the rules for what its training texts do not hold: transcripts, headlines with
// a colon, attributions inside quotations. Each tag keeps the name of who decided it.
std::unique_ptr<Tagger> make_combined_tagger(std::unique_ptr<Tagger> learned);

// The learned tagger of a model file (docs/model-format.md), which is read whole and may go afterwards. An Error for a
// file that cannot be read, is damaged or foreign, or fails the self-test that it carries. May be called from any
// thread.
Result<std::unique_ptr<Tagger>> load_tagger(const std::string& model_path);

// The tagger of `--model NAME`; where no name is given, the accurate model if it is installed, else the rules. An Error
// for an unknown name, an absent model and whatever load_tagger refuses.
Result<std::unique_ptr<Tagger>> make_tagger(const std::optional<std::string>& model);

}  // namespace onrecord
