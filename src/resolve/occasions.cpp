// Above 400 lines: what simple carrying gives and what is chosen in its place work on the same statements.
#include "resolve/occasions.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "resolve/audiences.h"
#include "resolve/days.h"
#include "resolve/learned.h"
#include "resolve/chances.h"
#include "resolve/said.h"
#include "resolve/told.h"
#include "trees/odds.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;
constexpr float surely_dated = 0.9f;  // a day that the words tell plainly
constexpr float day_of_act = 0.6f;    // that what carries an act out was said on the act's day
constexpr float least_lent = 0.42f;  // what is lent on with less confidence is not given
// What a judge's answer counts beside the trees' (train/resolve/reader.py).
constexpr float share_of_days = 0.8f;
constexpr float share_of_audiences = 0.8f;

class OccasionFinder {
 public:
  // `said` are the statements that were given, as the scene has them.
  OccasionFinder(Scene& scene, const Statements& said, const Readings& readings)
      : scene_(scene),
        said_(said),
        readings_(readings),
        reading_(scene.reading),
        cast_(scene.cast),
        given_(scene.given),
        statements_(scene.statements),
        figures_(scene.figures),
        settings_(scene.settings),
        order_(scene.order) {
    occasions_.resize(statements_.size());
    gathering_.resize(statements_.size(), false);
    scene_.own_date.assign(statements_.size(), none);
    scene_.carried.resize(statements_.size());
    scene_.audiences.resize(statements_.size());
    scene_.carried_audience.resize(statements_.size());
  }

