// Above 400 lines: the features of a day are one list in the trees' order, and what each is made of stands beside it.
#include "resolve/days.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "resolve/said.h"
#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr float far_away = 60.0f;
constexpr float plain_cost = 2.5f;      // of a phrase that dates its saying beyond doubt,
constexpr float plain_of_month = 5.0f;  // and of one that tells a month ("at the summit in July")
constexpr float behind_content = 2.0f;  // of a phrase that closes what was taken for content
constexpr float plainly = 0.92f;        // how often such phrases were right

float basis_code(std::string_view basis) {
  static constexpr WordSet bases{"weekday", "explicit", "today",  "yesterday", "counted", "week",      "weekend",
                                 "month",   "year",     "season", "span",      "holiday", "other-day", "day-before"};
  return static_cast<float>(bases.index_of(basis));
}

// The places of words are what the trees were trained on: a new list asks for new trees.
float cue_code(std::string_view word) {
  static constexpr WordSet words{"said",   "told",      "says",  "say",    "wrote", "tweeted",  "added", "adding",
                                 "called", "according", "asked", "posted", "shows", "released", "added", "continued"};
  return static_cast<float>(words.index_of(word));
}

float before_code(const Reading& reading, const DatePhrase& phrase) {
  const std::uint32_t begin = phrase.words.begin;
  if (begin == 0 || reading.words[begin - 1].sentence != reading.words[begin].sentence) return 1.0f;
  const Word& word = reading.words[begin - 1];
  static constexpr WordSet words{"on",   "in",    "since",  "until", "by",     "at",
                                 "from", "after", "before", "of",    "during", "released"};
  if (words.contains(word.lower)) return 2.0f + static_cast<float>(words.index_of(word.lower));
  if (word.kind != TokenKind::word) return 14.0f;
  if (word.is(c::speech_verb)) return 15.0f;
  if (word.is(c::person | c::first_name)) return 16.0f;
  return word.lower.ends_with("ed") ? 17.0f : 0.0f;
}

// What stands behind the phrase: an occasion ("Sunday's interview"), another thing, or nothing that it belongs to.
float behind_code(const Reading& reading, const DatePhrase& phrase) {
  const std::uint32_t end = phrase.words.end;
  const bool possessive = reading.words[end - 1].possessive;
  for (std::uint32_t k = end; k < std::min<std::size_t>(end + 4, reading.words.size()); ++k) {
    const Word& word = reading.words[k];
    if (word.kind != TokenKind::word && word.lower != "-") break;
    if (word.is(c::gathering | c::medium)) return possessive ? 1.0f : 2.0f;
    if (!possessive && k == end && (word.is(c::function) || word.is(c::preposition))) break;
  }
  return possessive ? 3.0f : 0.0f;
}

float gathering_code(std::string_view noun) {
  static constexpr WordSet nouns{"debate",     "interview", "rally",    "speech",  "hearing",    "hall", "forum",
                                 "conference", "event",     "briefing", "meeting", "interviews", "stop", "appearance"};
  return static_cast<float>(nouns.index_of(noun));
}

// Words beside the cue that tell how its time lies to the one before: 1 the same, 2 later, 3 earlier.
float time_word(const Scene& scene, std::uint32_t statement) {
  const Setting& setting = scene.settings.of[statement];
  const std::uint32_t from = setting.cue >= setting.sentence.begin + 5 ? setting.cue - 5 : setting.sentence.begin;
  for (std::uint32_t w = from; w < std::min(setting.cue_end + 3, setting.sentence.end); ++w) {
    if (!scene.settings.same_voice(statement, w)) continue;
    const std::string& word = scene.reading.words[w].lower;
    if (word == "also" || word == "then" || word == "continued" || word == "added" || word == "adding") return 1.0f;
    if (word == "later" || word == "afterward" || word == "subsequently" || word == "after") return 2.0f;
    if (word == "earlier" || word == "recently" || word == "ago" || word == "once" || word == "previously" ||
        word == "before")
      return 3.0f;
  }
  return 0.0f;
}

