// The shape of a model: what a model file states and every tensor follows from.
#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/tags.h"

namespace onrecord::model {

inline constexpr std::uint32_t tag_count = 7;   // O, then B- and I- of source, cue, content
inline constexpr std::uint32_t name_count = 9;  // O, then B- and I- of person, organisation, place, misc
inline constexpr std::uint32_t edge_count = 8;  // of distances between linked words
inline constexpr std::uint32_t bucket_count = 2 * edge_count + 1;

// Of the judgement of pairs (pair_reader.h).
inline constexpr std::uint32_t statement_zones = 4;  // source, cue, content, around them
inline constexpr std::uint32_t mention_zones = 3;    // its words, around them, elsewhere
inline constexpr std::uint32_t pair_zones = statement_zones + mention_zones;
inline constexpr std::uint32_t pair_heads = 4;    // each weighs the words of a zone by itself
inline constexpr std::uint32_t pair_places = 64;  // in an article, each of 16 words
inline constexpr std::uint32_t pair_rank = 16;    // of the products of an actor and a target
inline constexpr std::uint32_t pair_inner = 128;  // width between a pair's features and its vector

// One judge of pairs. Those of one judgement are asked together, and their mean counts.
struct JudgeShape {
  JudgedPair of = JudgedPair::relation;
  std::uint32_t kinds = 0;     // of ties
  std::uint32_t width = 0;     // of its vectors
  std::uint32_t features = 0;  // what else is told of a pair

  std::uint32_t of_word() const { return pair_zones * pair_heads + width; }  // columns
};

// Of the second reading (second_reading.h).
inline constexpr std::uint32_t mark_count = 8;         // what a word is to the statement that is read for
inline constexpr std::uint32_t most_read_again = 160;  // words

// The encoder's upper layers once more, with other weights, and their judge of relations.
struct SecondShape {
  std::uint32_t layers = 0;  // 0: there is no second reading
  JudgeShape judge;
};

struct Blueprint {
  std::uint32_t vocabulary = 0;
  std::uint32_t embedding = 0;  // width of the word table
  std::uint32_t width = 0;
  std::uint32_t layers = 0;
  std::uint32_t heads = 0;
  std::uint32_t head_width = 0;  // of one attention head; heads * head_width may be less than width
  std::uint32_t inner = 0;       // width between the two feed-forward products
  std::uint32_t positions = 0;
  std::uint32_t link = 0;           // width of the vectors that links compare
  std::uint32_t window = 0;         // pieces, with [CLS] and [SEP]
  std::uint32_t context = 0;        // pieces wanted on each side of a window's core
  std::uint32_t context_limit = 0;  // pieces at most on each side; a window fills up with what it has room for

  std::vector<JudgeShape> judges;
  SecondShape second;

  std::uint32_t attention() const { return heads * head_width; }
};

}  // namespace onrecord::model
