// Reads model files (docs/model-format.md). Everything in a file is checked before it is used: a damaged or foreign one
// gives an Error and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/result.h"
#include "onrecord/span.h"
#include "onrecord/tags.h"
#include "tag/blueprint.h"
#include "tag/vocabulary.h"
#include "tag/weights.h"
#include "tag/words.h"

namespace onrecord::model {

// What the model must say of a text; the file carries a few.
struct Sample {
  struct Statement {
    std::vector<Span> source, cue, content;
    float said = 0.0f;
  };
  std::string text;
  std::vector<Word> words;            // without pieces
  std::vector<std::uint32_t> pieces;  // of the first window, [CLS] and [SEP] included
  std::vector<float> tag;             // [words, tag_count]
  std::vector<float> name;            // [words, name_count]
  std::vector<Statement> statements;
  struct Judged {
    JudgedPair of = JudgedPair::relation;
    PairQuestion question;
    PairLikelihoods likely;  // of question.pairs, as first judged
    PairLikelihoods again;   // where all statements are read a second time; empty where there is no such reading
  };
  std::vector<Judged> judged;  // one a judgement that the model has
  float tolerance = 0.0f;
};

struct Model {
  Blueprint blueprint;
  Weights weights;
  Vocabulary vocabulary;
  std::vector<Sample> samples;
  std::string name;  // the card's: "accurate", "fast"
};

// `bytes` is a whole file; `name` is what Errors call it. The samples are read, not tried (sample_check.h).
Result<Model> parse_model(std::string_view bytes, const std::string& name);

// The same from disk.
Result<Model> read_model(const std::string& path);

}  // namespace onrecord::model
