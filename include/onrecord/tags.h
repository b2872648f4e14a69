// What `tag` gives: scored spans and the links between them, in flat arrays. The only stage that knows about numbers;
// a learned tagger and the deterministic deciders fill the same struct.
#pragma once

#include <array>
#include <cstddef>
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

// What a learned tagger reads in the words of an article about what statements do to each other, for `relate`
// (docs/model-format.md, "Acts"). Empty where the tagger reads none.
struct Readings {
  static constexpr std::uint32_t acts = 7;           // in the order of RelationType
  static constexpr std::uint32_t groups = 3;         // of acts, each with vectors of its own
  static constexpr std::uint32_t actor_gate = acts;  // columns of a row: scores of acts, two gates,
  static constexpr std::uint32_t target_gate = acts + 1;
  static constexpr std::uint32_t vectors = acts + 2;  // `groups` vectors of an actor, one of a target
  static constexpr std::uint32_t distances = 17;

  std::vector<Span> words;                                      // rising
  std::uint32_t vector = 0;                                     // numbers a vector
  std::vector<float> rows;                                      // [words, width()]
  std::array<std::array<float, distances>, groups> distance{};  // added to a tie, by how many words lie between
  std::array<std::uint32_t, (distances - 1) / 2> edges{};       // where a distance begins, rising

  bool empty() const { return words.empty(); }
  std::size_t width() const { return vectors + (groups + 1) * std::size_t{vector}; }
};

struct Tags {
  std::vector<Tag> tags;    // sorted by span, then role
  std::vector<Link> links;  // sorted by head, then tag
  Readings readings;
};

}  // namespace onrecord