  // What each sentence tells, and what simple carrying makes of it.
  void carry() {
    for (const std::uint32_t i : order_) own(i);
    own_ = occasions_;
    for (std::size_t k = 0; k < order_.size(); ++k) fill(k);
    share_gatherings();
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      const auto& said = occasions_[i].said;
      if (said && said->from) scene_.carried[i] = DaySpan{*said->from, *said->to};
      if (occasions_[i].told) scene_.carried_audience[i] = occasions_[i].told->name;
    }
  }

  std::vector<Occasion> run() {
    carry();
    choose_days();
    choose_audiences();
    occasions_.resize(given_);
    return std::move(occasions_);
  }

  OccasionRows rows() {
    carry();
    OccasionRows rows;
    rows.days.resize(given_);
    rows.told.resize(given_);
    const AudienceChooser listeners(scene_);
    const DayChooser chooser(scene_);
    for (std::uint32_t i = 0; i < given_; ++i) {
      if (!statements_[i].communicated) continue;
      for (std::uint32_t k = 0; k < chooser.candidates().size(); ++k) {
        const DayCandidate& candidate = chooser.candidates()[k];
        if (!candidate.from) continue;
        if (const auto row = chooser.weigh(i, k))
          rows.days[i].push_back({*candidate.from, *candidate.to, *row, chooser.places(k)});
      }
      for (std::uint32_t k = 0; k < listeners.size(); ++k) {
        if (const auto row = listeners.weigh(i, k, AudienceChooser::Untied::weighed))
          rows.told[i].push_back({*row, listeners.places(k)});
      }
    }
    return rows;
  }

 private:
  std::uint32_t paragraph(std::uint32_t i) const { return reading_.paragraph_of(settings_.of[i].cue); }

  // What the statement's own sentence tells.
  void own(std::uint32_t i) {
    const Setting& setting = settings_.of[i];
    if (setting.sentence.empty() || !statements_[i].communicated) return;
    const std::vector<DatePhrase>& dates = scene_.dates[scene_.sentence_of(i)];
    scene_.own_date[i] = date_of_saying(reading_, settings_, i, dates);
    if (scene_.own_date[i] == none)
      scene_.own_date[i] = date_behind_content(reading_, settings_, statements_[i], i, dates);
    if (scene_.own_date[i] != none) own_day(i, dates[scene_.own_date[i]]);
    scene_.audiences[i] = audiences_of(reading_, cast_, settings_, statements_, i, dates);
    for (Audience& audience : scene_.audiences[i]) {
      if (audience.pronoun == none) continue;
      audience.name = other_person(i, audience.pronoun);
      audience.confidence = 0.5f;
    }
    std::erase_if(scene_.audiences[i], [](const Audience& audience) { return audience.name.empty(); });
    asked_person(i);
    poll_behind(i);
    if (scene_.audiences[i].empty()) return;
    const Audience& audience = scene_.audiences[i].front();
    gathering_[i] = audience.gathering;
    occasions_[i].told = Told{audience.name, audience.span, audience.confidence};
  }

  // "Asked about the bridge, Berg said …": whoever says something in the same sentence was asked; else whoever says the
  // next thing.
  void asked_person(std::uint32_t i) {
    if (statements_[i].cue.empty() || !scene_.audiences[i].empty()) return;
    const Setting& setting = settings_.of[i];
    const bool asks = std::any_of(
        reading_.words.begin() + setting.cue, reading_.words.begin() + setting.cue_end, [](const Word& word) {
          return word.lower == "asked" || word.lower == "asks" || word.lower == "asking" || word.lower == "pressed" ||
                 word.lower == "pushed" || word.lower == "questioned";
        });
    if (!asks) return;
    const auto first = std::ranges::partition_point(
        cast_.names, [&](const Name& name) { return name.words.begin < setting.sentence.begin; });
    for (auto name = first; name != cast_.names.end() && name->words.end <= setting.sentence.end; ++name) {
      const std::uint32_t figure = cast_.figure_of_name[static_cast<std::size_t>(name - cast_.names.begin())];
      if (figure == none || figure == figures_[i] || name->possessive ||
          cast_.figures[figure].kind != SpeakerKind::person)
        continue;
      // "asked Berg, who …": the first words of what was asked
      if (settings_.report[name->words.begin] != none && name->words.begin != setting.cue_end) continue;
      scene_.audiences[i].push_back({cast_.figures[figure].name, reading_.span_of(name->words), none, 0.7f});
      return;
    }
    const auto place = std::ranges::find(order_, i);
    if (place + 1 == order_.end()) return;
    const std::uint32_t next = *(place + 1);
    const std::uint32_t figure = figures_[next];
    if (next >= given_ || figure == none || figure == figures_[i] || paragraph(next) > paragraph(i) + 1 ||
        cast_.figures[figure].kind != SpeakerKind::person || statements_[next].source.empty())
      return;
    scene_.audiences[i].push_back({cast_.figures[figure].name, statements_[next].source.front(), none, 0.6f});
  }

  // "42 percent said": to the poll that was spoken of last.
  void poll_behind(std::uint32_t i) {
    if (!scene_.audiences[i].empty() || statements_[i].source.empty()) return;
    const Range source = reading_.words_in({statements_[i].source.front().begin, statements_[i].source.back().end});
    const bool share =
        std::any_of(reading_.words.begin() + source.begin, reading_.words.begin() + source.end, [](const Word& word) {
          return word.lower == "percent" || word.lower == "%" || word.lower == "surveyed" ||
                 word.lower == "respondents" || word.lower == "polled";
        });
    if (!share) return;
    for (auto other = std::ranges::find(order_, i); other != order_.begin();) {
      --other;
      const std::uint32_t figure = figures_[*other];
      if (figure == none || cast_.figures[figure].kind != SpeakerKind::document) continue;
      const Figure& document = cast_.figures[figure];
      const std::string& head =
          document.head.empty() && !document.parts.empty() ? document.parts.back() : document.head;
      if (head != "poll" && head != "survey") continue;
      Audience poll{document.name, statements_[*other].source.empty() ? Span{} : statements_[*other].source.front()};
      poll.confidence = 0.6f;
      poll.by = Telling::medium;
      if (!poll.span.empty()) scene_.audiences[i].push_back(std::move(poll));
      return;
    }
  }

  void own_day(std::uint32_t i, const DatePhrase& phrase) {
    Said said;
    said.from = phrase.from;
    said.to = until_report(phrase.to, scene_.published);
    said.basis = phrase.basis;
    said.phrase = reading_.span_of(phrase.words);
    said.confidence = 0.88f;
    if (said.from && scene_.published && days_from_epoch(*said.from) > days_from_epoch(*scene_.published)) return;
    occasions_[i].said = std::move(said);
  }

  // Whom "him" and "her" mean: the last other person who was named before.
  std::string other_person(std::uint32_t i, std::uint32_t pronoun) const {
    const bool female = reading_.words[pronoun].lower == "her";
    std::string found;
    for (std::size_t n = 0; n < cast_.names.size(); ++n) {
      if (cast_.names[n].words.begin >= pronoun) break;
      const std::uint32_t figure = cast_.figure_of_name[n];
      if (figure == none || figure == figures_[i] || cast_.figures[figure].kind != SpeakerKind::person) continue;
      if (female ? cast_.figures[figure].male() : cast_.figures[figure].female()) continue;
      found = cast_.figures[figure].name;
    }
    return found;
  }

  static bool same_days(const Said& a, const Said& b) { return a.from == b.from && a.to == b.to; }

  // Whether both may be one occasion: nothing that both tell differs.
  static bool compatible(const Occasion& a, const Occasion& b) {
    if (a.said && b.said && !same_days(*a.said, *b.said)) return false;
    return !(a.told && b.told && a.told->name != b.told->name);
  }

  // What the statement does not tell itself it has from the nearest statement of the same speaker that may be of the
  // same occasion: from those before it as far as they reach, from those right behind it.
  void fill(std::size_t k) {
    const std::uint32_t i = order_[k];
    if (i >= given_ || figures_[i] == none || !statements_[i].communicated || scene_.of_other_times[i]) return;
    if (settings_.of[i].standing && paragraph(i) > 1) return;
    Occasion& occasion = occasions_[i];
    const bool document = cast_.figures[figures_[i]].kind == SpeakerKind::document;
    const std::uint32_t here = paragraph(i);
    const std::uint32_t reach_back = document ? 100 : 4;
    const std::uint32_t reach_ahead = document ? 100 : here <= 1 ? 4 : 1;
    std::size_t before = k;
    std::size_t behind = k + 1;
    while ((!occasion.said || !occasion.told) && (before > 0 || behind < order_.size())) {
      const std::uint32_t far_before = before > 0 ? here - paragraph(order_[before - 1]) : 1000;
      const std::uint32_t far_behind = behind < order_.size() ? paragraph(order_[behind]) - here : 1000;
      const bool back = far_before <= far_behind;
      const std::uint32_t far = back ? far_before : far_behind;
      const std::uint32_t other = back ? order_[--before] : order_[behind++];
      if (back && far > reach_back) {
        before = 0;
        continue;
      }
      if (!back && far > reach_ahead) {
        behind = order_.size();
        continue;
      }
      if (figures_[other] != figures_[i] || !statements_[other].communicated) continue;
      const Occasion& from = back ? occasions_[other] : own_[other];
      if (!from.said && !from.told) continue;
      if (!compatible(occasion, from)) {
        // another occasion: what lies beyond it on that side is no nearer to this one
        if (back)
          before = 0;
        else
          behind = order_.size();
        continue;
      }
      if (!occasion.said && from.said && (precise(*from.said) || far == 0 || document)) lend(*from.said, occasion, far);
      if (!occasion.told && from.told && (far <= 1 || !is_platform(*from.told))) lend(*from.told, occasion, far);
    }
  }

  // A day or a week is an occasion; a month or a year holds many.
  static bool precise(const Said& said) { return !said.from || said.from->day != 0; }

  // On Twitter many things are said at many times.
  static bool is_platform(const Told& told) {
    return told.name == "Twitter" || told.name == "Facebook" || told.name.find("tweet") != std::string::npos;
  }

  static void lend(const Said& from, Occasion& to, std::uint32_t far) {
    lend_on(from, to.said, far);
    if (to.said) to.said->basis = "occasion";
  }
  static void lend(const Told& from, Occasion& to, std::uint32_t far) { lend_on(from, to.told, far); }

  // The farther, the less sure; too unsure is not lent.
  template <class Circumstance>
  static void lend_on(Circumstance lent, std::optional<Circumstance>& to, std::uint32_t far) {
    lent.confidence *= 0.96f - 0.02f * static_cast<float>(std::min(far, 4u));
    if (lent.confidence >= least_lent) to = std::move(lent);
  }

  // At a debate or hearing that the first lines tell of, others speak too.
  void share_gatherings() {
    for (const std::uint32_t i : order_) {
      if (paragraph(i) > 2 || !gathering_[i] || !occasions_[i].told || !occasions_[i].said) continue;
      const std::string& name = occasions_[i].told->name;
      if (name.find("debate") == std::string::npos && name.find("hearing") == std::string::npos &&
          name.find("forum") == std::string::npos)
        continue;
      for (std::uint32_t other = 0; other < given_; ++other) {
        if (settings_.of[other].cue < settings_.of[i].cue || figures_[other] == none ||
            !statements_[other].communicated)
          continue;
        if (occasions_[other].said || occasions_[other].told || settings_.of[other].present ||
            scene_.of_other_times[other])
          continue;
        if (cast_.figures[figures_[other]].kind != SpeakerKind::person) continue;
        lend(*occasions_[i].said, occasions_[other], 4);
        lend(*occasions_[i].told, occasions_[other], 4);
      }
      return;
    }
  }

  // The tagger's judge, if it has one that is asked as the trees are.
  const PairReader* judge_of(JudgedPair what, std::size_t features) const {
    const PairReader* const judge = readings_.reader(what);
    return judge != nullptr && judge->features() == features ? judge : nullptr;
  }

  // The likeliest of each statement's chances that may be chosen, by its number in `chances`; none where there is none.
  template <class May>
  std::vector<std::uint32_t> likeliest(const std::vector<Chance>& chances, May may) const {
    std::vector<std::uint32_t> best(given_, none);
    for (std::uint32_t n = 0; n < chances.size(); ++n) {
      std::uint32_t& known = best[chances[n].statement];
      if (may(n) && chances[n].likely > (known == none ? 0.0f : chances[known].likely)) known = n;
    }
    return best;
  }

  // The days that are found likely enough replace what simple carrying gives.
  void choose_days() {
    const DayChooser chooser(scene_);
    const PairReader* const judge = judge_of(JudgedPair::day, day_feature_count);
    std::vector<DayCase> cases;
    std::vector<Chance> chances;
    for (std::uint32_t i = 0; i < given_; ++i) {
      occasions_[i].said.reset();
      if (!statements_[i].communicated) continue;
      if (const auto told = chooser.told_plainly(i)) {
        give_day(i, chooser, *told);
        continue;
      }
      for (std::uint32_t k = 0; k < chooser.candidates().size(); ++k) {
        const auto row = chooser.weigh(i, k);
        if (!row) continue;
        cases.push_back(*row);
        chances.push_back({i, k, {}, {}, probability(day_trees, row->features)});
        if (judge != nullptr) chances.back().places = chooser.places(k);
      }
    }
    for (std::size_t n = 0; n < chances.size(); ++n) chances[n].features = cases[n].features;
    if (judge != nullptr) ask_judge(*judge, share_of_days, readings_, said_, chances);
    const float least = judge != nullptr ? judge->thresholds()[0] : day_trees.least;
    for (const std::uint32_t n : likeliest(chances, [](std::uint32_t) { return true; })) {
      if (n == none || chances[n].likely < least) continue;
      const float sure = judge != nullptr ? calibrated(chances[n].likely, judge->calibration()) : chances[n].likely;
      give_day(chances[n].statement, chooser, chooser.choice_of(chances[n].statement, chances[n].candidate, sure));
    }
    lend_days_of_acts();
  }

  static bool acts_on_words(const Statement& statement) {
    return statement.form == Form::indirect && (statement.act == Act::retract || statement.act == Act::clarify ||
                                                statement.act == Act::deny || statement.act == Act::reaffirm);
  }

  // "Lund walked back her promise on Wednesday. “I was wrong,” she told …": the words that carry the act out.
  void lend_days_of_acts() {
    for (std::size_t k = 0; k + 1 < order_.size(); ++k) {
      const std::uint32_t act = order_[k];
      const std::uint32_t words = order_[k + 1];
      if (act >= given_ || words >= given_ || !acts_on_words(statements_[act])) continue;
      const auto& done = occasions_[act].said;
      if (!done || !done->from || done->confidence < surely_dated || occasions_[words].said) continue;
      if (figures_[act] == none || figures_[act] != figures_[words] || paragraph(words) - paragraph(act) > 1) continue;
      if (!statements_[words].communicated || statements_[words].form == Form::indirect ||
          scene_.own_date[words] != none)
        continue;
      Said lent = *done;
      lent.basis = "occasion";
      lent.confidence = day_of_act;
      occasions_[words].said = std::move(lent);
    }
  }

  void give_day(std::uint32_t i, const DayChooser& chooser, const DayChoice& choice) {
    const DayCandidate& candidate = chooser.candidates()[choice.candidate];
    const DatePhrase& phrase = scene_.dates[choice.sentence][choice.phrase];
    Said said;
    said.from = candidate.from;
    said.to = candidate.to;
    said.basis = choice.sentence == scene_.sentence_of(i) ? phrase.basis : "occasion";
    said.phrase = reading_.span_of(phrase.words);
    said.confidence = choice.probability;
    occasions_[i].said = std::move(said);
  }

  void choose_audiences() {
    const AudienceChooser chooser(scene_);
    const PairReader* const judge = judge_of(JudgedPair::audience, audience_feature_count);
    // The judge shares its likelihood out over all that there are, and is sure enough to be believed of what no sentence
    // of the speaker's own tells.
    const auto untied = judge != nullptr ? AudienceChooser::Untied::weighed : AudienceChooser::Untied::left_out;
    std::vector<AudienceCase> cases;
    std::vector<Chance> chances;
    for (std::uint32_t i = 0; i < given_; ++i) {
      occasions_[i].told.reset();
      if (!statements_[i].communicated) continue;
      for (std::uint32_t k = 0; k < chooser.size(); ++k) {
        auto row = chooser.weigh(i, k, untied);
        if (!row) continue;
        chances.push_back({i, k, {}, {}, probability(told_trees, row->features)});
        if (judge != nullptr) chances.back().places = chooser.places(k);
        cases.push_back(std::move(*row));
      }
    }
    for (std::size_t n = 0; n < chances.size(); ++n) chances[n].features = cases[n].features;
    if (judge != nullptr) ask_judge(*judge, share_of_audiences, readings_, said_, chances);
    const float least = judge != nullptr ? judge->thresholds()[0] : told_trees.least;
    const auto may = [&](std::uint32_t n) {
      const std::uint32_t speaker = figures_[chances[n].statement];
      if (speaker != none && cases[n].called.name == cast_.figures[speaker].name) return false;  // nobody tells oneself
      return judge != nullptr ? !cases[n].barred : cases[n].tied;
    };
    for (const std::uint32_t n : likeliest(chances, may)) {
      if (n == none || chances[n].likely < least || cases[n].called.name.empty()) continue;
      const float sure = judge != nullptr ? calibrated(chances[n].likely, judge->calibration()) : chances[n].likely;
      occasions_[chances[n].statement].told = Told{cases[n].called.name, cases[n].called.span, sure};
    }
  }

  Scene& scene_;
  const Statements& said_;
  const Readings& readings_;
  const Reading& reading_;
  const Cast& cast_;
  const std::uint32_t given_;
  const Statements& statements_;
  const std::vector<std::uint32_t>& figures_;
  const Settings& settings_;
  const std::vector<std::uint32_t>& order_;
  std::vector<Occasion> occasions_;
  std::vector<Occasion> own_;    // before anything was lent
  std::vector<bool> gathering_;  // of each statement: its audience is a gathering
};

}  // namespace

std::vector<Occasion> find_occasions(const Article& article, const Reading& reading, const Cast& cast,
                                     const Statements& statements, const std::vector<SourceLink>& links,
                                     const Readings& readings) {
  Scene scene = make_scene(article, reading, cast, statements, links);
  return OccasionFinder(scene, statements, readings).run();
}

OccasionRows occasion_rows(const Article& article, const Reading& reading, const Cast& cast,
                           const Statements& statements, const std::vector<SourceLink>& links) {
  Scene scene = make_scene(article, reading, cast, statements, links);
  return OccasionFinder(scene, statements, {}).rows();
}

}  // namespace onrecord::resolving