float length_of(const DayCandidate& candidate) {
  if (!candidate.from) return 0.0f;
  if (candidate.to->month == 0) return 365.0f;
  if (candidate.to->day == 0) return 30.0f;
  return static_cast<float>(std::clamp(days_from_epoch(*candidate.to) - days_from_epoch(*candidate.from), 0, 400));
}

// Of 229 months of so low a cost 215 were right in the annotated articles.
bool is_plain(float cost, float length) {
  return cost <= plain_cost ? length <= 10.0f : cost < plain_of_month && length == 30.0f;
}

// "Whether she would play on Sunday", "will vote Tuesday": what a weekday dates there has not come yet.
bool is_to_come(const Reading& reading, const DatePhrase& phrase) {
  constexpr std::uint32_t reach = 5;
  if (phrase.basis != std::string_view("weekday")) return false;
  const std::uint32_t first = reading.sentences[reading.words[phrase.words.begin].sentence].words.begin;
  for (std::uint32_t i = phrase.words.begin; i > first && phrase.words.begin - i < reach; --i) {
    const Word& word = reading.words[i - 1];
    if (word.kind != TokenKind::word || word.is(c::speech_verb)) return false;
    if (word.lower == "will" || word.lower == "would" || word.lower == "shall") return true;
  }
  return false;
}

}  // namespace

DayChooser::DayChooser(const Scene& scene) : scene_(scene), place_(scene.statements.size(), 0) {
  for (std::uint32_t k = 0; k < scene.order.size(); ++k) place_[scene.order[k]] = k;
  gather();
  mark_uses();
  find_main_gathering();
  if (candidates_.empty()) return;
  for (std::uint32_t i = 0; i < scene.statements.size(); ++i) cues_.push_back(facts_of_cue(i));
}

DayChooser::CueFacts DayChooser::facts_of_cue(std::uint32_t i) const {
  const Reading& reading = scene_.reading;
  const Setting& setting = scene_.settings.of[i];
  CueFacts facts;
  facts.verb = 16.0f;
  for (std::uint32_t w = setting.cue; w < setting.cue_end && w < reading.words.size(); ++w) {
    facts.verb = std::min(facts.verb, cue_code(reading.words[w].lower));
    facts.ing = facts.ing || (reading.words[w].lower.size() > 4 && reading.words[w].lower.ends_with("ing"));
  }
  for (std::uint32_t w = setting.cue >= setting.sentence.begin + 3 ? setting.cue - 3 : setting.sentence.begin;
       w < std::min<std::uint32_t>(setting.cue_end, setting.sentence.end); ++w) {
    if (scene_.settings.same_voice(i, w) && reading.words[w].lower == "had") facts.had = true;
  }
  facts.time = time_word(scene_, i);
  return facts;
}

void DayChooser::find_main_gathering() {
  venues_in_.resize(scene_.reading.sentences.size());
  std::vector<std::pair<std::string_view, std::uint32_t>> counts;
  std::uint32_t all = 0;
  for (std::uint32_t v = 0; v < scene_.venues.size(); ++v) {
    const Venue& venue = scene_.venues[v];
    if (venue.kind != VenueKind::gathering) continue;
    venues_in_[venue.sentence].push_back(v);
    const std::string_view noun = scene_.reading.words[venue.head].lower;
    auto known = std::ranges::find(counts, noun, &std::pair<std::string_view, std::uint32_t>::first);
    if (known == counts.end()) known = counts.insert(known, {noun, 0});
    ++known->second;
    ++all;
  }
  const auto most = std::ranges::max_element(counts, {}, &std::pair<std::string_view, std::uint32_t>::second);
  if (most == counts.end() || most->second < 2) return;
  main_gathering_ = most->first;
  main_share_ = static_cast<float>(most->second) / static_cast<float>(all);
}

