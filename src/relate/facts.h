// What an article's statements look like to the relation scorer: their words by zone, the cue phrases in each zone, and
// where they stand. Made once an article; candidates and features only read it.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/resolution.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"
#include "relate/cue_classes.h"
#include "relate/sides.h"
#include "relate/telling_words.h"

namespace onrecord::relating {

inline constexpr std::size_t cue_class_count = static_cast<std::size_t>(CueClass::count);

// Where a word stands as seen from a statement.
enum class Zone : std::uint8_t {
  cue,
  head,    // the first twelve words of the content
  rest,    // the content's other words
  lead,    // the other words of the statement's sentences, source included, that belong to no statement beside it
  before,  // the sentence before
  after,   // the sentence after
  count
};
inline constexpr std::size_t zone_count = static_cast<std::size_t>(Zone::count);

// A telling word's stem, by its number in ArticleFacts::stem_texts; `none` where a word tells nothing.
using Stem = std::uint32_t;

// Stems in rising order, each once. Most questions end at `marks`, where each stem sets one of 64 bits.
class StemSet {
 public:
  StemSet() = default;
  explicit StemSet(std::vector<Stem> stems);  // in any order
  const std::vector<Stem>& stems() const { return stems_; }
  std::size_t size() const { return stems_.size(); }
  bool contains(Stem stem) const;
  bool disjoint(const StemSet& other) const { return (marks_ & other.marks_) == 0; }

 private:
  std::vector<Stem> stems_;
  std::uint64_t marks_ = 0;
};

// How many stand in both.
std::size_t count_shared(const StemSet& a, const StemSet& b);

struct StatementFacts {
  Span hull;  // from its first byte to its last, all roles
  Span content_hull;
  std::uint32_t sentence = none;  // the first one it touches
  std::uint32_t last_sentence = none;
  std::uint32_t paragraph = none;
  std::array<std::array<std::uint8_t, cue_class_count>, zone_count> cues{};  // phrases of each class by zone, at most 3
  std::array<std::vector<std::uint32_t>, zone_count> words;                  // indices into ArticleFacts::words, sorted
  std::array<StemSet, zone_count> stems;
  StemSet content_stems;      // of head and rest
  bool question = false;      // the content ends with a question mark, or its sentence does
  bool first_person = false;  // "I", "we", "my" in the content
  bool negated = false;       // "not", "never", "n't" in the content's head
  std::bitset<cue_class_count> undone;  // classes all of whose phrases say that it is not done: "did not withdraw"
  bool in_headline = false;
  bool narrated = false;  // an act without words of its own
};

struct ArticleFacts {
  ArticleFacts(const Article& article, const Segments& segments, const Statements& statements,
               const Resolution& resolution);

  const Article& article;
  const Segments& segments;
  const Statements& statements;
  const Resolution& resolution;
  std::vector<Word> words;
  std::vector<std::string> stem_texts;  // the stems of all telling words, sorted, each once
  std::vector<Stem> word_stems;         // by word
  std::vector<CueMatch> cues;
  std::vector<StatementFacts> facts;            // by statement
  std::vector<std::vector<std::string>> names;  // by statement: the words of its speaker's name that identify it
  std::vector<std::vector<Stem>> name_stems;    // of these words, one each; `none` where no telling word has it
  std::vector<std::uint32_t> content_users;     // by stem: how many contents have it
  Sides sides;
  StemSet headline_stems;  // those that the text has

  // First word that begins at or behind `offset`.
  std::uint32_t word_at(std::uint32_t offset) const;
  // The number of a stem; `none` where no telling word of the text has it.
  Stem number_of(std::string_view stem) const;

 private:
  void number_stems();
};

}  // namespace onrecord::relating
