// The attributions that rules have found in one article, and which of its words they have taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/tags.h"
#include "tag/rule_words.h"

namespace onrecord {

// One attribution as a rule finds it.
struct Found {
  Span cue;
  std::optional<Span> source;
  std::vector<Span> content;  // sorted
  bool communicated = true;
  float score = 0.5f;
  std::string_view by;  // static storage
};

class Findings {
 public:
  // `text` must outlive it.
  explicit Findings(const RuleText& text) : text_(text), taken_(text.words.size(), 0) {}

  // Whether a word of `span` belongs to what was added or taken before. Linear in the words of `span`.
  bool is_taken(Span span) const;
  // Whether a word of `span` belongs to a cue or a source.
  bool is_cue_or_source(Span span) const;
  // Keeps rules away from words that somebody else has tagged.
  void take(TagRole role, Span span);
  // Adds an attribution and takes its words.
  void add(Found found);
  // Adds one inside another's content, unless its cue and source are known already.
  void add_nested(Found found);

  const std::vector<Found>& all() const { return found_; }

 private:
  Range words_over(Span span) const;

  const RuleText& text_;
  std::vector<Found> found_;
  std::vector<std::uint8_t> taken_;  // one a word: 0 free, 1 in a content, 2 in a cue or source
};

// One tag a span, one link from each cue to its source and contents; in the order that Tags promises.
Tags as_tags(const std::vector<Found>& found);

// The tags and links of both, in the order that Tags promises.
Tags joined(const Tags& first, const Tags& second);

}  // namespace onrecord
