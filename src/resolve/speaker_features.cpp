// What speaks for one who may be behind a source: what the judge of speakers is told of each.
#include <algorithm>
#include <cmath>
#include <string_view>

#include "resolve/linker.h"
#include "resolve/speaker_choices.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// What decided a link, by what it is worth.
std::size_t class_of(std::string_view by) {
  if (by == "pronoun") return 0;
  if (by == "pronoun-ahead" || by == "short-name" || by == "joint" || by == "name") return 1;
  if (by == "relative-clause") return 2;
  if (by == "same-noun") return 3;
  if (by == "phrase") return 4;
  if (by == "epithet" || by == "introduced-later") return 5;
  if (by == "definite-phrase") return 6;
  if (by == "first-person") return 7;
  return 8;
}
constexpr std::size_t classes_of_deciding = 9;

// Fills the features one after another.
class Row {
 public:
  explicit Row(SpeakerFeatures& features) : features_(features) {}
  void put(float value) { features_.at(at_++) = value; }
  void put(bool value) { put(value ? 1.0f : 0.0f); }
  void put(std::uint32_t value) { put(static_cast<float>(value)); }
  void one_of(std::size_t which, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) put(k == which);
  }

 private:
  SpeakerFeatures& features_;
  std::size_t at_ = 0;
};

}  // namespace

