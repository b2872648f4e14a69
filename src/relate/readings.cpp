#include "relate/readings.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace onrecord::relating {

namespace {

using Words = std::vector<std::uint32_t>;  // indices into Readings::words, rising

constexpr std::size_t most_words = 64;  // of each role that are read

// Appends the words that `span` overlaps, as far as there is room for them.
void append_words(const Readings& readings, Span span, std::size_t room, Words& out) {
  auto word = std::upper_bound(readings.words.begin(), readings.words.end(), span.begin,
                               [](std::uint32_t at, const Span& w) { return at < w.end; });
  for (; word != readings.words.end() && word->begin < span.end && room > 0; ++word, --room)
    out.push_back(static_cast<std::uint32_t>(word - readings.words.begin()));
}

Words words_of(const Readings& readings, const Statement& statement) {
  Words words;
  for (const std::vector<Span>* role : {&statement.cue, &statement.content, &statement.source}) {
    const std::size_t before = words.size();
    for (const Span span : *role) append_words(readings, span, most_words - (words.size() - before), words);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.empty()) words.push_back(0);
  return words;
}

// The columns [first, first + out.size()) of the words' rows, weighted by the softmax of column `gate`.
void pool(const Readings& readings, const Words& words, std::uint32_t gate, std::size_t first, std::span<float> out) {
  const std::size_t width = readings.width();
  const auto row = [&](std::uint32_t word) { return readings.rows.data() + word * width; };
  float most = row(words.front())[gate];
  for (const std::uint32_t word : words) most = std::max(most, row(word)[gate]);
  float total = 0.0f;
  std::fill(out.begin(), out.end(), 0.0f);
  for (const std::uint32_t word : words) {
    const float weight = std::exp(row(word)[gate] - most);
    total += weight;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += weight * row(word)[first + i];
  }
  for (float& value : out) value /= total;
}

// Statements and then mentions, as they act and as they are acted on.
struct Pooled {
  std::vector<std::uint32_t> first_word;
  std::vector<float> actors;   // [statements, groups * vector]
  std::vector<float> targets;  // [statements and mentions, vector]
};

Pooled pool_all(const ArticleFacts& article, const Readings& readings, CandidateSet& set) {
  Pooled out;
  const std::size_t vector = readings.vector;
  const std::size_t of_actor = Readings::groups * vector;
  const std::size_t statements = article.statements.size();
  out.actors.resize(statements * of_actor);
  out.targets.resize((statements + set.mentions.size()) * vector);
  const auto as_target = [&](std::size_t n, const Words& words) {
    out.first_word.push_back(words.front());
    pool(readings, words, Readings::target_gate, Readings::vectors + of_actor,
         std::span(out.targets).subspan(n * vector, vector));
  };
  for (std::size_t n = 0; n < statements; ++n) {
    const Words words = words_of(readings, article.statements[n]);
    ReadActs acts;
    pool(readings, words, Readings::actor_gate, 0, acts.as_actor);
    pool(readings, words, Readings::target_gate, 0, acts.as_target);
    set.read_acts.push_back(acts);
    pool(readings, words, Readings::actor_gate, Readings::vectors,
         std::span(out.actors).subspan(n * of_actor, of_actor));
    as_target(n, words);
  }
  for (std::size_t n = 0; n < set.mentions.size(); ++n) {
    Words words;
    append_words(readings, set.mentions[n].whole, readings.words.size(), words);
    if (words.empty()) words.push_back(0);
    as_target(statements + n, words);
  }
  return out;
}

float distance_bias(const Readings& readings, std::size_t group, std::uint32_t from, std::uint32_t to) {
  const std::uint32_t far = from < to ? to - from : from - to;
  const auto size = static_cast<std::size_t>(std::upper_bound(readings.edges.begin(), readings.edges.end(), far) -
                                             readings.edges.begin());
  return readings.distance[group][to >= from ? readings.edges.size() + size : readings.edges.size() - size];
}

// Each tie as the log of its share among the pairs [first, end) of one statement.
void compare(CandidateSet& set, std::size_t first, std::size_t end) {
  for (std::size_t group = 0; group < Readings::groups; ++group) {
    float most = set.read_ties[first].tie[group];
    for (std::size_t n = first; n < end; ++n) most = std::max(most, set.read_ties[n].tie[group]);
    float total = 0.0f;
    for (std::size_t n = first; n < end; ++n) total += std::exp(set.read_ties[n].tie[group] - most);
    for (std::size_t n = first; n < end; ++n)
      set.read_ties[n].share[group] = set.read_ties[n].tie[group] - most - std::log(total);
  }
}

}  // namespace

void add_readings(const ArticleFacts& article, const Readings& readings, CandidateSet& set) {
  if (readings.empty()) return;
  const Pooled pooled = pool_all(article, readings, set);
  const std::size_t vector = readings.vector;
  const float root = std::sqrt(static_cast<float>(vector));
  set.read_ties.resize(set.pairs.size());
  for (std::size_t n = 0; n < set.pairs.size(); ++n) {
    const Candidate& pair = set.pairs[n];
    const std::size_t target = pair.to != none ? pair.to : article.statements.size() + pair.mention;
    for (std::size_t group = 0; group < Readings::groups; ++group) {
      const float* const q = pooled.actors.data() + (pair.from * Readings::groups + group) * vector;
      const float* const k = pooled.targets.data() + target * vector;
      float sum = 0.0f;
      for (std::size_t i = 0; i < vector; ++i) sum += q[i] * k[i];
      set.read_ties[n].tie[group] =
          sum / root + distance_bias(readings, group, pooled.first_word[pair.from], pooled.first_word[target]);
    }
  }
  for (std::size_t first = 0; first < set.pairs.size();) {
    std::size_t end = first;
    while (end < set.pairs.size() && set.pairs[end].from == set.pairs[first].from) ++end;
    compare(set, first, end);
    first = end;
  }
}

}  // namespace onrecord::relating
