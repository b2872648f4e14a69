// Above 400 lines: the features of an audience are one list in the trees' order, and what makes each stands beside it.
#include "resolve/audiences.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr float far_away = 60.0f;

// As in days.cpp, the places are the trees'.
float cue_code(std::string_view word) {
  static constexpr WordSet words{"said",  "told",   "says",  "say",    "wrote",     "tweeted",
                                 "added", "adding", "asked", "posted", "according", "continued"};
  return static_cast<float>(words.index_of(word));
}

float head_code(std::string_view word) {
  static constexpr WordSet words{
      "debate", "interview", "rally", "speech", "statement",  "hearing", "poll",     "tweet", "twitter",  "facebook",
      "letter", "briefing",  "forum", "event",  "conference", "call",    "report",   "book",  "study",    "show",
      "ad",     "post",      "crowd", "hall",   "reporter",   "meeting", "campaign", "media", "audience", "floor"};
  return static_cast<float>(words.index_of(word));
}

float before_code(std::string_view word) {
  static constexpr WordSet words{"",     "in",  "at",     "on", "during", "to",  "with",    "told",
                                 "from", "for", "before", "of", "via",    "the", "against", "after"};
  return static_cast<float>(words.index_of(word));
}

// "tweet" for "tweets"; several debates are not the one.
std::string singular(const std::string& word) {
  if (word == "debates" || word == "interviews" || word == "rallies" || word == "speeches") return word;
  return word.size() > 4 && word.ends_with("s") && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

// What two names of one audience have in common: their words without articles and marks, sorted, each once.
std::vector<std::string> plain_words(const Reading& reading, Range range) {
  std::vector<std::string> words;
  for (std::uint32_t w = range.begin; w < range.end; ++w) {
    const Word& word = reading.words[w];
    if (word.kind == TokenKind::punctuation || word.kind == TokenKind::quote_mark) continue;
    if (word.is(c::preposition) || word.lower == "the" || word.lower == "a" || word.lower == "an") continue;
    words.push_back(singular(word.lower));
  }
  std::ranges::sort(words);
  const auto repeated = std::ranges::unique(words);
  words.erase(repeated.begin(), repeated.end());
  return words;
}

}  // namespace

AudienceChooser::AudienceChooser(const Scene& scene)
    : scene_(scene), first_(scene.statements.size(), none), place_(scene.statements.size(), 0) {
  for (std::uint32_t k = 0; k < scene.order.size(); ++k) place_[scene.order[k]] = k;
  find_companions();
  gather();
}

// A post stands on a platform, an interview is given to an outlet, a speech is held at a place: what one sentence says
// of both is one audience.
void AudienceChooser::find_companions() {
  constexpr std::uint32_t reach = 14;  // words apart
  const auto is_form = [](const Venue& venue) {
    return venue.kind == VenueKind::gathering || venue.kind == VenueKind::medium || venue.kind == VenueKind::document;
  };
  companion_.assign(scene_.venues.size(), none);
  for (std::uint32_t a = 0; a < scene_.venues.size(); ++a) {
    const Venue& one = scene_.venues[a];
    std::uint32_t nearest = reach;
    const auto try_other = [&](std::uint32_t b) {
      const Venue& other = scene_.venues[b];
      const std::uint32_t far = b > a ? other.words.begin - std::min(other.words.begin, one.words.end)
                                      : one.words.begin - std::min(one.words.begin, other.words.end);
      if (is_form(one) == is_form(other) || far >= nearest) return;
      if (scene_.settings.report[one.head] != scene_.settings.report[other.head]) return;
      nearest = far;
      companion_[a] = b;
    };
    for (std::uint32_t b = a; b > 0 && scene_.venues[b - 1].sentence == one.sentence; --b) try_other(b - 1);
    for (std::uint32_t b = a + 1; b < scene_.venues.size() && scene_.venues[b].sentence == one.sentence; ++b)
      try_other(b);
  }
}

// "interview, NBC's “Meet the Press”"
std::string AudienceChooser::full_name(const std::string& name, Range words, std::uint32_t companion) const {
  if (companion == none) return name;
  const Venue& other = scene_.venues[companion];
  if (other.words.begin < words.end && words.begin < other.words.end) return name;
  if (name.find(other.name) != std::string::npos || other.name.find(name) != std::string::npos) return name;
  return name + ", " + other.name;
}

