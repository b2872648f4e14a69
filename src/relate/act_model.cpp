#include "relate/act_model.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "relate/model_tables.h"

namespace onrecord::relating {

namespace {

constexpr std::size_t most_words = 40;    // of a zone
constexpr std::size_t words_before = 25;  // the last ones of the sentence before

void add(std::vector<std::uint32_t>& grams, std::string_view zone, const std::string& a, const std::string& b) {
  std::string gram(zone);
  gram.append(":").append(a);
  if (!b.empty()) gram.append("_").append(b);
  grams.push_back(XXH32(gram.data(), gram.size(), 0));
}

}  // namespace

std::vector<std::uint32_t> grams_of(const ArticleFacts& article, std::uint32_t statement) {
  struct Named {
    Zone zone;
    std::string_view name;
    bool near;  // counted once more together with the other near zones
  };
  constexpr std::array zones{Named{Zone::cue, "cue", true}, Named{Zone::head, "head", true},
                             Named{Zone::lead, "lead", true}, Named{Zone::before, "before", false},
                             Named{Zone::rest, "rest", false}};
  std::vector<std::uint32_t> grams;
  for (const Named& named : zones) {
    const std::vector<std::uint32_t>& words = article.facts[statement].words[static_cast<std::size_t>(named.zone)];
    std::size_t begin = 0;
    std::size_t end = std::min(words.size(), most_words);
    if (named.zone == Zone::before && words.size() > words_before) {
      begin = words.size() - words_before;
      end = words.size();
    }
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& word = article.words[words[i]].text;
      const bool pair = i + 1 < end && words[i + 1] == words[i] + 1;
      const std::string next = pair ? article.words[words[i + 1]].text : std::string();
      add(grams, named.name, word, {});
      if (pair) add(grams, named.name, word, next);
      if (!named.near) continue;
      add(grams, "near", word, {});
      if (pair) add(grams, "near", word, next);
    }
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::array<float, act_outcomes> act_scores(const ArticleFacts& article, std::uint32_t statement) {
  std::array<float, act_outcomes> scores = tables::act_bias;
  for (const std::uint32_t gram : grams_of(article, statement)) {
    const auto found = std::lower_bound(tables::act_grams.begin(), tables::act_grams.end(), gram);
    if (found == tables::act_grams.end() || *found != gram) continue;
    const std::size_t row = static_cast<std::size_t>(found - tables::act_grams.begin()) * act_outcomes;
    for (std::size_t k = 0; k < act_outcomes; ++k)
      scores[k] += tables::act_scale * static_cast<float>(tables::act_weights[row + k]);
  }
  return scores;
}

}  // namespace onrecord::relating
