#include "relate/likeness.h"

#include <algorithm>
#include <cmath>

#include "relate/alignment.h"
#include "relate/occasion.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord::relating {

namespace {

struct Weights {
  float bias;
  Likeness of;
};

constexpr Weights weights{
#include "relate/likeness_weights.inc"
};

float share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0f : static_cast<float>(part) / static_cast<float>(whole);
}

float capped(std::int64_t value, std::int64_t most) {
  return static_cast<float>(std::min(value, most)) / static_cast<float>(most);
}

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Likeness likeness(const Report& a, const Report& b) {
  Likeness made{};
  made[0] = same_speaker(a, b) == SameSpeaker::yes ? 1.0f : 0.0f;

  const std::vector<std::string> shared = shared_words(a.stems, b.stems);
  const double common = total_weight(shared);
  made[1] = static_cast<float>(common / (std::min(a.stems_weight, b.stems_weight) + 1e-3));
  made[2] = static_cast<float>(std::log1p(common));

  std::size_t in_runs = 0;
  for (const Block& block : align(a.content_words, b.content_words)) in_runs += block.words >= 2 ? block.words : 0;
  made[3] = share(in_runs, std::min(a.content_words.size(), b.content_words.size()));

  std::uint32_t longest = 0;
  for (const Block& block : align(a.quoted_words, b.quoted_words)) longest = std::max(longest, block.words);
  made[4] = capped(longest, 8);

  const auto apart = days_apart(a, b);
  const auto x = days_of(a);
  const auto y = days_of(b);
  if (apart) made[5] = capped(*apart, 5);
  if (apart && x->told && y->told) made[6] = capped(*apart, 3);

  made[7] = a.quoted_words.empty() || b.quoted_words.empty() ? 1.0f : 0.0f;
  made[8] = a.view.act == b.view.act ? 1.0f : 0.0f;
  made[9] = static_cast<float>(std::min<std::ptrdiff_t>(std::count_if(shared.begin(), shared.end(), is_number), 2));
  return made;
}

float likelihood(const Likeness& likeness) {
  float logit = weights.bias;
  for (std::size_t i = 0; i < likeness.size(); ++i) logit += weights.of[i] * likeness[i];
  return 1.0f / (1.0f + std::exp(-logit));
}

}  // namespace onrecord::relating
