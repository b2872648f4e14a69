// What a model has learned, laid out for the kernels. Built once from a model file, const from then on.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "tag/blueprint.h"
#include "tag/packed_matrix.h"

namespace onrecord::model {

struct Norm {
  Buffer<float> gain, bias;  // [width]
};

// The attention heads stand in slots of `slot` columns, their width rounded up to 16; what is added is zero.
struct Layer {
  PackedMatrix qkv;  // [3 * heads * slot, width]: of Q, then K, then V
  PackedMatrix out;  // [width, heads * slot]
  Norm norm1;
  PackedMatrix up;    // [inner, width]
  PackedMatrix down;  // [width, inner]
  Norm norm2;
};

// How one judge sees pairs (pair_reader.h); w is its width, k are its kinds. A word is 7 zones * 4 heads scores, then w
// values: JudgeShape::of_word columns.
struct PairWeights {
  JudgeShape shape;
  std::size_t column = 0;                    // where its columns begin in Weights::judge_words
  Buffer<float> role;                        // [4, of_word]: added by what the word is in a statement
  Buffer<float> place;                       // [64, of_word]: added by where in the article it stands
  FloatMatrix zones;                         // [w, 4 * w]: of source, cue, content and what is around them
  FloatMatrix mention;                       // [w, 3 * w]: of its words, what is around them and elsewhere
  Norm norm, mention_norm;                   // [w]
  FloatMatrix actor, target;                 // [w, w]
  FloatMatrix actor_types, target_types;     // [k * 16, w]: their products are added to the kinds' scores
  Buffer<float> feature_mean, feature_step;  // [features]
  FloatMatrix features, features_out;        // [128, features], [w, 128]
  Norm pair_norm;                            // [w]
  FloatMatrix pair, types;                   // [w, w], [k, w]
  FloatMatrix nothing;                       // [1, w]
  std::array<float, most_kinds> thresholds{};
  std::array<float, 2> calibration{};
};

// The second reading (second_reading.h).
struct SecondWeights {
  std::vector<Layer> layers;
  Buffer<float> mark;                    // [mark_count, width]
  Buffer<float> far;                     // [bucket_count, width]
  FloatMatrix words;                     // [of_word, width]: of normalised vectors
  PairWeights judge;                     // its column is 0
  std::array<float, most_kinds> asks{};  // what a likelihood of each kind counts towards a statement's second reading
  float least = 0.0f;                    // the sum from which on there is one
};

struct Weights {
  Buffer<std::int8_t> word;             // [vocabulary, embedding]
  Buffer<float> word_scale;             // [vocabulary]
  std::optional<PackedMatrix> project;  // [width, embedding], only where these differ
  Buffer<float> position;               // [positions, width]
  Buffer<float> letters;                // [5, width]
  Buffer<float> quotation;              // [3, width]
  Buffer<float> paragraph;              // [2, width]
  Norm norm;
  std::vector<Layer> layers;

  // Heads, transposed: [width, outputs rounded up to 16].
  FloatMatrix labels;                         // outputs 0..6: tags, 7..15: names
  FloatMatrix said;                           // one output
  FloatMatrix content_k, source_q, source_k;  // link outputs
  FloatMatrix content_q;                      // the other way, [link, width]: it is applied to keys
  Buffer<float> content_q_bias;               // [link]
  std::array<float, bucket_count> content_distance{}, source_distance{};
  std::array<std::uint32_t, edge_count> edges{};                     // rising
  std::array<std::array<float, tag_count>, tag_count> transition{};  // [from][to]

  FloatMatrix judge_words;  // [of_word of each judge, one behind the other; width]: of normalised vectors
  std::vector<PairWeights> judges;
  std::optional<SecondWeights> second;
};

inline std::size_t slot_of(const Blueprint& blueprint) { return round_up(blueprint.head_width, lane_count); }

}  // namespace onrecord::model
