#include "tag/second_reading.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "tag/encoder.h"
#include "tag/pair_judge.h"

namespace onrecord::model {

namespace {

using WordList = std::vector<std::uint32_t>;

constexpr std::size_t most_targets = 6;

// So many words of a statement's source, cue and content are read again at most, and so many around it.
struct Reach {
  std::size_t source, cue, content;
};
struct Around {
  std::uint32_t before, behind;
};
constexpr Reach of_actor{16, 8, 64};
constexpr Reach of_target{12, 8, 32};
constexpr std::size_t of_mention = 32;
constexpr Around around_actor{12, 6};
constexpr Around around_mention{8, 6};

// What a word is to the statement: marks 1 to 3 its own source, cue and content, 4 to 6 those of a target.
constexpr std::uint8_t target_marks = 3;
constexpr std::uint8_t mention_mark = 7;

void append_some(const std::vector<Span>& words, const std::vector<Span>& spans, std::size_t most, WordList& out) {
  const std::size_t before = out.size();
  for (const Span& span : spans) append_words(words, span, out);
  if (out.size() > before + most) out.resize(before + most);
}

void sort_out(WordList& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Adds the words before and behind those of `own`.
void widen(WordList& own, std::size_t count, Around around) {
  if (own.empty()) return;
  const auto [least, most] = std::minmax_element(own.begin(), own.end());
  const std::uint32_t first = *least, last = *most;
  for (std::uint32_t word = first < around.before ? 0 : first - around.before; word < first; ++word)
    own.push_back(word);
  const auto end = std::min(static_cast<std::uint32_t>(count), last + 1 + around.behind);
  for (std::uint32_t word = last + 1; word < end; ++word) own.push_back(word);
}

WordList together(const WordList& a, const WordList& b) {
  WordList out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// One statement and its likeliest targets.
struct Asked {
  std::vector<std::size_t> pairs;  // those of the question that are judged again, the likeliest first
  PairQuestion question;           // about them: the statement is its first
  WordList words;                  // that are read again; they rise
  std::vector<std::uint8_t> marks;
  std::uint32_t first = 0, last = 0;  // words of the statement's content and cue
};

// As pairs.roles_of: 1 source, 2 cue, 3 content, a later one over an earlier; the statements [begin, end).
void mark_roles(const std::vector<Span>& words, const PairQuestion& question, std::size_t begin, std::size_t end,
                std::uint8_t added, std::vector<std::uint8_t>& marks) {
  constexpr std::size_t content_words = 80;  // as the judge sees
  WordList found;
  for (std::uint8_t role = 0; role < 3; ++role) {
    for (std::size_t n = begin; n < end; ++n) {
      const PairQuestion::Pieces& pieces = question.statements[n];
      const std::vector<Span>* const spans[] = {&pieces.source, &pieces.cue, &pieces.content};
      found.clear();
      append_some(words, *spans[role], role == 2 ? content_words : words.size(), found);
      for (const std::uint32_t word : found) marks[word] = static_cast<std::uint8_t>(role + 1 + added);
    }
  }
}

// `from` and, of its pairs, those that may be read again, the likeliest first.
Asked ask(const std::vector<Span>& words, const PairQuestion& question, std::uint32_t from,
          std::span<const std::size_t> pairs) {
  Asked out;
  const PairQuestion::Pieces& actor = question.statements[from];
  WordList own, source;
  append_some(words, actor.content, of_actor.content, own);
  append_some(words, actor.cue, of_actor.cue, own);
  append_some(words, actor.source, of_actor.source, source);
  const WordList& place = own.empty() ? source : own;
  if (!place.empty()) {
    const auto [least, most] = std::minmax_element(place.begin(), place.end());
    out.first = *least;
    out.last = *most;
  }
  widen(own, words.size(), around_actor);
  own.insert(own.end(), source.begin(), source.end());
  sort_out(own);
  out.words = std::move(own);
  out.question.statements.push_back(actor);
  std::vector<std::uint32_t> targets;  // by pair; mentions count from 2^31 on
  constexpr std::uint32_t mentioned = 1u << 31;
  for (const std::size_t pair : pairs) {
    const std::uint32_t to = question.pairs[pair].to;
    WordList more;
    const bool statement = to < question.statements.size();
    const PairQuestion::Mention* const mention =
        statement ? nullptr : &question.mentions[to - question.statements.size()];
    if (statement) {
      append_some(words, question.statements[to].source, of_target.source, more);
      append_some(words, question.statements[to].cue, of_target.cue, more);
      append_some(words, question.statements[to].content, of_target.content, more);
    } else {
      append_some(words, {mention->words}, of_mention, more);
      widen(more, words.size(), around_mention);
    }
    sort_out(more);
    WordList all = together(out.words, more);
    if (!out.pairs.empty() && all.size() > most_read_again) continue;
    out.words = std::move(all);
    out.pairs.push_back(pair);
    if (statement) {
      targets.push_back(static_cast<std::uint32_t>(out.question.statements.size()));
      out.question.statements.push_back(question.statements[to]);
    } else {
      targets.push_back(mentioned + static_cast<std::uint32_t>(out.question.mentions.size()));
      out.question.mentions.push_back({mention->words, {}});
    }
  }
  const auto statements = static_cast<std::uint32_t>(out.question.statements.size());
  for (const std::uint32_t to : targets)
    out.question.pairs.push_back({0, to < mentioned ? to : statements + (to - mentioned)});
  const std::size_t features = question.features.size() / question.pairs.size();
  for (const std::size_t pair : out.pairs) {
    const auto row = question.features.begin() + static_cast<std::ptrdiff_t>(pair * features);
    out.question.features.insert(out.question.features.end(), row, row + static_cast<std::ptrdiff_t>(features));
  }
  return out;
}

void mark(const std::vector<Span>& words, Asked& asked) {
  asked.marks.assign(words.size(), 0);
  WordList found;
  for (const PairQuestion::Mention& mention : asked.question.mentions) append_words(words, mention.words, found);
  for (const std::uint32_t word : found) asked.marks[word] = mention_mark;
  mark_roles(words, asked.question, 1, asked.question.statements.size(), target_marks, asked.marks);
  mark_roles(words, asked.question, 0, 1, 0, asked.marks);
}

// The bucket of a signed distance in words, as links have them.
std::size_t bucket(const std::array<std::uint32_t, edge_count>& edges, std::int64_t distance) {
  const auto far = static_cast<std::uint64_t>(std::llabs(distance));
  const auto steps = std::upper_bound(edges.begin(), edges.end(), far) - edges.begin();
  const auto middle = static_cast<std::ptrdiff_t>(edge_count);
  return static_cast<std::size_t>(distance < 0 ? middle - steps : middle + steps);
}

// Reads for one statement after the other.
class Rereader {
 public:
  Rereader(const Model& model, const Kernels& kernels, const Readings& readings)
      : model_(model), second_(*model.weights.second), kernels_(kernels), readings_(readings) {}

  // By pair of asked.question.
  PairLikelihoods judge(Asked& asked) {
    Readings some;
    for (const std::uint32_t word : asked.words) some.words.push_back(readings_.words[word]);
    mark(some.words, asked);
    read(asked);
    const std::size_t count = asked.words.size();
    const std::size_t width = model_.blueprint.width;
    const FloatMatrix& matrix = second_.words;
    float* const words = rows_.data() + width;
    normalise_rows(words, count, width, words);
    some.rows.resize(count * matrix.outputs);
    kernels_.multiply_floats(words, count, matrix.inputs, matrix.weight.data(), matrix.bias.data(), matrix.outputs,
                             some.rows.data());
    return judge_pairs(second_.judge, matrix.outputs, kernels_, some, asked.question, asked.words);
  }

 private:
  // rows_ becomes [1 + words, width]: what [CLS] and the words are once they were read again.
  void read(const Asked& asked) {
    const std::size_t width = model_.blueprint.width;
    const std::size_t count = 1 + asked.words.size();
    if (rows_.size() < count * width) rows_.resize(count * width);
    const auto window = static_cast<std::size_t>(
        std::upper_bound(readings_.windows.begin(), readings_.windows.end(), asked.first) - readings_.windows.begin());
    place(0, readings_.words.size() + window, 0, 0);
    for (std::size_t n = 0; n < asked.words.size(); ++n) {
      const std::int64_t word = asked.words[n];
      const std::int64_t distance =
          word < asked.first ? word - asked.first : std::max<std::int64_t>(0, word - asked.last);
      place(n + 1, asked.words[n], asked.marks[n], distance);
    }
    encode_again(model_, kernels_, rows_.data(), count, scratch_, rows_.data());
  }

  void place(std::size_t row, std::size_t lower, std::uint8_t mark, std::int64_t distance) {
    const std::size_t width = model_.blueprint.width;
    const float* const from = readings_.lower.data() + lower * width;
    const float* const marked = second_.mark.data() + mark * width;
    const float* const far = second_.far.data() + bucket(model_.weights.edges, distance) * width;
    float* const out = rows_.data() + row * width;
    for (std::size_t k = 0; k < width; ++k) out[k] = from[k] + marked[k] + far[k];
  }

  const Model& model_;
  const SecondWeights& second_;
  const Kernels& kernels_;
  const Readings& readings_;
  EncoderScratch scratch_;
  Buffer<float> rows_;
};

}  // namespace

void SecondReading::revise(const Readings& readings, const PairQuestion& question, float least,
                           PairLikelihoods& likely) const {
  if (readings.lower.empty()) return;
  const SecondWeights& second = *model_.weights.second;
  Rereader rereader(model_, kernels_, readings);
  for (std::size_t first = 0, end = 0; first < likely.size(); first = end) {
    const std::uint32_t from = question.pairs[first].from;
    float asks = 0.0f;
    for (; end < likely.size() && question.pairs[end].from == from; ++end) {
      for (std::size_t k = 0; k < most_kinds; ++k) asks += second.asks[k] * likely[end][k];
    }
    if (asks < least) continue;
    std::vector<std::size_t> order(end - first);
    std::iota(order.begin(), order.end(), first);
    const auto sum = [&](std::size_t pair) { return std::accumulate(likely[pair].begin(), likely[pair].end(), 0.0f); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sum(a) > sum(b); });
    order.resize(std::min(order.size(), most_targets));
    Asked asked = ask(readings.words, question, from, order);
    const PairLikelihoods again = rereader.judge(asked);
    for (std::size_t pair = first; pair < end; ++pair) likely[pair].fill(0.0f);
    for (std::size_t n = 0; n < again.size(); ++n) likely[asked.pairs[n]] = again[n];
  }
}

}  // namespace onrecord::model