void DayChooser::gather() {
  candidate_of_.resize(scene_.dates.size());
  std::vector<std::string> words;  // of candidates without days
  for (std::uint32_t s = 0; s < scene_.dates.size(); ++s) {
    for (std::uint32_t p = 0; p < scene_.dates[s].size(); ++p) {
      const DatePhrase& phrase = scene_.dates[s][p];
      std::uint32_t found = none;
      std::string text;
      if (!phrase.from) text = lower(scene_.reading.of(scene_.reading.span_of(phrase.words)));
      const bool later =
          phrase.from && scene_.published && days_from_epoch(*phrase.from) > days_from_epoch(*scene_.published);
      // without a publication day everything relative is kept; with one, a phrase that means no day tells none
      if (!phrase.ahead && !later && !is_to_come(scene_.reading, phrase) && (phrase.from || !scene_.published)) {
        DayCandidate made;
        made.from = phrase.from;
        made.to = until_report(phrase.to, scene_.published);
        for (std::uint32_t k = 0; k < candidates_.size() && found == none; ++k) {
          if (candidates_[k].from == made.from && candidates_[k].to == made.to && words[k] == text) found = k;
        }
        if (found == none) {
          found = static_cast<std::uint32_t>(candidates_.size());
          candidates_.push_back(std::move(made));
          words.push_back(std::move(text));
        }
        candidates_[found].phrases.emplace_back(s, p);
        ++phrase_count_;
      }
      candidate_of_[s].push_back(found);
    }
  }
}

void DayChooser::mark_uses() {
  uses_.resize(scene_.statements.size());
  for (std::uint32_t i = 0; i < scene_.statements.size(); ++i) {
    const std::uint32_t phrase = scene_.own_date[i];
    if (phrase == none || scene_.settings.of[i].sentence.empty()) continue;
    const std::uint32_t sentence = scene_.sentence_of(i);
    const DatePhrase& date = scene_.dates[sentence][phrase];
    float cost = saying_cost(scene_.reading, scene_.settings, i, date).value_or(behind_content);
    // "reaffirmed at the harbour summit in July": the summit is no distance
    for (const Audience& audience : scene_.audiences[i]) {
      const Range at = scene_.reading.words_in(audience.span);
      if (audience.gathering && at.begin >= scene_.settings.of[i].cue_end && at.end <= date.words.begin &&
          date.words.begin - at.end <= 2)
        cost = std::max(0.0f, cost - static_cast<float>(at.size()));
    }
    uses_[i] = {candidate_of_[sentence][phrase], cost};
  }
}

