// What `tag` gives: scored spans and the links between them, in flat arrays. The only stage that knows about numbers;
// a learned tagger and the deterministic deciders fill the same struct.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

// Which pairs of an article's statements are asked about: who may act on whom, in bytes of the text.
struct PairQuestion {
  struct Pieces {
    std::vector<Span> source, cue, content;
  };
  struct Pair {
    std::uint32_t from = 0;  // a statement
    std::uint32_t to = 0;    // a statement or, counted on behind them, a mention
  };
  std::vector<Pieces> statements;
  std::vector<Span> mentions;
  std::vector<Pair> pairs;      // all of one `from` side by side
  std::vector<float> features;  // [pairs, PairReader::features()]: what else is known of each
};

// For each pair, how likely each type of relation ties it, in the order of RelationType. Of one statement's pairs all
// together sum to 1 at most; what is lacking is the likelihood that it does nothing to anything.
using PairLikelihoods = std::vector<std::array<float, 7>>;

struct Readings;

// Judges pairs by the vectors that a learned tagger made of the article's words. Const, for any thread.
class PairReader {
 public:
  virtual ~PairReader() = default;
  virtual std::size_t features() const = 0;                         // a pair
  virtual std::span<const float, 7> thresholds() const = 0;         // by type: the least likelihood that is given
  virtual std::span<const float, 2> calibration() const = 0;        // slope and offset, as relate/model_tables.h
  virtual PairLikelihoods read(const Readings& readings, const PairQuestion& question) const = 0;
};

// What the tagger keeps of each word for its PairReader. Empty where it has none.
struct Readings {
  std::vector<Span> words;             // rising
  std::vector<float> rows;             // [words, what the reader asks for]
  const PairReader* reader = nullptr;  // the tagger's own; lives as long as it
};

struct Tags {
  std::vector<Tag> tags;    // sorted by span, then role
  std::vector<Link> links;  // sorted by head, then tag
  Readings readings;
};

}  // namespace onrecord
