// All memory that the learned tagger needs for an article: kept between articles, so that nothing is allocated once it
// has grown to the largest one.
#pragma once

#include <vector>

#include "onrecord/segments.h"
#include "tag/blueprint.h"
#include "tag/packed_matrix.h"
#include "tag/tag.h"
#include "tag/windows.h"
#include "tag/words.h"

namespace onrecord::model {

// The rows of a batch, window after window; each window's begin with [CLS] and end with [SEP].
struct EncoderInput {
  struct Row {
    std::uint32_t piece = 0;
    std::uint32_t position = 0;
    Letters letters = Letters::none;
    Quotation quotation = Quotation::outside;
    bool starts_paragraph = false;
  };
  std::vector<Row> rows;
  std::vector<std::uint32_t> lengths;  // rows of each window; they sum to rows.size()
  std::vector<std::uint32_t> kept;     // rows whose vectors are wanted, rising: [CLS] and the first piece of each word
};

// Rows of u8 as a product takes them.
struct Quantised {
  Buffer<std::uint8_t> bytes;
  Buffer<float> step;         // [rows]
  Buffer<std::int32_t> zero;  // [rows]
};

// Rows are pieces.
struct EncoderScratch {
  std::vector<EmbeddedRow> embedded;  // [rows]
  Buffer<float> x;                    // [rows, width]: what a layer takes and gives
  Buffer<float> addend;               // [rows, width]
  Buffer<float> qkv;                  // [rows, 3 * heads * slot]
  Buffer<float> mixed;                // [rows, heads * slot]: what attention gives
  Buffer<float> raised;               // [some rows, inner]
  Quantised wide;                     // [rows, width]: x
  Quantised narrow;                   // [rows, heads * slot], then [some rows, inner]: what lies between products

  // One attention head of one window of `keys` pieces, padded to a multiple of 16.
  Buffer<std::int16_t> packed_keys;    // [keys / 16, slot / 2, 16, 2]
  Buffer<float> key_step;              // [keys]
  Buffer<std::int16_t> packed_values;  // [slot / 16, keys / 2, 16, 2]
  Buffer<float> value_scale;           // [slot]
  Buffer<std::int16_t> query;          // [keys, slot]
  Buffer<float> query_step;            // [keys]
  Buffer<float> scores;                // [row_group, keys]
  Buffer<std::int16_t> attention;      // [row_group, keys]
};

// What the model finds in an article, by word numbers; each list in the text's order.
struct FoundSpan {
  Range words;
  float score = 0.0f;      // mean probability of the words' labels
  std::uint32_t kind = 0;  // names: 0 person, 1 organisation, 2 place, 3 misc
};
struct FoundCue {
  Range words;
  float score = 0.0f;
  float said = 0.0f;            // logit: communicated rather than thought
  std::uint32_t source = none;  // index into Found::sources
  float source_score = 0.0f;    // probability of that link among all that the window offers, "none" included
  std::uint32_t contents = 0;   // how many
};
struct FoundContent {
  Range words;
  float score = 0.0f;
  std::uint32_t cue = none;  // index into Found::cues
  float cue_score = 0.0f;    // probability of that link among the cues of the window
};
struct Found {
  std::vector<FoundSpan> sources, names;
  std::vector<FoundCue> cues;
  std::vector<FoundContent> contents;
};

struct Scratch : TagScratch::Part {
  Words text;
  std::vector<Window> windows;
  EncoderInput input;
  EncoderScratch encoder;

  // Of the windows of one stretch of the article (tag_text.h).
  Buffer<float> hidden;  // [rows, width]; a window's rows: its [CLS], then each word seen, by its first piece
  std::vector<std::uint32_t> hidden_at;  // [windows]: the row of its [CLS]
  std::vector<std::uint32_t> home;       // [words]: the window whose core holds it
  std::vector<std::uint8_t> came_from;   // [words, tag_count]: Viterbi
  std::vector<std::uint8_t> tags;        // [words]
  std::vector<std::uint32_t> asked;      // rows of `hidden` that links ask for together
  Buffer<float> gathered;                // [asked, width]: these rows
  Buffer<float> query;                   // [cues, link], or [words of a content, candidates]: scores
  Buffer<float> keys;                    // [asked, link]
  Buffer<float> folded;                  // [asked, width]: keys as words meet them
  Buffer<float> scorer;                  // [width, candidates]: those of a window
  std::vector<float> scorer_bias;        // [candidates], filled up to a multiple of 16
  std::vector<double> score;             // [candidates]
  std::vector<double> mean;              // [candidates]

  Buffer<float> normed;  // [words of a window, width]
  Buffer<float> below;   // [rows of some windows, width]: as hidden, of a lower layer

  // Of the whole article.
  Buffer<float> labels;    // [words, 16]: scores of tags, then of names
  Buffer<float> readings;  // [words, Weights::judge_words.outputs], only where the model judges pairs
  Buffer<float> lower;     // [words, then windows; width], only where it reads a second time
  Found found;
};

}  // namespace onrecord::model
