#include "resolve/occasions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onrecord::resolving {

namespace {

namespace c = word_class;
using std::string_view_literals::operator""sv;

constexpr float least_lent = 0.42f;  // what is lent on with less confidence is not given

// "repeatedly", "once": no single occasion that could be the one before.
bool tells_of_other_times(std::string_view word) {
  constexpr std::array words{"separately"sv, "previously"sv, "repeatedly"sv, "often"sv,      "regularly"sv,
                             "once"sv,       "frequently"sv, "initially"sv,  "originally"sv, "long"sv,
                             "always"sv,     "sometimes"sv,  "never"sv,      "subsequent"sv};
  return std::ranges::find(words, word) != words.end();
}

class OccasionFinder {
 public:
  OccasionFinder(const Article& article, const Reading& reading, const Cast& cast, const Statements& statements,
                 const std::vector<SourceLink>& links)
      : article_(article),
        reading_(reading),
        cast_(cast),
        given_(statements.size()),
        statements_(statements),
        links_(links) {
    for (const SourceLink& link : links_) figures_.push_back(link.figure);
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s) {
      dates_.push_back(find_dates(reading_, reading_.sentences[s].words, article_.published));
    }
    add_tellings_of_occasions();
    settings_ = read_settings(reading_, statements_);
    occasions_.resize(statements_.size());
    gathering_.resize(statements_.size(), false);
    for (std::uint32_t i = 0; i < statements_.size(); ++i) order_.push_back(i);
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t i) { return settings_.of[i].cue; });
  }

  std::vector<Occasion> run() {
    for (const std::uint32_t i : order_) own(i);
    own_ = occasions_;
    for (std::size_t k = 0; k < order_.size(); ++k) fill(k);
    share_gatherings();
    occasions_.resize(given_);
    return std::move(occasions_);
  }

 private:
  std::uint32_t paragraph(std::uint32_t i) const { return reading_.paragraph_of(settings_.of[i].cue); }

  // "Lund made her remarks on Monday at a forum": no statement, yet it tells of the occasion. It is added behind the
  // statements as one without content.
  void add_tellings_of_occasions() {
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s) {
      const Range words = reading_.sentences[s].words;
      for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const std::string& word = reading_.words[i].lower;
        if (word != "remarks" && word != "comments" && word != "speaking" && word != "spoke" && word != "interview" &&
            word != "appeared" && word != "debate")
          continue;
        if (reading_.words[i].quote != none || in_content(i)) continue;
        std::uint32_t figure = none;
        for (std::size_t n = 0; n < cast_.names.size(); ++n) {
          const Range name = cast_.names[n].words;
          if (name.begin < words.begin || name.end > words.end || cast_.figure_of_name[n] == none) continue;
          if (cast_.figures[cast_.figure_of_name[n]].kind != SpeakerKind::person || in_content(name.begin)) continue;
          figure = cast_.figure_of_name[n];
          break;
        }
        if (figure == none && word != "debate") continue;
        Statement telling;
        telling.cue.push_back(reading_.words[i].span);
        statements_.push_back(std::move(telling));
        figures_.push_back(word == "debate" ? none : figure);
        break;
      }
    }
  }

  bool in_content(std::uint32_t word) const {
    const Span span = reading_.words[word].span;
    return std::any_of(statements_.begin(), statements_.begin() + static_cast<std::ptrdiff_t>(given_),
                       [&](const Statement& statement) {
                         return std::ranges::any_of(statement.content,
                                                    [&](Span content) { return content.contains(span); });
                       });
  }

  // What the statement's own sentence tells.
  void own(std::uint32_t i) {
    const Setting& setting = settings_.of[i];
    if (setting.sentence.empty() || !statements_[i].communicated) return;
    const std::vector<DatePhrase>& dates = dates_[reading_.words[setting.cue].sentence];
    if (const auto phrase = date_of_saying(reading_, settings_, i, dates)) own_day(i, *phrase);
    const auto audience = audience_of(reading_, cast_, settings_, statements_, i, dates);
    if (!audience) return;
    Told told{audience->name, audience->span, audience->confidence};
    gathering_[i] = audience->gathering;
    if (audience->pronoun != none) {
      told.name = other_person(i, audience->pronoun);
      told.confidence = 0.5f;
    }
    if (!told.name.empty()) occasions_[i].told = std::move(told);
  }

  void own_day(std::uint32_t i, const DatePhrase& phrase) {
    Said said;
    said.from = phrase.from;
    said.to = phrase.to;
    said.basis = phrase.basis;
    said.phrase = reading_.span_of(phrase.words);
    said.confidence = 0.88f;
    if (phrase.to_other_day && !said.from) {
      const auto day = last_day_before(i);
      if (day && phrase.days_apart != 0) said.from = said.to = add_days(*day, phrase.days_apart);
      said.confidence = 0.78f;
    }
    if (said.from && article_.published) {
      if (days_from_epoch(*said.from) > days_from_epoch(*article_.published)) return;
      // "this week": no saying is later than its report
      if (said.to->day != 0 && days_from_epoch(*said.to) > days_from_epoch(*article_.published))
        said.to = article_.published;
    }
    occasions_[i].said = std::move(said);
  }

  // The last single day that an earlier statement was dated by; what a headline is dated by comes later and counts too.
  std::optional<Date> last_day_before(std::uint32_t i) const {
    std::optional<Date> day;
    for (const std::uint32_t other : order_) {
      if (settings_.of[other].cue >= settings_.of[i].cue) break;
      const auto& said = occasions_[other].said;
      if (said && said->from && said->from->day != 0 && *said->from == *said->to) day = said->from;
    }
    return day;
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

  bool other_times(std::uint32_t i) const {
    const Setting& setting = settings_.of[i];
    const std::uint32_t from = setting.cue >= setting.sentence.begin + 4 ? setting.cue - 4 : setting.sentence.begin;
    for (std::uint32_t w = from; w < std::min(setting.cue_end + 4, setting.sentence.end); ++w) {
      if (settings_.same_voice(i, w) && tells_of_other_times(reading_.words[w].lower)) return true;
    }
    return false;
  }

  // What the statement does not tell itself it has from the nearest statement of the same speaker that may be of the
  // same occasion: from those before it as far as they reach, from those right behind it.
  void fill(std::size_t k) {
    const std::uint32_t i = order_[k];
    if (i >= given_ || figures_[i] == none || !statements_[i].communicated || other_times(i)) return;
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
    Said said = from;
    said.confidence *= 0.96f - 0.02f * static_cast<float>(std::min(far, 4u));
    said.basis = "occasion";
    if (said.confidence >= least_lent) to.said = std::move(said);
  }
  static void lend(const Told& from, Occasion& to, std::uint32_t far) {
    Told told = from;
    told.confidence *= 0.96f - 0.02f * static_cast<float>(std::min(far, 4u));
    if (told.confidence >= least_lent) to.told = std::move(told);
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
        if (occasions_[other].said || occasions_[other].told || settings_.of[other].present || other_times(other))
          continue;
        if (cast_.figures[figures_[other]].kind != SpeakerKind::person) continue;
        lend(*occasions_[i].said, occasions_[other], 4);
        lend(*occasions_[i].told, occasions_[other], 4);
      }
      return;
    }
  }

  const Article& article_;
  const Reading& reading_;
  const Cast& cast_;
  std::size_t given_;  // statements that were given; tellings of occasions stand behind them
  Statements statements_;
  const std::vector<SourceLink>& links_;
  std::vector<std::uint32_t> figures_;  // of each statement
  Settings settings_;
  std::vector<std::vector<DatePhrase>> dates_;  // of each sentence
  std::vector<Occasion> occasions_;
  std::vector<Occasion> own_;         // before anything was lent
  std::vector<bool> gathering_;       // of each statement: its audience is a gathering
  std::vector<std::uint32_t> order_;  // statements by their cues
};

}  // namespace

std::vector<Occasion> find_occasions(const Article& article, const Reading& reading, const Cast& cast,
                                     const Statements& statements, const std::vector<SourceLink>& links) {
  return OccasionFinder(article, reading, cast, statements, links).run();
}

}  // namespace onrecord::resolving