AudienceCandidate& AudienceChooser::candidate_of(std::vector<std::string> words, const std::string& head) {
  for (AudienceCandidate& known : candidates_) {
    const bool within = std::ranges::includes(known.words, words);
    if (!within && !std::ranges::includes(words, known.words)) continue;
    // "debate" and "Republican debate", but not "New York" and "New York Times"
    if (words.size() != known.words.size() && !std::ranges::binary_search(known.words, head)) continue;
    if (!within) known.words = std::move(words);
    return known;
  }
  candidates_.push_back({std::move(words), {}, {}});
  return candidates_.back();
}

void AudienceChooser::gather() {
  const Reading& reading = scene_.reading;
  for (std::uint32_t v = 0; v < scene_.venues.size(); ++v) {
    const Venue& venue = scene_.venues[v];
    AudienceCandidate& candidate =
        candidate_of(plain_words(reading, venue.words), singular(reading.words[venue.head].lower));
    candidate.venues.push_back(v);
    of_venue_.push_back(static_cast<std::uint32_t>(&candidate - candidates_.data()));
  }
  for (const std::uint32_t i : scene_.order) {
    for (std::uint32_t a = 0; a < scene_.audiences[i].size(); ++a) {
      const Audience& audience = scene_.audiences[i][a];
      const Range words = reading.words_in(audience.span);
      if (words.empty()) continue;
      // a pronoun's words are another's name
      std::vector<std::string> plain =
          audience.pronoun == none ? plain_words(reading, words) : std::vector<std::string>{lower(audience.name)};
      const auto head = std::find_if(reading.words.begin() + words.begin, reading.words.begin() + words.end,
                                     [](const Word& word) { return word.is(c::gathering | c::medium | c::outlet); });
      const Word& marked = head == reading.words.begin() + words.end ? reading.words[words.end - 1] : *head;
      AudienceCandidate& candidate = candidate_of(std::move(plain), singular(marked.lower));
      candidate.uses.emplace_back(i, a);
      if (a == 0) first_[i] = static_cast<std::uint32_t>(&candidate - candidates_.data());
    }
  }
}

