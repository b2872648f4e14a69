#include "resolve/occasions.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

class OccasionFinder {
 public:
  OccasionFinder(const Article& article, const Reading& reading, const Cast& cast, const Statements& statements,
                 const std::vector<SourceLink>& links)
      : article_(article),
        reading_(reading),
        cast_(cast),
        statements_(statements),
        links_(links),
        settings_(read_settings(reading, statements)),
        occasions_(statements.size()),
        paragraph_(statements.size()),
        order_(statements.size()) {}

  std::vector<Occasion> run() {
    dates_ = find_dates_of_sentences();
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      paragraph_[i] = reading_.paragraph_of(settings_.of[i].cue);
      order_[i] = i;
    }
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t i) { return settings_.of[i].cue; });
    for (const std::uint32_t i : order_) own(i);
    for (std::size_t k = 0; k < order_.size(); ++k) carry_on(k);
    carry_back();
    return std::move(occasions_);
  }

 private:
  std::vector<std::vector<DatePhrase>> find_dates_of_sentences() {
    std::vector<std::vector<DatePhrase>> dates(reading_.sentences.size());
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s)
      dates[s] = find_dates(reading_, reading_.sentences[s].words, article_.published);
    return dates;
  }

  // What the statement's own sentence tells.
  void own(std::uint32_t i) {
    const Setting& setting = settings_.of[i];
    if (setting.sentence.empty()) return;
    const std::vector<DatePhrase>& dates = dates_[reading_.words[setting.cue].sentence];
    if (const auto phrase = date_of_saying(reading_, settings_, i, dates); phrase && statements_[i].communicated) {
      Said said;
      said.from = phrase->from;
      said.to = phrase->to;
      said.basis = phrase->basis;
      said.phrase = reading_.span_of(phrase->words);
      said.confidence = 0.85f;
      if (phrase->to_other_day && !said.from) {
        // the last day that was told of in a statement before
        for (auto other = order_.begin(); other != order_.end() && *other != i; ++other) {
          const auto& told_of = occasions_[*other].said;
          if (told_of && told_of->from && *told_of->from == *told_of->to && told_of->from->day != 0) {
            said.from = said.to = add_days(*told_of->from, phrase->days_apart);
          }
        }
        said.confidence = 0.75f;
      }
      if (!(said.from && article_.published && days_from_epoch(*said.from) > days_from_epoch(*article_.published)))
        occasions_[i].said = said;
    }
    if (!statements_[i].communicated) return;
    if (const auto audience = audience_of(reading_, cast_, settings_, statements_, i, dates)) {
      Told told;
      told.name = audience->name;
      told.span = audience->span;
      told.confidence = audience->confidence;
      if (audience->pronoun != none) {
        told.name.clear();
        for (const SourceLink& link : links_) {
          if (link.figure != none && link.figure != links_[i].figure &&
              cast_.figures[link.figure].kind == SpeakerKind::person)
            told.name = cast_.figures[link.figure].name;
        }
        told.confidence = 0.4f;
      }
      if (!told.name.empty() && told.confidence >= 0.4f) occasions_[i].told = told;
    }
  }

  bool carries(std::uint32_t i) const {
    return statements_[i].communicated && !(settings_.of[i].present && !settings_.of[i].past);
  }

  // From the last statement of the same speaker that has one, while the report of that occasion goes on.
  void carry_on(std::size_t k) {
    const std::uint32_t i = order_[k];
    if (!carries(i) || links_[i].figure == none) return;
    Occasion& occasion = occasions_[i];
    for (std::size_t back = k; back > 0; --back) {
      const std::uint32_t other = order_[back - 1];
      if (paragraph_[i] - paragraph_[other] > 3) return;
      if (links_[other].figure != links_[i].figure || !statements_[other].communicated) continue;
      const Occasion& from = occasions_[other];
      if (!from.said && !from.told) {
        if (settings_.of[other].present && !settings_.of[other].past) return;
        continue;
      }
      const bool own_said = occasion.said.has_value();
      const bool own_told = occasion.told.has_value();
      if (!own_said && !own_told) {
        if (from.said) lend(*from.said, occasion);
        if (from.told) lend(*from.told, occasion);
      } else if (own_said != own_told && paragraph_[i] == paragraph_[other] &&
                 settings_.of[i].sentence == settings_.of[other].sentence) {
        if (!own_said && from.said) lend(*from.said, occasion);
        if (!own_told && from.told) lend(*from.told, occasion);
      }
      return;
    }
  }

  static void lend(const Said& from, Occasion& to) {
    Said said = from;
    said.confidence *= 0.9f;
    if (said.confidence < 0.4f) return;
    if (said.basis != "occasion") said.basis = "occasion";
    to.said = said;
  }
  static void lend(const Told& from, Occasion& to) {
    Told told = from;
    told.confidence *= 0.93f;
    if (told.confidence < 0.4f) return;
    to.told = told;
  }

  // The headline and the lead sum up what is dated right after.
  void carry_back() {
    for (std::size_t k = 0; k < order_.size(); ++k) {
      const std::uint32_t i = order_[k];
      Occasion& occasion = occasions_[i];
      if (paragraph_[i] > 1 || !statements_[i].communicated || links_[i].figure == none || occasion.said ||
          occasion.told)
        continue;
      for (std::size_t ahead = k + 1; ahead < order_.size(); ++ahead) {
        const std::uint32_t other = order_[ahead];
        if (paragraph_[other] > paragraph_[i] + 3) break;
        if (links_[other].figure != links_[i].figure || !statements_[other].communicated) continue;
        if (!occasions_[other].said && !occasions_[other].told) continue;
        if (occasions_[other].said) lend(*occasions_[other].said, occasion);
        if (occasions_[other].told) lend(*occasions_[other].told, occasion);
        break;
      }
    }
  }

  const Article& article_;
  const Reading& reading_;
  const Cast& cast_;
  const Statements& statements_;
  const std::vector<SourceLink>& links_;
  Settings settings_;
  std::vector<std::vector<DatePhrase>> dates_;  // of each sentence
  std::vector<Occasion> occasions_;
  std::vector<std::uint32_t> paragraph_;  // of each statement's cue
  std::vector<std::uint32_t> order_;      // statements by their cues
};

}  // namespace

std::vector<Occasion> find_occasions(const Article& article, const Reading& reading, const Cast& cast,
                                     const Statements& statements, const std::vector<SourceLink>& links) {
  return OccasionFinder(article, reading, cast, statements, links).run();
}

}  // namespace onrecord::resolving
