#include "tag/pair_judge.h"

#include <algorithm>
#include <cmath>

namespace onrecord::model {

namespace {

constexpr std::size_t content_words = 80;   // so many of a content are looked at
constexpr std::size_t some_elsewhere = 12;  // so many of a mention's other places
constexpr std::size_t some_pairs = 64;      // go through the products together
constexpr float strongest = 15.0f;          // score of a word
constexpr float furthest = 5.0f;            // feature, in steps

struct Around {
  std::uint32_t before, behind;  // words
};
constexpr Around around_statement{25, 12};
constexpr Around around_mention{12, 10};

using WordList = std::vector<std::uint32_t>;
using Kinds = PairLikelihoods::value_type;

struct StatementWords {
  WordList zones[statement_zones];
};
struct MentionWords {
  WordList zones[mention_zones];
};

// The words before and behind `own`, which rise, and between them.
void append_around(const std::vector<Span>& words, const WordList& own, Around around, WordList& out) {
  if (own.empty()) return;
  const std::uint32_t begin = own.front() < around.before ? 0 : own.front() - around.before;
  const auto end = std::min(static_cast<std::uint32_t>(words.size()), own.back() + 1 + around.behind);
  for (std::uint32_t word = begin; word < end; ++word) {
    if (!std::binary_search(own.begin(), own.end(), word)) out.push_back(word);
  }
}

StatementWords words_of(const std::vector<Span>& words, const PairQuestion::Pieces& pieces) {
  StatementWords out;
  const std::vector<Span>* const spans[] = {&pieces.source, &pieces.cue, &pieces.content};
  for (std::size_t zone = 0; zone < 3; ++zone) {
    for (const Span& span : *spans[zone]) append_words(words, span, out.zones[zone]);
  }
  WordList& content = out.zones[2];
  if (content.size() > content_words) content.resize(content_words);
  WordList own;
  for (std::size_t zone = 0; zone < 3; ++zone) own.insert(own.end(), out.zones[zone].begin(), out.zones[zone].end());
  std::sort(own.begin(), own.end());
  append_around(words, own, around_statement, out.zones[3]);
  return out;
}

MentionWords words_of(const std::vector<Span>& words, const PairQuestion::Mention& mention) {
  MentionWords out;
  append_words(words, mention.words, out.zones[0]);
  append_around(words, out.zones[0], around_mention, out.zones[1]);
  for (std::size_t n = 0; n < std::min(mention.elsewhere.size(), some_elsewhere); ++n)
    append_words(words, mention.elsewhere[n], out.zones[2]);
  return out;
}

void multiply(const Kernels& kernels, const FloatMatrix& matrix, const float* rows, std::size_t count, float* out) {
  kernels.multiply_floats(rows, count, matrix.inputs, matrix.weight.data(), matrix.bias.data(), matrix.outputs, out);
}

// Each row of `rows` [count, norm width], with mean 0 and variance 1, times gain plus bias.
void normalise(float* rows, std::size_t count, const Norm& norm) {
  const std::size_t width = norm.gain.size();
  normalise_rows(rows, count, width, rows);
  for (std::size_t r = 0; r < count; ++r, rows += width) {
    for (std::size_t k = 0; k < width; ++k) rows[k] = rows[k] * norm.gain[k] + norm.bias[k];
  }
}

void keep_positive(float* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) values[i] = std::max(values[i], 0.0f);
}

// What one judge knows of the words and statements of a question.
class Reading {
 public:
  Reading(const PairWeights& weights, std::size_t columns, const Kernels& kernels, const Readings& readings,
          const PairQuestion& question, std::span<const std::uint32_t> numbers)
      : w_(weights),
        columns_(columns),
        kernels_(kernels),
        readings_(readings),
        question_(question),
        numbers_(numbers),
        width_(weights.shape.width),
        statements_(question.statements.size()),
        all_(statements_ + question.mentions.size()) {
    place_words();
    gather();
    all_rows(w_.target, vectors_, all_, targets_);
    all_rows(w_.target_types, vectors_, all_, target_types_);
    all_rows(w_.actor, vectors_, statements_, actors_);
    all_rows(w_.actor_types, vectors_, statements_, actor_types_);
    all_rows(w_.nothing, vectors_, statements_, nothing_);
  }