void SpeakerChooser::weigh(SpeakerCandidate& candidate, const std::vector<Place>& places, const Asked& asked,
                           std::uint32_t rank) const {
  const Figure& figure = candidate.figure == none ? candidate.made : of_.cast.figures[candidate.figure];
  const SourceLink& link = of_.links[asked.statement];
  const Statement& said = of_.statements[asked.statement];
  const Word& at = words_[asked.word];
  const bool itself = places.empty();
  Row row(candidate.features);
  row.put(candidate.rule);
  row.put(candidate.rule ? link.decision.confidence : 0.0f);
  row.one_of(candidate.rule ? class_of(link.decision.by) : classes_of_deciding, classes_of_deciding);

  const std::size_t form = asked.phrase.form == PhraseForm::empty ? 0
                           : asked.noun                           ? 1
                           : asked.relative                       ? (at.lower == "who" ? 2 : 3)
                                                                  : 4 + static_cast<std::size_t>(asked.pronoun);
  row.one_of(form, 11);
  constexpr std::array kinds{SpeakerKind::person, SpeakerKind::organisation, SpeakerKind::group, SpeakerKind::document,
                             SpeakerKind::unknown};
  for (const SpeakerKind kind : kinds) row.put(asked.noun && asked.kind == kind);
  row.put(asked.noun && asked.phrase.plural);
  row.put(asked.noun && asked.phrase.definite == Definite::definite);
  row.put(asked.noun && asked.phrase.definite == Definite::indefinite);
  row.put(asked.noun && asked.epithet.possessed);
  row.put(asked.noun ? asked.phrase.whole.size() : 0u);

  row.put(figure.kind == SpeakerKind::person);
  row.put(figure.kind == SpeakerKind::organisation);
  row.put(figure.kind == SpeakerKind::group);
  row.put(figure.kind == SpeakerKind::document);
  row.put(figure.kind == SpeakerKind::unnamed);
  row.put(figure.kind == SpeakerKind::author);
  row.put(figure.place);
  row.put(candidate.figure == none);
  row.put(itself);
  const bool male = asked.pronoun == Pronoun::he || (asked.noun && (at.classes & (c::male | c::female)) == c::male);
  const bool female = asked.pronoun == Pronoun::she || (asked.noun && (at.classes & (c::male | c::female)) == c::female);
  row.put(male || female ? (male ? figure.male() : figure.female())   ? 1.0f
                           : (male ? figure.female() : figure.male()) ? -1.0f
                                                                      : 0.0f
                         : 0.0f);
  row.put(figure.plural);

  const Place* before = nullptr;
  const Place* behind = nullptr;
  std::uint32_t earlier = 0;
  for (const Place& place : places) {
    if (place.word < asked.word) {
      before = &place;
      ++earlier;
    } else if (behind == nullptr) {
      behind = &place;
    }
  }
  row.put(before != nullptr);
  row.put(before != nullptr ? std::log1p(static_cast<float>(asked.word - before->word)) : 0.0f);
  row.put(before != nullptr ? at.sentence - words_[before->word].sentence : 0u);
  row.put(before != nullptr ? of_.reading.paragraph_of(asked.word) - of_.reading.paragraph_of(before->word) : 0u);
  row.put(behind != nullptr);
  row.put(behind != nullptr ? words_[behind->word].sentence - at.sentence : 0u);
  const Place* const nearest = before != nullptr ? before : behind;
  row.put(nearest != nullptr && nearest->as.subject);
  row.put(nearest != nullptr && nearest->as.possessive);
  row.put(nearest != nullptr && nearest->as.modifies);
  row.put(nearest != nullptr && nearest->as.leads);
  row.put(nearest != nullptr && of_.reading.sentences[words_[nearest->word].sentence].title_case);
  row.put(nearest != nullptr && words_[nearest->word].quote != at.quote);

  const Mentioned* last = nullptr;  // by a pronoun too
  if (candidate.figure != none) {
    for (const Mentioned& mention : any_[candidate.figure]) {
      const bool own = mention.word >= asked.source.begin && mention.word < asked.source.end;
      if (mention.word < asked.word && !own) last = &mention;
    }
  }
  row.put(last != nullptr ? at.sentence - words_[last->word].sentence : 20u);
  row.put(last != nullptr && last->subject);
  row.put(last != nullptr && before != nullptr && last->word > before->word);
  row.put(rank);
  row.put(std::log1p(static_cast<float>(earlier)));
  row.put(std::log1p(static_cast<float>(places.size())));

  const std::uint32_t turn = turn_[asked.statement];
  std::uint32_t spoke = 0;
  std::uint32_t since = 30;
  for (std::uint32_t k = 0; k < turn; ++k) {
    if (candidate.figure == none || of_.links[order_[k]].figure != candidate.figure) continue;
    ++spoke;
    since = std::min(turn - k, 30u);
  }
  row.put(std::log1p(static_cast<float>(spoke)));
  row.put(since == 1);
  row.put(since == 2);
  row.put(std::log1p(static_cast<float>(since)));
  bool outer = false;
  for (std::uint32_t other = 0; other < of_.statements.size(); ++other) {
    if (other == asked.statement || candidate.figure == none || of_.links[other].figure != candidate.figure) continue;
    outer = outer || std::ranges::any_of(of_.statements[other].content,
                                         [&](const Span content) { return content.contains(at.span); });
  }
  row.put(outer);
  bool quoted = false;
  bool reported = false;
  for (const Place& place : places) {
    if (std::ranges::none_of(said.content, [&](const Span content) { return content.contains(place.span); })) continue;
    (words_[place.word].quote != none ? quoted : reported) = true;
  }
  row.put(quoted);
  row.put(reported);

  std::uint32_t shared = 0;
  std::uint32_t modifiers = 0;
  for (std::uint32_t w = asked.phrase.core.begin; asked.noun && w < asked.phrase.core.end; ++w) {
    if (w == asked.phrase.head || words_[w].is(c::function)) continue;
    ++modifiers;
    shared += std::ranges::find(figure.parts, words_[w].lower) != figure.parts.end() ? 1u : 0u;
  }
  row.put(asked.noun && figure.head == at.lower);
  row.put(asked.noun && std::ranges::find(figure.parts, at.lower) != figure.parts.end());
  row.put(modifiers == 0 ? 0.0f : static_cast<float>(shared) / static_cast<float>(modifiers));
  row.put(asked.noun && figure.kind == SpeakerKind::person ? match(asked.epithet, figure) : 0.0f);
  row.put(asked.noun && figure.kind == SpeakerKind::person && shares_affiliation(asked.epithet, figure));
  row.put(before == nullptr && behind != nullptr && behind->as.subject);

  row.put(at.quote != none);
  row.put(said.form == Form::direct);
  row.put(said.form == Form::mixed);
  row.put(std::log1p(static_cast<float>(at.sentence)));
  row.put(nearest != nullptr && of_.reading.paragraph_of(nearest->word) == of_.reading.paragraph_of(asked.word));
  row.put(candidate.figure != none && turn + 1 < order_.size() &&
          of_.links[order_[turn + 1]].figure == candidate.figure);
  row.put(link.figure == none);
  row.put(std::log1p(static_cast<float>(std::ranges::count(figure.name, ' '))));
}

}  // namespace onrecord::resolving
