#include "resolve/audiences.h"

#include <algorithm>

#include "resolve/learned.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr float far_away = 60.0f;

// As in days.cpp, the places are the trees'.
float cue_code(std::string_view word) {
  constexpr std::array<std::string_view, 12> words{"said",  "told",   "says",  "say",    "wrote",     "tweeted",
                                                   "added", "adding", "asked", "posted", "according", "continued"};
  return static_cast<float>(std::ranges::find(words, word) - words.begin());
}

}  // namespace

AudienceChooser::AudienceChooser(const Scene& scene)
    : scene_(scene), first_(scene.statements.size(), none), place_(scene.statements.size(), 0) {
  for (std::uint32_t k = 0; k < scene.order.size(); ++k) place_[scene.order[k]] = k;
  for (const std::uint32_t i : scene.order) {
    for (std::uint32_t a = 0; a < scene.audiences[i].size(); ++a) {
      const std::string& name = scene.audiences[i][a].name;
      auto known = std::ranges::find(candidates_, name, &AudienceCandidate::name);
      if (known == candidates_.end()) known = candidates_.insert(known, {name, {}});
      known->uses.emplace_back(i, a);
      if (a == 0) first_[i] = static_cast<std::uint32_t>(known - candidates_.begin());
    }
  }
}

std::optional<AudienceCase> AudienceChooser::weigh(std::uint32_t i, std::uint32_t which) const {
  const Reading& reading = scene_.reading;
  const Setting& setting = scene_.settings.of[i];
  const AudienceCandidate& candidate = candidates_[which];
  const std::uint32_t paragraph = scene_.paragraph_of(i);
  const std::uint32_t figure = scene_.figures[i];
  const auto apart = [&](std::uint32_t j) {
    const std::uint32_t there = scene_.paragraph_of(j);
    return static_cast<float>(there > paragraph ? there - paragraph : paragraph - there);
  };

  // who else was told so, and how near
  float own = 0.0f;
  float same_back = far_away;
  float same_ahead = far_away;
  float others_back = far_away;
  float same_day = 0.0f;
  std::uint32_t nearest = none;
  float nearest_far = 1000.0f;
  const Audience* told = nullptr;
  for (const auto& [j, a] : candidate.uses) {
    const Audience& audience = scene_.audiences[j][a];
    const bool same = figure != none && scene_.figures[j] == figure;
    const bool before = place_[j] < place_[i];
    float far = apart(j);
    if (j == i) {
      own = std::max(own, audience.confidence);
      far = -1.0f;
    } else if (same && before) {
      same_back = std::min(same_back, far);
    } else if (same) {
      same_ahead = std::min(same_ahead, far);
    } else {
      if (before) others_back = std::min(others_back, far);
      far += 20.0f;
    }
    if (!before && j != i) far += 2.0f;
    if (far >= nearest_far) continue;
    nearest_far = far;
    nearest = j;
    told = &audience;
    const auto& mine = scene_.carried[i];
    const auto& other = scene_.carried[j];
    same_day = !mine || !other ? 0.0f : mine->from == other->from && mine->to == other->to ? 1.0f : -1.0f;
  }
  if (own == 0.0f && same_back == far_away && same_ahead == far_away && others_back > 6.0f) return std::nullopt;
  float differing_back = far_away;
  float differing_ahead = far_away;
  float speaks = 0.0f;
  for (std::uint32_t j = 0; j < scene_.statements.size(); ++j) {
    if (figure == none || scene_.figures[j] != figure) continue;
    if (j < scene_.given) speaks += 1.0f;
    if (j == i || first_[j] == none || first_[j] == which) continue;
    float& differing = place_[j] < place_[i] ? differing_back : differing_ahead;
    differing = std::min(differing, apart(j));
  }
  float between = 0.0f;
  for (std::uint32_t k = std::min(place_[nearest], place_[i]) + 1; k < std::max(place_[nearest], place_[i]); ++k) {
    const std::uint32_t other = scene_.order[k];
    if (other < scene_.given && scene_.figures[other] != figure) between += 1.0f;
  }

  const Word& cue = reading.words[setting.cue];
  float verb = 12.0f;
  bool had = false;
  for (std::uint32_t w = setting.cue; w < setting.cue_end && w < reading.words.size(); ++w) {
    verb = std::min(verb, cue_code(reading.words[w].lower));
    had = had || reading.words[w].lower == "had";
  }
  const Range span = reading.words_in(told->span);
  WordClasses classes = 0;
  bool capital = false;
  bool named = false;
  for (std::uint32_t w = span.begin; w < span.end; ++w) {
    classes |= reading.words[w].classes;
    capital = capital || reading.words[w].capitalised();
    named = named || scene_.cast.name_at(w) != none;
  }
  const Statement& statement = scene_.statements[i];
  const bool carried = !scene_.carried_audience[i].empty() && scene_.carried_audience[i] == candidate.name;
  const std::uint32_t sentence = scene_.sentence_of(i);

  AudienceCase made;
  // the headline and the lead, whose speaker is only named later, do not tell to whom that one spoke there
  made.tied = own > 0.0f || (!scene_.introduced_later[i] && (carried || same_back != far_away || same_ahead <= 4.0f));
  // another day's audience is another occasion's
  if (own == 0.0f && same_day < 0.0f) made.tied = false;
  made.features = {
      reading.sentences[sentence].title_case ? 1.0f : 0.0f,
      tense_code(scene_, i),
      verb,
      cue.is(c::speech_verb) ? 1.0f : 0.0f,
      cue.lower.ends_with("ing") ? 1.0f : 0.0f,
      had ? 1.0f : 0.0f,
      static_cast<float>(statement.form),
      source_code(scene_, i),
      kind_code(scene_, i),
      tells_of_other_times(scene_, i) ? 1.0f : 0.0f,
      told_by_another(scene_, i) ? 1.0f : 0.0f,
      own,
      first_[i] == which  ? 1.0f
      : first_[i] == none ? 0.0f
                          : -1.0f,
      first_[i] != none && first_[i] != which ? scene_.audiences[i].front().confidence : 0.0f,
      static_cast<float>(told->by),
      told->confidence,
      same_day,
      carried                              ? 1.0f
      : scene_.carried_audience[i].empty() ? 0.0f
                                           : -1.0f,
      same_back,
      same_ahead,
      others_back,
      differing_back,
      differing_ahead,
      between,
      static_cast<float>(sentence) - static_cast<float>(scene_.sentence_of(nearest)),
      static_cast<float>(candidate.uses.size()),
      static_cast<float>(candidates_.size()),
      speaks / static_cast<float>(std::max(1u, scene_.given)),
      static_cast<float>(span.size()),
      named ? 1.0f : 0.0f,
      capital ? 1.0f : 0.0f,
      (classes & c::outlet) != 0 ? 1.0f : 0.0f,
      (classes & c::gathering) != 0 ? 1.0f : 0.0f,
      (classes & c::medium) != 0 ? 1.0f : 0.0f,
      (classes & (c::people | c::person)) != 0 ? 1.0f : 0.0f,
      told->pronoun != none ? 1.0f : 0.0f,
  };
  return made;
}

AudienceChoice AudienceChooser::choose(std::uint32_t i) const {
  AudienceChoice best;
  std::uint32_t chosen = none;
  for (std::uint32_t k = 0; k < candidates_.size(); ++k) {
    const auto made = weigh(i, k);
    if (!made || !made->tied) continue;
    const float likely = probability(told_trees, made->features);
    if (likely <= best.probability) continue;
    best.probability = likely;
    chosen = k;
  }
  if (chosen == none) return best;
  std::uint32_t nearest = none;
  for (const auto& [j, a] : candidates_[chosen].uses) {
    const std::uint32_t far = place_[j] > place_[i] ? place_[j] - place_[i] : place_[i] - place_[j];
    if (far >= nearest) continue;
    nearest = far;
    best.audience = &scene_.audiences[j][a];
  }
  return best;
}

}  // namespace onrecord::resolving