  // Scores by kind of the pairs [first, first + count), count at most some_pairs.
  void score(std::size_t first, std::size_t count, Kinds* out) {
    const std::size_t n = w_.feature_mean.size();
    told_.resize(some_pairs * n);
    for (std::size_t i = 0; i < count; ++i) {
      const float* from = question_.features.data() + (first + i) * n;
      for (std::size_t k = 0; k < n; ++k) {
        told_[i * n + k] = std::clamp((from[k] - w_.feature_mean[k]) / w_.feature_step[k], -furthest, furthest);
      }
    }
    all_rows(w_.features, told_, count, inner_);
    keep_positive(inner_.data(), count * w_.features.outputs);
    all_rows(w_.features_out, inner_, count, pair_);
    for (std::size_t i = 0; i < count; ++i) {
      const PairQuestion::Pair& pair = question_.pairs[first + i];
      const float* const actor = actors_.data() + pair.from * width_;
      const float* const target = targets_.data() + pair.to * width_;
      float* const row = pair_.data() + i * width_;
      for (std::size_t k = 0; k < width_; ++k) row[k] = std::max(actor[k] + target[k] + row[k], 0.0f);
    }
    normalise(pair_.data(), count, w_.pair_norm);
    all_rows(w_.pair, pair_, count, inner_);
    keep_positive(inner_.data(), count * w_.pair.outputs);
    all_rows(w_.types, inner_, count, types_);
    for (std::size_t i = 0; i < count; ++i) {
      const PairQuestion::Pair& pair = question_.pairs[first + i];
      const float* actor = actor_types_.data() + pair.from * w_.actor_types.outputs;
      const float* target = target_types_.data() + pair.to * w_.target_types.outputs;
      out[i].fill(0.0f);
      for (std::size_t kind = 0; kind < w_.shape.kinds; ++kind, actor += pair_rank, target += pair_rank) {
        float product = 0.0f;
        for (std::size_t k = 0; k < pair_rank; ++k) product += actor[k] * target[k];
        out[i][kind] = types_[i * w_.types.outputs + kind] + product / 4.0f;
      }
    }
  }

  // That a statement does nothing.
  float nothing(std::uint32_t statement) const { return nothing_[statement * w_.nothing.outputs]; }

 private:
  void all_rows(const FloatMatrix& matrix, const Buffer<float>& rows, std::size_t count, Buffer<float>& out) {
    if (out.size() < std::max(count, some_pairs) * matrix.outputs)
      out.resize(std::max(count, some_pairs) * matrix.outputs);
    multiply(kernels_, matrix, rows.data(), count, out.data());
  }

  // rows_ becomes what the tagger kept of each word, and what its part in statements and its place add.
  void place_words() {
    for (const PairQuestion::Pieces& pieces : question_.statements) words_.push_back(words_of(readings_.words, pieces));
    std::vector<std::uint8_t> role(readings_.words.size());
    for (std::uint8_t zone = 0; zone < 3; ++zone) {
      for (const StatementWords& statement : words_) {
        for (const std::uint32_t word : statement.zones[zone]) role[word] = static_cast<std::uint8_t>(zone + 1);
      }
    }
    const std::size_t told = w_.shape.of_word();
    rows_.resize(role.size() * told);
    for (std::size_t word = 0; word < role.size(); ++word) {
      float* const row = rows_.data() + word * told;
      const float* const read = readings_.rows.data() + word * columns_ + w_.column;
      const float* const by_role = w_.role.data() + role[word] * told;
      const std::size_t number = numbers_.empty() ? word : numbers_[word];
      const float* const by_place = w_.place.data() + std::min<std::size_t>(number / 16, pair_places - 1) * told;
      for (std::size_t k = 0; k < told; ++k) row[k] = read[k] + (by_role[k] + by_place[k]);
    }
  }

  // The words' mean, head by head, each weighted by its score for the zone; zeros where there is no word.
  void take_mean(const WordList& words, std::size_t zone, float* out) const {
    const std::size_t columns = w_.shape.of_word();
    const std::size_t across = width_ / pair_heads;
    std::fill_n(out, width_, 0.0f);
    for (std::size_t head = 0; head < pair_heads; ++head) {
      float total = 1e-6f;
      float* const to = out + head * across;
      for (const std::uint32_t word : words) {
        const float* const row = rows_.data() + word * columns;
        const float score = std::clamp(row[zone * pair_heads + head], -strongest, strongest);
        // In double precision, where no two libraries' results differ by what could show.
        const auto weight = static_cast<float>(std::exp(static_cast<double>(score)));
        const float* const value = row + pair_zones * pair_heads + head * across;
        total += weight;
        for (std::size_t k = 0; k < across; ++k) to[k] += weight * value[k];
      }
      for (std::size_t k = 0; k < across; ++k) to[k] /= total;
    }
  }

