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

// What a learned tagger may judge of pairs: which relation ties one statement to another, which day and which audience
// that the article speaks of are those of a saying, and which speaker is behind a source that names nobody itself.
enum class JudgedPair : std::uint8_t { relation, day, audience, speaker };
inline constexpr std::size_t judged_pair_count = 4;

// Which pairs of an article are asked about: which statement may be tied to which statement or mention, in bytes of the
// text. A mention is a phrase: what names something said, a day, an audience.
struct PairQuestion {
  struct Pieces {
    std::vector<Span> source, cue, content;
  };
  struct Mention {
    Span words;
    std::vector<Span> elsewhere;  // all that the article calls so, these words too; may be empty
  };
  struct Pair {
    std::uint32_t from = 0;  // a statement
    std::uint32_t to = 0;    // a statement or, counted on behind them, a mention
  };
  std::vector<Pieces> statements;
  std::vector<Mention> mentions;
  std::vector<Pair> pairs;      // all of one `from` side by side
  std::vector<float> features;  // [pairs, PairReader::features()]: what else is known of each
};

// For each pair, how likely it is tied in each of the reader's kinds: of relations in the order of RelationType, else
// in the only one. Of one statement's pairs all together sum to 1 at most; what is lacking is the likelihood that
// nothing is tied to it. What lies behind the kinds is 0.
inline constexpr std::size_t most_kinds = 7;
using PairLikelihoods = std::vector<std::array<float, most_kinds>>;

struct Readings;

// Judges pairs by the vectors that a learned tagger made of the article's words. Const, for any thread.
class PairReader {
 public:
  virtual ~PairReader() = default;
  virtual std::size_t features() const = 0;                           // a pair
  virtual std::span<const float, most_kinds> thresholds() const = 0;  // by kind: the least likelihood that is given
  virtual std::span<const float, 2> calibration() const = 0;          // slope and offset, as relate/model_tables.h
  virtual PairLikelihoods read(const Readings& readings, const PairQuestion& question) const = 0;
};

// What the tagger keeps of each word for its PairReaders. Empty where it has none.
struct Readings {
  std::vector<Span> words;  // rising
  std::vector<float> rows;  // [words, what the readers ask for]
  // Where a reader reads some of the words once more: what it begins with of each word and then of each window that the
  // tagger had read them in, [words + windows, the tagger's width]; and by window the end of the words that it decided.
  std::vector<float> lower;
  std::vector<std::uint32_t> windows;
  // By JudgedPair, the tagger's own, which live as long as it; null where it judges none.
  std::array<const PairReader*, judged_pair_count> readers{};

  const PairReader* reader(JudgedPair of) const { return readers[static_cast<std::size_t>(of)]; }
};

struct Tags {
  std::vector<Tag> tags;    // sorted by span, then role
  std::vector<Link> links;  // sorted by head, then tag
  Readings readings;
};

}  // namespace onrecord