std::optional<DayCase> DayChooser::weigh(std::uint32_t i, std::uint32_t which) const {
  const Reading& reading = scene_.reading;
  const Setting& setting = scene_.settings.of[i];
  const DayCandidate& candidate = candidates_[which];
  const std::uint32_t here = scene_.sentence_of(i);
  const std::uint32_t paragraph = scene_.paragraph_of(i);
  const std::uint32_t figure = scene_.figures[i];

  // the phrases of this day and of others around the statement
  float back = far_away;
  float ahead = far_away;
  float other_back = far_away;
  float other_ahead = far_away;
  float own_cost = 30.0f;
  float inside = 0.0f;
  float days = 0.0f;
  const DatePhrase* nearest = nullptr;
  std::uint32_t nearest_sentence = none;
  float nearest_far = 1000.0f;
  for (const auto& [s, p] : candidate.phrases) {
    const DatePhrase& phrase = scene_.dates[s][p];
    const float far = s <= here ? static_cast<float>(here - s) : 3.0f + static_cast<float>(s - here);
    if (s < here) back = std::min(back, static_cast<float>(here - s));
    if (s > here) ahead = std::min(ahead, static_cast<float>(s - here));
    if (s == here) {
      const auto cost = saying_cost(reading, scene_.settings, i, phrase);
      if (cost) own_cost = std::min(own_cost, *cost);
      inside = scene_.settings.report[phrase.words.begin] == i      ? 3.0f
               : !scene_.settings.same_voice(i, phrase.words.begin) ? 4.0f
               : phrase.words.begin < setting.cue                   ? 1.0f
                                                                    : 2.0f;
    }
    if (far < nearest_far) {
      nearest_far = far;
      nearest = &phrase;
      nearest_sentence = s;
    }
  }
  for (std::uint32_t k = 0; k < candidates_.size(); ++k) {
    if (!candidates_[k].from || candidates_[k].from->day != 0) days += 1.0f;
    if (k == which) continue;
    for (const auto& [s, p] : candidates_[k].phrases) {
      if (s <= here) other_back = std::min(other_back, static_cast<float>(here - s));
      if (s > here) other_ahead = std::min(other_ahead, static_cast<float>(s - here));
    }
  }

  // the statements that are of this day by their own sentence, and those of other days
  float same_back = far_away;
  float same_ahead = far_away;
  float others_back = far_away;
  float differing_back = far_away;
  float differing_ahead = far_away;
  float between = 0.0f;
  float speaks = 0.0f;
  float same_past = 0.0f;
  std::uint32_t same_place = none;
  for (std::uint32_t j = 0; j < scene_.statements.size(); ++j) {
    const bool same = figure != none && scene_.figures[j] == figure;
    if (same && j < scene_.given) speaks += 1.0f;
    if (j == i || uses_[j].candidate == none) continue;
    const std::uint32_t there = scene_.paragraph_of(j);
    const bool before = place_[j] < place_[i];
    const float far =
        static_cast<float>(before ? paragraph - std::min(paragraph, there) : there - std::min(there, paragraph));
    if (uses_[j].candidate == which) {
      if (same && before && far <= same_back) {
        same_back = far;
        same_place = place_[j];
        same_past = scene_.settings.of[j].past ? 1.0f : 0.0f;
      }
      if (same && !before) same_ahead = std::min(same_ahead, far);
      if (!same && before) others_back = std::min(others_back, far);
    } else if (same) {
      if (before) differing_back = std::min(differing_back, far);
      if (!before) differing_ahead = std::min(differing_ahead, far);
    }
  }
  if (same_place != none) {
    for (std::uint32_t k = same_place + 1; k < place_[i]; ++k) {
      const std::uint32_t other = scene_.order[k];
      if (other < scene_.given && scene_.figures[other] != figure) between += 1.0f;
    }
  }
  const bool own = uses_[i].candidate == which;
  const bool own_other = uses_[i].candidate != none && !own;
  const bool carried = scene_.carried[i] && candidate.from && scene_.carried[i]->from == *candidate.from &&
                       scene_.carried[i]->to == *candidate.to;
  // what is neither near nor spoken of by anybody who counts is no candidate
  const bool lead = reading.sentences[candidate.phrases.front().first].paragraph <= 3;
  if (inside == 0.0f && back > 15.0f && ahead > 3.0f && same_back == far_away && same_ahead == far_away && !lead &&
      candidate.phrases.size() < 2)
    return std::nullopt;

  float named = far_away;  // paragraphs back to a phrase in whose sentence the speaker is named
  for (const auto& [s, p] : candidate.phrases) {
    if (s > here || figure == none) continue;
    const Range words = reading.sentences[s].words;
    const auto from = std::ranges::partition_point(scene_.cast.names,
                                                   [&](const Name& name) { return name.words.end <= words.begin; });
    for (auto name = from; name != scene_.cast.names.end() && name->words.begin < words.end; ++name) {
      if (scene_.cast.figure_of_name[static_cast<std::size_t>(name - scene_.cast.names.begin())] != figure) continue;
      named = std::min(named, static_cast<float>(paragraph - std::min(paragraph, reading.sentences[s].paragraph)));
    }
  }

  const CueFacts& cue = cues_[i];
  // how plainly anybody's saying is dated by this day, and who else is
  float any_cost = 30.0f;
  float same_cost = 30.0f;
  float dated = 0.0f;
  float dated_so = 0.0f;
  for (std::uint32_t j = 0; j < scene_.statements.size(); ++j) {
    if (uses_[j].candidate == none || j == i) continue;
    dated += 1.0f;
    if (uses_[j].candidate != which) continue;
    dated_so += 1.0f;
    any_cost = std::min(any_cost, uses_[j].cost);
    if (figure != none && scene_.figures[j] == figure) same_cost = std::min(same_cost, uses_[j].cost);
  }
  bool occasion = false;
  const Range told_in = reading.sentences[nearest_sentence].words;
  for (std::uint32_t w = told_in.begin; w < told_in.end && !occasion; ++w) {
    occasion = reading.words[w].is(c::gathering | c::medium) && reading.words[w].quote == none;
  }
  // the gathering that the day is told of, and whether the statement's sentence or its carried audience speaks of one
  float gathering = 0.0f;
  float gathering_met = 0.0f;
  float of_main = 0.0f;
  float spoken_back = far_away;  // sentences back to a phrase that stands with the speaker
  for (const auto& [s, p] : candidate.phrases) {
    if (s <= here && s != here && names_figure(scene_, figure, s))
      spoken_back = std::min(spoken_back, static_cast<float>(here - s));
    for (const std::uint32_t v : venues_in_[s]) {
      const std::string& noun = reading.words[scene_.venues[v].head].lower;
      if (s == nearest_sentence) gathering = 1.0f + gathering_code(noun);
      if (noun == main_gathering_) of_main = 1.0f;
      if (scene_.carried_audience[i].find(noun) != std::string::npos) gathering_met = 1.0f;
      if (s == here) continue;
      for (const std::uint32_t mine : venues_in_[here]) {
        if (reading.words[scene_.venues[mine].head].lower == noun) gathering_met = 1.0f;
      }
    }
  }
  // the last day that dated any saying before, and that of the saying right before
  float last_day = 0.0f;
  float last_far = far_away;
  for (std::uint32_t k = place_[i]; k > 0 && last_day == 0.0f; --k) {
    const Use& use = uses_[scene_.order[k - 1]];
    if (use.candidate == none || scene_.order[k - 1] == i) continue;
    last_day = use.candidate == which ? 1.0f : -1.0f;
    last_far = static_cast<float>(place_[i] - (k - 1));
  }
  const std::uint32_t previous = place_[i] == 0 ? none : scene_.order[place_[i] - 1];
  const bool follows = previous != none && figure != none && scene_.figures[previous] == figure;
  std::vector<std::uint32_t> dated_figures;
  for (std::uint32_t j = 0; j < scene_.statements.size(); ++j) {
    if (uses_[j].candidate != which || scene_.figures[j] == none || uses_[j].cost > 6.0f) continue;
    if (std::ranges::find(dated_figures, scene_.figures[j]) == dated_figures.end())
      dated_figures.push_back(scene_.figures[j]);
  }
  float words_between = far_away;
  if (nearest_sentence == here) {
    const std::uint32_t begin = nearest->words.begin;
    words_between = begin < setting.cue ? static_cast<float>(setting.cue - nearest->words.end)
                                        : static_cast<float>(begin) - static_cast<float>(setting.cue_end);
  }
  const Statement& statement = scene_.statements[i];
  const std::uint32_t voice = scene_.settings.report[nearest->words.begin];
  const bool quoted = reading.words[nearest->words.begin].quote != none;
  const std::uint32_t first = candidate.phrases.front().first;
  const float age =
      candidate.to && scene_.published
          ? static_cast<float>(std::clamp(days_from_epoch(*scene_.published) - days_from_epoch(*candidate.to), 0, 1500))
          : -1.0f;
  DayCase made;
  made.plain = own && is_plain(uses_[i].cost, length_of(candidate));
  made.features = {
      reading.sentences[here].title_case ? 1.0f : 0.0f,
      tense_code(scene_, i),
      cue.verb,
      reading.words[setting.cue].is(c::speech_verb) ? 1.0f : 0.0f,
      cue.ing ? 1.0f : 0.0f,
      static_cast<float>(statement.form),
      source_code(scene_, i),
      kind_code(scene_, i),
      scene_.of_other_times[i] ? 1.0f : 0.0f,
      told_by_another(scene_, i) ? 1.0f : 0.0f,
      statement.polarity == Polarity::asserted ? 0.0f : 1.0f,
      days,
      speaks / static_cast<float>(std::max(1u, scene_.given)),
      basis_code(nearest->basis),
      length_of(candidate),
      age,
      static_cast<float>(candidate.phrases.size()),
      static_cast<float>(candidate.phrases.size()) / static_cast<float>(std::max(1u, phrase_count_)),
      static_cast<float>(which),
      static_cast<float>(std::min(reading.sentences[first].paragraph, 40u)),
      before_code(reading, *nearest),
      behind_code(reading, *nearest),
      own         ? 1.0f
      : own_other ? -1.0f
                  : 0.0f,
      carried             ? 1.0f
      : scene_.carried[i] ? -1.0f
                          : 0.0f,
      own_cost,
      inside,
      back,
      ahead,
      other_back,
      other_ahead,
      same_back,
      same_ahead,
      others_back,
      differing_back,
      differing_ahead,
      between,
      same_past,
      named,
      voice == none ? 0.0f
      : quoted      ? 2.0f
                    : 1.0f,
      nearest->to_other_day ? 1.0f : 0.0f,
      static_cast<float>(paragraph) - static_cast<float>(reading.sentences[nearest_sentence].paragraph),
      own ? uses_[i].cost : 30.0f,
      own_other ? uses_[i].cost : 30.0f,
      cue.had ? 1.0f : 0.0f,
      any_cost,
      same_cost,
      dated_so / std::max(1.0f, dated),
      occasion ? 1.0f : 0.0f,
      words_between,
      static_cast<float>(scene_.dates[here].size()),
      gathering,
      gathering_met,
      of_main,
      main_share_,
      spoken_back,
      last_day,
      last_far,
      follows ? 1.0f : 0.0f,
      static_cast<float>(dated_figures.size()),
      static_cast<float>(std::min(paragraph, 40u)),
      cue.time,
      setting.past && !cue.had ? 1.0f : 0.0f,
      lead ? 1.0f : 0.0f,
      static_cast<float>(candidates_.size()),
  };
  return made;
}

