#include "relate/act_model.h"

// Most grams are shorter than a call of the library is long.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bitset>
#include <string>

#include "relate/model_tables.h"

namespace onrecord::relating {

namespace {

constexpr std::size_t most_words = 40;    // of a zone
constexpr std::size_t words_before = 25;  // the last ones of the sentence before

// Calls `use` with the hash of each word and word pair, some more than once.
template <class Use>
void each_gram(const ArticleFacts& article, std::uint32_t statement, const Use& use) {
  struct Named {
    Zone zone;
    std::string_view name;
    bool near;  // counted once more together with the other near zones
  };
  constexpr std::array zones{Named{Zone::cue, "cue", true}, Named{Zone::head, "head", true},
                             Named{Zone::lead, "lead", true}, Named{Zone::before, "before", false},
                             Named{Zone::rest, "rest", false}};
  std::string gram;
  const auto add = [&](std::string_view zone, const std::string& a, const std::string* b) {
    gram.assign(zone).append(":").append(a);
    use(XXH32(gram.data(), gram.size(), 0));
    if (b == nullptr) return;
    gram.append("_").append(*b);
    use(XXH32(gram.data(), gram.size(), 0));
  };
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
      const std::string* const next = pair ? &article.words[words[i + 1]].text : nullptr;
      add(named.name, word, next);
      if (named.near) add("near", word, next);
    }
  }
}

// Most grams have no weight: those of a place in this table that no listed gram has are not looked up.
class Listed {
 public:
  Listed() {
    for (const std::uint32_t gram : tables::act_grams) places_.set(gram % places);
  }
  bool may_hold(std::uint32_t gram) const { return places_.test(gram % places); }

 private:
  static constexpr std::size_t places = 1 << 16;
  std::bitset<places> places_;
};

}  // namespace

std::vector<std::uint32_t> grams_of(const ArticleFacts& article, std::uint32_t statement) {
  std::vector<std::uint32_t> grams;
  each_gram(article, statement, [&](std::uint32_t gram) { grams.push_back(gram); });
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::array<float, act_outcomes> act_scores(const ArticleFacts& article, std::uint32_t statement) {
  std::array<float, act_outcomes> scores = tables::act_bias;
  static const Listed listed;
  std::vector<std::uint32_t> grams;
  each_gram(article, statement, [&](std::uint32_t gram) {
    if (listed.may_hold(gram)) grams.push_back(gram);
  });
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  for (const std::uint32_t gram : grams) {
    const auto found = std::lower_bound(tables::act_grams.begin(), tables::act_grams.end(), gram);
    if (found == tables::act_grams.end() || *found != gram) continue;
    const std::size_t row = static_cast<std::size_t>(found - tables::act_grams.begin()) * act_outcomes;
    for (std::size_t k = 0; k < act_outcomes; ++k)
      scores[k] += tables::act_scale * static_cast<float>(tables::act_weights[row + k]);
  }
  return scores;
}

}  // namespace onrecord::relating