std::optional<AudienceCase> AudienceChooser::weigh(std::uint32_t i, std::uint32_t which, Untied untied) const {
  const Reading& reading = scene_.reading;
  const Setting& setting = scene_.settings.of[i];
  const AudienceCandidate& candidate = candidates_[which];
  const std::uint32_t here = scene_.sentence_of(i);
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
  float others_used = 0.0f;
  std::uint32_t nearest_use = none;
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
      others_used += 1.0f;
      if (before) others_back = std::min(others_back, far);
      far += 20.0f;
    }
    if (!before && j != i) far += 2.0f;
    if (far >= nearest_far) continue;
    nearest_far = far;
    nearest_use = j;
    told = &audience;
  }

  // where else the article speaks of it
  float back = far_away;
  float ahead = far_away;
  float named_back = far_away;
  float named = 0.0f;
  float inside = 0.0f;
  float words_between = far_away;
  const Venue* nearest = nullptr;
  float venue_far = 1000.0f;
  for (const std::uint32_t v : candidate.venues) {
    const Venue& venue = scene_.venues[v];
    const std::uint32_t s = venue.sentence;
    float far = s <= here ? static_cast<float>(here - s) : 3.0f + static_cast<float>(s - here);
    if (s < here) back = std::min(back, far);
    if (s > here) ahead = std::min(ahead, static_cast<float>(s - here));
    if (s != here && names_figure(scene_, figure, s)) {
      named += 1.0f;
      if (s < here) named_back = std::min(named_back, static_cast<float>(here - s));
      far -= 0.5f;
    }
    if (s == here) {
      const std::uint32_t at = venue.head;
      inside = scene_.settings.report[at] == i             ? 3.0f
               : !scene_.settings.same_voice(i, at)        ? 4.0f
               : at >= setting.cue && at < setting.cue_end ? 5.0f
               : at < setting.cue                          ? 1.0f
                                                           : 2.0f;
      words_between = std::min(words_between, at < setting.cue       ? static_cast<float>(setting.cue - at)
                                              : at < setting.cue_end ? 0.0f
                                                                     : static_cast<float>(at + 1 - setting.cue_end));
    }
    if (far >= venue_far) continue;
    venue_far = far;
    nearest = &venue;
  }
  const std::uint32_t first_sentence = candidate.venues.empty() ? 0 : scene_.venues[candidate.venues.front()].sentence;
  const float first_paragraph =
      candidate.venues.empty() ? -1.0f : static_cast<float>(std::min(reading.sentences[first_sentence].paragraph, 40u));
  const bool lead = !candidate.venues.empty() && first_paragraph <= 3.0f;
  const bool linked = own > 0.0f || same_back != far_away || same_ahead != far_away || others_back <= 6.0f;
  if (!linked && inside == 0.0f && back > 10.0f && ahead > 2.0f && named_back == far_away && !lead) return std::nullopt;
  if (!linked && inside == 0.0f && lead && back > 10.0f && candidate.venues.size() < 2 && named == 0.0f &&
      nearest->kind == VenueKind::place)
    return std::nullopt;

  // the day of the sentence that speaks of it, beside the statement's
  float same_day = 0.0f;
  const auto& mine = scene_.carried[i];
  if (nearest_use != none && nearest_use != i && mine) {
    if (const auto& other = scene_.carried[nearest_use])
      same_day = mine->from == other->from && mine->to == other->to ? 1.0f : -1.0f;
  }
  if (nearest != nullptr && same_day == 0.0f && mine) {
    for (const DatePhrase& phrase : scene_.dates[nearest->sentence]) {
      if (!phrase.from || phrase.from->day == 0 || same_day == 1.0f) continue;
      same_day = *phrase.from == mine->from ? 1.0f : -1.0f;
    }
  }

  const bool carried = !scene_.carried_audience[i].empty() && std::ranges::any_of(candidate.uses, [&](const auto& use) {
    return scene_.audiences[use.first][use.second].name == scene_.carried_audience[i];
  });
  // another day's audience is another occasion's; the headline and the lead, whose speaker is only named later, do not
  // tell to whom that one spoke there
  AudienceCase made;
  made.barred = own <= 0.0f && (same_day < 0.0f || scene_.introduced_later[i]);
  made.tied = own > 0.0f || (!made.barred && (carried || same_back != far_away || same_ahead <= 4.0f));
  if (!made.tied && untied == Untied::left_out) return std::nullopt;

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
  if (nearest_use != none) {
    for (std::uint32_t k = std::min(place_[nearest_use], place_[i]) + 1; k < std::max(place_[nearest_use], place_[i]);
         ++k) {
      const std::uint32_t other = scene_.order[k];
      if (other < scene_.given && scene_.figures[other] != figure) between += 1.0f;
    }
  }
  // other audiences between it and the statement, and the nearest one that is told with the speaker
  float others_between = 0.0f;
  float other_back = far_away;
  float other_named = far_away;
  for (std::uint32_t v = 0; v < scene_.venues.size(); ++v) {
    const Venue& venue = scene_.venues[v];
    if (venue.sentence > here) break;
    if (of_venue_[v] == which) continue;
    const float far = static_cast<float>(here - venue.sentence);
    if (venue.kind == VenueKind::place) continue;
    if (far < back) others_between += 1.0f;
    other_back = std::min(other_back, far);
    if (venue.sentence != here && names_figure(scene_, figure, venue.sentence))
      other_named = std::min(other_named, far);
  }
  const Word& cue = reading.words[setting.cue];
  float verb = 12.0f;
  bool had = false;
  for (std::uint32_t w = setting.cue; w < setting.cue_end && w < reading.words.size(); ++w) {
    verb = std::min(verb, cue_code(reading.words[w].lower));
    had = had || reading.words[w].lower == "had";
  }
  Range span;
  if (told != nullptr && (nearest_far < 20.0f || nearest == nullptr)) {
    span = reading.words_in(told->span);
    made.called = {told->name, told->span};
    const std::uint32_t there = scene_.sentence_of(nearest_use);
    for (const std::uint32_t v : candidate.venues) {
      const Venue& venue = scene_.venues[v];
      if (companion_[v] == none || (venue.sentence != there && made.called.name != told->name)) continue;
      made.called.name = full_name(told->name, span, companion_[v]);
      if (venue.sentence == there) break;
    }
  } else {
    // the nearest name, in the fullest form that the article gives it in the same number
    const Venue* fullest = nearest;
    for (const std::uint32_t v : candidate.venues) {
      const Venue& venue = scene_.venues[v];
      if (venue.words.size() > fullest->words.size() && venue.words.size() <= 8 &&
          reading.words[venue.head].lower == reading.words[nearest->head].lower)
        fullest = &venue;
    }
    span = fullest->words;
    made.called = {fullest->name, reading.span_of(span)};
    std::uint32_t beside = companion_[static_cast<std::size_t>(nearest - scene_.venues.data())];
    for (const std::uint32_t v : candidate.venues) {
      if (beside == none) beside = companion_[v];
    }
    made.called.name = full_name(fullest->name, span, beside);
  }
  WordClasses classes = 0;
  bool capital = false;
  bool has_name = false;
  for (std::uint32_t w = span.begin; w < span.end; ++w) {
    classes |= reading.words[w].classes;
    capital = capital || reading.words[w].capitalised();
    has_name = has_name || scene_.cast.name_at(w) != none;
  }
  const Statement& statement = scene_.statements[i];
  const std::uint32_t sentence = nearest == nullptr ? here : nearest->sentence;
  const std::uint32_t voice = nearest == nullptr ? none : scene_.settings.report[nearest->head];
  const std::uint32_t previous = place_[i] == 0 ? none : scene_.order[place_[i] - 1];
  const bool follows = previous != none && figure != none && scene_.figures[previous] == figure;
  made.features = {
      reading.sentences[here].title_case ? 1.0f : 0.0f,
      tense_code(scene_, i),
      verb,
      cue.is(c::speech_verb) ? 1.0f : 0.0f,
      cue.lower.ends_with("ing") ? 1.0f : 0.0f,
      had ? 1.0f : 0.0f,
      static_cast<float>(statement.form),
      source_code(scene_, i),
      kind_code(scene_, i),
      scene_.of_other_times[i] ? 1.0f : 0.0f,
      told_by_another(scene_, i) ? 1.0f : 0.0f,
      own,
      first_[i] == which  ? 1.0f
      : first_[i] == none ? 0.0f
                          : -1.0f,
      first_[i] != none && first_[i] != which ? scene_.audiences[i].front().confidence : 0.0f,
      told == nullptr ? -1.0f : static_cast<float>(told->by),
      told == nullptr ? 0.0f : told->confidence,
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
      nearest_use == none
          ? far_away
          : std::clamp(static_cast<float>(here) - static_cast<float>(scene_.sentence_of(nearest_use)), -30.0f, 50.0f),
      static_cast<float>(candidate.uses.size()),
      static_cast<float>(std::min<std::size_t>(candidates_.size(), 60)),
      speaks / static_cast<float>(std::max(1u, scene_.given)),
      static_cast<float>(span.size()),
      has_name ? 1.0f : 0.0f,
      capital ? 1.0f : 0.0f,
      (classes & c::outlet) != 0 ? 1.0f : 0.0f,
      (classes & c::gathering) != 0 ? 1.0f : 0.0f,
      (classes & c::medium) != 0 ? 1.0f : 0.0f,
      (classes & (c::people | c::person)) != 0 ? 1.0f : 0.0f,
      told != nullptr && told->pronoun != none ? 1.0f : 0.0f,
      others_used / static_cast<float>(std::max(1u, scene_.given)),
      back,
      ahead,
      named_back,
      named,
      inside,
      words_between,
      nearest == nullptr ? -1.0f : static_cast<float>(nearest->kind),
      nearest == nullptr ? -1.0f : head_code(singular(reading.words[nearest->head].lower)),
      nearest == nullptr ? -1.0f : before_code(nearest->before),
      nearest != nullptr && nearest->indefinite ? 1.0f : 0.0f,
      nearest == nullptr                           ? -1.0f
      : voice == none                              ? 0.0f
      : reading.words[nearest->head].quote != none ? 2.0f
                                                   : 1.0f,
      nearest == nullptr                       ? 0.0f
      : names_figure(scene_, figure, sentence) ? 1.0f
                                               : -1.0f,
      static_cast<float>(candidate.venues.size()),
      static_cast<float>(candidate.venues.size()) / static_cast<float>(std::max<std::size_t>(1, scene_.venues.size())),
      first_paragraph,
      std::clamp(static_cast<float>(paragraph) - static_cast<float>(reading.sentences[sentence].paragraph), -20.0f,
                 40.0f),
      others_between,
      other_back,
      other_named,
      follows ? 1.0f : 0.0f,
      static_cast<float>(std::min(paragraph, 40u)),
      static_cast<float>(scene_.dates[sentence].size()),
      lead ? 1.0f : 0.0f,
      setting.past && !had ? 1.0f : 0.0f,
      nearest == nullptr                                ? 0.0f
      : reading.sentences[nearest->sentence].title_case ? 1.0f
                                                        : 0.0f,
      figure != none && !scene_.named_in[figure].empty() && scene_.named_in[figure].front() <= sentence ? 1.0f : 0.0f,
      scene_.introduced_later[i] ? 1.0f : 0.0f,
  };
  return made;
}

std::vector<Span> AudienceChooser::places(std::uint32_t which) const {
  std::vector<Span> made;
  for (const std::uint32_t v : candidates_[which].venues)
    made.push_back(scene_.reading.span_of(scene_.venues[v].words));
  for (const auto& [i, a] : candidates_[which].uses) made.push_back(scene_.audiences[i][a].span);
  std::ranges::sort(made);
  const auto repeated = std::ranges::unique(made);
  made.erase(repeated.begin(), repeated.end());
  return made;
}

}  // namespace onrecord::resolving