std::vector<Span> DayChooser::places(std::uint32_t which) const {
  std::vector<Span> made;
  for (const auto& [s, p] : candidates_[which].phrases)
    made.push_back(scene_.reading.span_of(scene_.dates[s][p].words));
  return made;
}

std::optional<DayChoice> DayChooser::told_plainly(std::uint32_t i) const {
  if (uses_[i].candidate == none || !is_plain(uses_[i].cost, length_of(candidates_[uses_[i].candidate])))
    return std::nullopt;
  return DayChoice{uses_[i].candidate, scene_.sentence_of(i), scene_.own_date[i], plainly};
}

DayChoice DayChooser::choice_of(std::uint32_t i, std::uint32_t which, float probability) const {
  DayChoice made{which, none, none, probability};
  const std::uint32_t here = scene_.sentence_of(i);
  float least = 1e9f;
  for (const auto& [s, p] : candidates_[which].phrases) {
    const auto cost = s == here ? saying_cost(scene_.reading, scene_.settings, i, scene_.dates[s][p]) : std::nullopt;
    const float far = s == here  ? (cost ? *cost * 0.01f : 0.5f)
                      : s < here ? 1.0f + static_cast<float>(here - s)
                                 : 3.0f + static_cast<float>(s - here);
    if (far >= least) continue;
    least = far;
    made.sentence = s;
    made.phrase = p;
  }
  return made;
}

}  // namespace onrecord::resolving