  // vectors_ [statements, then mentions; width].
  void gather() {
    Buffer<float> means(statements_ * statement_zones * width_), made;
    for (std::size_t n = 0; n < statements_; ++n) {
      for (std::size_t zone = 0; zone < statement_zones; ++zone)
        take_mean(words_[n].zones[zone], zone, means.data() + (n * statement_zones + zone) * width_);
    }
    all_rows(w_.zones, means, statements_, vectors_);
    const std::size_t mentions = all_ - statements_;
    means.resize(std::max(means.size(), mentions * mention_zones * width_));
    for (std::size_t n = 0; n < mentions; ++n) {
      const MentionWords words = words_of(readings_.words, question_.mentions[n]);
      for (std::size_t zone = 0; zone < mention_zones; ++zone)
        take_mean(words.zones[zone], statement_zones + zone, means.data() + (n * mention_zones + zone) * width_);
    }
    all_rows(w_.mention, means, mentions, made);
    vectors_.resize(std::max(vectors_.size(), all_ * width_));
    std::copy_n(made.begin(), mentions * width_, vectors_.begin() + static_cast<std::ptrdiff_t>(statements_ * width_));
    keep_positive(vectors_.data(), all_ * width_);
    normalise(vectors_.data(), statements_, w_.norm);
    normalise(vectors_.data() + statements_ * width_, mentions, w_.mention_norm);
  }

  const PairWeights& w_;
  const std::size_t columns_;
  const Kernels& kernels_;
  const Readings& readings_;
  const PairQuestion& question_;
  const std::span<const std::uint32_t> numbers_;
  const std::size_t width_, statements_, all_;
  std::vector<StatementWords> words_;
  Buffer<float> rows_, vectors_;
  Buffer<float> actors_, targets_, actor_types_, target_types_, nothing_;  // by statement, or statement and mention
  Buffer<float> told_, inner_, pair_, types_;                              // of some pairs
};

// The scores of one statement's pairs, and that of doing nothing, become likelihoods.
void share_out(Kinds* scores, std::size_t count, std::size_t kinds, float nothing) {
  double top = static_cast<double>(nothing);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < kinds; ++k) top = std::max(top, static_cast<double>(scores[i][k]));
  }
  double total = std::exp(static_cast<double>(nothing) - top);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < kinds; ++k) total += std::exp(static_cast<double>(scores[i][k]) - top);
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < kinds; ++k)
      scores[i][k] = static_cast<float>(std::exp(static_cast<double>(scores[i][k]) - top) / total);
  }
}

}  // namespace

void append_words(const std::vector<Span>& words, const Span& span, std::vector<std::uint32_t>& out) {
  const auto first = std::upper_bound(words.begin(), words.end(), span.begin,
                                      [](std::uint32_t at, const Span& word) { return at < word.end; });
  for (auto word = first; word != words.end() && word->begin < span.end; ++word)
    out.push_back(static_cast<std::uint32_t>(word - words.begin()));
}

PairLikelihoods judge_pairs(const PairWeights& weights, std::size_t columns, const Kernels& kernels,
                            const Readings& readings, const PairQuestion& question,
                            std::span<const std::uint32_t> numbers) {
  PairLikelihoods out(question.pairs.size());
  Reading reading(weights, columns, kernels, readings, question, numbers);
  for (std::size_t first = 0; first < out.size(); first += some_pairs) {
    reading.score(first, std::min(some_pairs, out.size() - first), out.data() + first);
  }
  for (std::size_t first = 0, end = 0; first < out.size(); first = end) {
    const std::uint32_t from = question.pairs[first].from;
    while (end < out.size() && question.pairs[end].from == from) ++end;
    share_out(out.data() + first, end - first, weights.shape.kinds, reading.nothing(from));
  }
  return out;
}

void normalise_rows(const float* rows, std::size_t count, std::size_t width, float* out) {
  for (std::size_t r = 0; r < count; ++r, rows += width, out += width) {
    // Four sums, since one would wait for itself at each step.
    double sums[4] = {}, squares[4] = {};
    for (std::size_t k = 0; k < width; k += 4) {
      for (std::size_t j = 0; j < 4; ++j) sums[j] += static_cast<double>(rows[k + j]);
    }
    const double mean = (sums[0] + sums[1] + sums[2] + sums[3]) / static_cast<double>(width);
    for (std::size_t k = 0; k < width; k += 4) {
      for (std::size_t j = 0; j < 4; ++j) {
        const double apart = static_cast<double>(rows[k + j]) - mean;
        squares[j] += apart * apart;
      }
    }
    const double variance = (squares[0] + squares[1] + squares[2] + squares[3]) / static_cast<double>(width);
    const auto middle = static_cast<float>(mean);
    const auto scale = static_cast<float>(1.0 / std::sqrt(variance + 1e-5));
    for (std::size_t k = 0; k < width; ++k) out[k] = (rows[k] - middle) * scale;
  }
}

}  // namespace onrecord::model
