#include "tag/sample_check.h"

#include <algorithm>
#include <cmath>

#include "tag/pair_reader.h"
#include "tag/tag_text.h"
#include "text/text.h"

namespace onrecord::model {

namespace {

bool same_word(const Word& a, const Word& b) {
  return a.span == b.span && a.letters == b.letters && a.quotation == b.quotation &&
         a.starts_paragraph == b.starts_paragraph;
}

bool same_pieces(const Model& model, const Sample& sample, const Scratch& scratch) {
  EncoderInput input;
  append_window(model, scratch.text, scratch.windows.front(), input);
  return std::equal(input.rows.begin(), input.rows.end(), sample.pieces.begin(), sample.pieces.end(),
                    [](const EncoderInput::Row& row, std::uint32_t piece) { return row.piece == piece; });
}

// A last bit that falls otherwise can move an input of the next product by a whole step of its 8 bits; over the layers
// of a real model that moves single scores by a few times the mean.
constexpr float single_score = 8.0f;

bool near(float a, float b, float tolerance) { return std::fabs(a - b) <= tolerance; }

// Mean and largest distance of the scores from the sample's.
bool same_scores(const Sample& sample, const Scratch& scratch) {
  double sum = 0.0;
  float largest = 0.0f;
  const auto compare = [&](float made, float expected) {
    sum += static_cast<double>(std::fabs(made - expected));
    // Written so that what is no number is not within the tolerance.
    if (!(std::fabs(made - expected) <= largest)) largest = std::fabs(made - expected);
  };
  for (std::size_t i = 0; i < sample.words.size(); ++i) {
    const float* row = scratch.labels.data() + i * (tag_count + name_count);
    for (std::size_t k = 0; k < tag_count; ++k) compare(row[k], sample.tag[i * tag_count + k]);
    for (std::size_t k = 0; k < name_count; ++k) compare(row[tag_count + k], sample.name[i * name_count + k]);
  }
  const auto count = static_cast<double>(sample.tag.size() + sample.name.size());
  return sum <= static_cast<double>(sample.tolerance) * count && near(largest, 0.0f, single_score * sample.tolerance);
}

Span place(const Scratch& scratch, Range words) {
  return {scratch.text.words[words.begin].span.begin, scratch.text.words[words.end - 1].span.end};
}

bool same_statements(const Sample& sample, const Scratch& scratch) {
  std::vector<Sample::Statement> made;
  for (std::uint32_t n = 0; n < scratch.found.cues.size(); ++n) {
    const FoundCue& cue = scratch.found.cues[n];
    if (cue.contents == 0) continue;
    Sample::Statement& statement = made.emplace_back();
    statement.cue.push_back(place(scratch, cue.words));
    statement.said = cue.said;
    if (cue.source != none) statement.source.push_back(place(scratch, scratch.found.sources[cue.source].words));
    for (const FoundContent& content : scratch.found.contents) {
      if (content.cue == n) statement.content.push_back(place(scratch, content.words));
    }
  }
  return std::equal(made.begin(), made.end(), sample.statements.begin(), sample.statements.end(),
                    [&](const Sample::Statement& a, const Sample::Statement& b) {
                      return a.source == b.source && a.cue == b.cue && a.content == b.content &&
                             near(a.said, b.said, single_score * sample.tolerance);
                    });
}

bool near(const PairLikelihoods& a, const PairLikelihoods& b, float tolerance) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& one, const auto& other) {
    return std::equal(one.begin(), one.end(), other.begin(), [&](float x, float y) { return near(x, y, tolerance); });
  });
}

bool same_likelihoods(const Model& model, const Kernels& kernels, const Sample& sample, const Scratch& scratch) {
  if (model.weights.judges.empty()) return true;
  Readings readings;
  for (const Word& word : scratch.text.words) readings.words.push_back(word.span);
  const auto numbers = static_cast<std::ptrdiff_t>(readings.words.size() * model.weights.judge_words.outputs);
  readings.rows.assign(scratch.readings.begin(), scratch.readings.begin() + numbers);
  append_lower(model, scratch, readings);
  return std::all_of(sample.judged.begin(), sample.judged.end(), [&](const Sample::Judged& judged) {
    const ModelPairReader reader(model, judged.of, kernels);
    return near(reader.read_once(readings, judged.question), judged.likely, sample.tolerance) &&
           near(reader.read_all_again(readings, judged.question), judged.again, sample.tolerance);
  });
}

}  // namespace

std::string check_samples(const Model& model, const Kernels& kernels, Scratch& scratch) {
  if (model.samples.empty()) return "it carries no samples";
  for (const Sample& sample : model.samples) {
    if (first_invalid_utf8(sample.text) != sample.text.size()) return "a sample is no text";
    tag_text(model, kernels, sample.text, scratch);
    const auto& words = scratch.text.words;
    if (words.empty() || !std::equal(words.begin(), words.end(), sample.words.begin(), sample.words.end(), same_word)) {
      return "it does not see the words of its samples";
    }
    if (!same_pieces(model, sample, scratch)) return "it does not see the word pieces of its samples";
    if (!same_scores(sample, scratch)) return "its scores are not those of its samples";
    if (!same_statements(sample, scratch)) return "its statements are not those of its samples";
    if (!same_likelihoods(model, kernels, sample, scratch)) {
      return "it does not judge the pairs of its samples as it should";
    }
  }
  return {};
}

}  // namespace onrecord::model
