// Who is behind the sources that name nobody, as the tagger's judge sees it.
#include <algorithm>
#include <string_view>

#include "resolve/linker.h"
#include "resolve/chances.h"

namespace onrecord::resolving {

namespace {

constexpr float likelier_than_not = 0.5f;

// What the text itself says, in place of which nobody is named on a guess: of 281 answers below one half instead of such,
// in articles that the judge has not learned from, 109 are right, and so are 111 of the rules'.
bool stands_for_itself(std::string_view by) { return by == "phrase" || by == "epithet" || by == "first-person"; }

}  // namespace

void Linker::ask(const PairReader& judge, const Readings& readings) {
  const SpeakerChooser chooser(linked());
  std::vector<std::vector<SpeakerCandidate>> candidates(statements_.size());
  std::vector<Chance> chances;
  for (std::uint32_t i = 0; i < statements_.size(); ++i) {
    if (!chooser.asks(i)) continue;
    candidates[i] = chooser.candidates(i);
    for (std::uint32_t k = 0; k < candidates[i].size(); ++k)
      chances.push_back({i, k, candidates[i][k].features, candidates[i][k].places, 0.5f});
  }
  ask_judge(judge, 1.0f, readings, statements_, chances);
  const float least_more = judge.thresholds()[0];
  for (auto first = chances.begin(); first != chances.end();) {
    const std::uint32_t i = first->statement;
    const auto end = std::find_if(first, chances.end(), [&](const Chance& chance) { return chance.statement != i; });
    const auto best =
        std::max_element(first, end, [](const Chance& a, const Chance& b) { return a.likely < b.likely; });
    // The rules' answer stands first.
    const bool answered = candidates[i].front().rule;
    const std::uint32_t figure = candidates[i][best->candidate].figure;
    const bool person = figure != none && cast_.figures[figure].kind == SpeakerKind::person;
    const float least =
        answered && person && stands_for_itself(links_[i].decision.by) ? likelier_than_not : least_confidence;
    if (best->likely >= least && (!answered || best->likely > first->likely + least_more))
      give(i, candidates[i][best->candidate], best->likely);
    first = end;
  }
}

void Linker::give(std::uint32_t statement, SpeakerCandidate& candidate, float likely) {
  if (candidate.rule) return;
  SourceLink& link = links_[statement];
  const Phrase& phrase = phrases_[statement];
  link = {};
  decide(link, candidate.figure != none ? candidate.figure : figure_named(std::move(candidate.made)), "judge", likely);
  if (phrase.form == PhraseForm::empty) return;
  link.mentions.push_back(reading_.span_of(phrase.core));
  if (phrase.form == PhraseForm::noun && phrase.definite == Definite::definite && !phrase.plural &&
      !is_voice(words_[phrase.head].lower) &&
      cast_.figures[link.figure].kind == SpeakerKind::person)
    link.epithet = reading_.span_of(phrase.core);
}

}  // namespace onrecord::resolving
