// What `tag` gives: scored spans and the links between them, in flat arrays. The only stage that knows about numbers;
// a learned tagger and the deterministic deciders fill the same struct.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

enum class TagRole : std::uint8_t { source, cue, content, person, organisation, place, other_name };

struct Tag {
  TagRole role = TagRole::cue;
  Span span;
  float score = 0.0f;           // 0 to 1
  float communicated = 1.0f;    // cues only: how likely the source spoke or wrote it, rather than thought it
  std::string_view decided_by;  // static storage
};

// `tag` (a source or a content) belongs to the attribution whose head is `head`: its cue or, where it has none, its
// first content.
struct Link {
  std::uint32_t head = 0;
  std::uint32_t tag = 0;
  float score = 0.0f;
};

struct Tags {
  std::vector<Tag> tags;    // sorted by span, then role
  std::vector<Link> links;  // sorted by head, then tag
};

}  // namespace onrecord
