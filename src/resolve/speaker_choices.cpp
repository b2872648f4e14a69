#include "resolve/speaker_choices.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "resolve/epithets.h"
#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::size_t most_candidates = 20;
constexpr std::uint32_t reach_back = 60;   // sentences
constexpr std::uint32_t reach_ahead = 4;   // sentences
constexpr std::uint32_t reach_of_things = 6;  // sentences back to phrases that nobody has been linked to

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

Figure author_figure() {
  Figure author;
  author.kind = SpeakerKind::author;
  author.name = "author";
  return author;
}

// Fills the features one after another.
class Row {
 public:
  explicit Row(SpeakerFeatures& features) : features_(features) {}
  void put(float value) { features_.at(at_++) = value; }
  void put(bool value) { put(value ? 1.0f : 0.0f); }
  void put(std::uint32_t value) { put(static_cast<float>(value)); }
  void one_of(std::size_t which, std::size_t count, float value = 1.0f) {
    for (std::size_t k = 0; k < count; ++k) put(k == which ? value : 0.0f);
  }

 private:
  SpeakerFeatures& features_;
  std::size_t at_ = 0;
};

}  // namespace

// What is asked about: a statement's source.
struct SpeakerChooser::Asked {
  std::uint32_t statement = 0;
  std::uint32_t word = 0;
  Range source;  // empty where the text gives none
  Phrase phrase;
  Pronoun pronoun = Pronoun::other;
  bool relative = false;
  bool noun = false;
  SpeakerKind kind = SpeakerKind::unknown;  // of a noun
  Epithet epithet;
};

SpeakerChooser::SpeakerChooser(const LinkedSources& of) : of_(of), words_(of.reading.words) {
  places_.resize(of_.cast.figures.size());
  any_.resize(of_.cast.figures.size());
  for (std::size_t n = 0; n < of_.cast.names.size(); ++n) {
    const std::uint32_t figure = of_.cast.figure_of_name[n];
    if (figure == none) continue;
    const Range name = of_.cast.names[n].words;
    const auto as = std::ranges::lower_bound(of_.mentions, name.end - 1, {}, &Mentioned::word);
    note(figure, name, as != of_.mentions.end() && as->word == name.end - 1 ? *as : Mentioned{});
  }
  for (std::size_t n = 0; n < of_.nominals.persons.size(); ++n)
    note(of_.introduced[n], of_.nominals.persons[n].core, Mentioned{});
  for (std::uint32_t i = 0; i < of_.links.size(); ++i) {
    const Phrase& phrase = of_.phrases[i];
    if (of_.links[i].figure == none || phrase.form != PhraseForm::noun) continue;
    Mentioned as;
    as.subject = true;
    as.quote = words_[phrase.head].quote;
    note(of_.links[i].figure, phrase.core, as);
  }
  for (auto& places : places_) {
    std::ranges::stable_sort(places, {}, &Place::word);
    const auto repeated = std::ranges::unique(places, {}, &Place::word);
    places.erase(repeated.begin(), repeated.end());
  }
  for (const Mentioned& mention : of_.mentions) any_[mention.figure].push_back(mention);
  order_.resize(of_.statements.size());
  turn_.resize(of_.statements.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
  std::ranges::stable_sort(order_, {}, [&](std::uint32_t i) { return place_of(of_.statements[i]); });
  for (std::uint32_t k = 0; k < order_.size(); ++k) turn_[order_[k]] = k;
}

void SpeakerChooser::note(std::uint32_t figure, Range words, const Mentioned& as) {
  Place place{words.end - 1, of_.reading.span_of(words), as};
  place.as.word = place.word;
  place.as.figure = figure;
  places_[figure].push_back(place);
}

std::uint32_t SpeakerChooser::word_of(std::uint32_t statement) const {
  const Phrase& phrase = of_.phrases[statement];
  if (phrase.form != PhraseForm::empty) return phrase.head;
  return std::min(of_.reading.word_at(place_of(of_.statements[statement])),
                  static_cast<std::uint32_t>(words_.size() - 1));
}

bool SpeakerChooser::asks(std::uint32_t statement) const {
  if (words_.empty()) return false;
  const PhraseForm form = of_.phrases[statement].form;
  if (form == PhraseForm::empty) return of_.statements[statement].source.empty();
  return form != PhraseForm::name;
}

bool SpeakerChooser::may_be(const Figure& figure, const Asked& asked) const {
  const SpeakerKind kind = figure.kind;
  const bool one_person = (kind == SpeakerKind::person || kind == SpeakerKind::unnamed) && !figure.plural;
  // What is not known for a person may be one that was misread.
  const bool perhaps = one_person || (!figure.plural && !figure.place && figure.head.empty());
  if (asked.pronoun == Pronoun::he) return perhaps && !figure.female();
  if (asked.pronoun == Pronoun::she) return perhaps && !figure.male();
  if (asked.pronoun == Pronoun::it) return !one_person;
  if (asked.pronoun == Pronoun::they) return kind != SpeakerKind::document;
  if (!asked.noun) return true;
  if (asked.kind == SpeakerKind::person && !asked.phrase.plural) return one_person || perhaps;
  if (asked.kind == SpeakerKind::document) return !one_person;
  return asked.phrase.plural || !one_person || asked.kind == SpeakerKind::unknown;
}

std::vector<SpeakerCandidate> SpeakerChooser::candidates(std::uint32_t statement) const {
  Asked asked;
  asked.statement = statement;
  asked.word = word_of(statement);
  asked.phrase = of_.phrases[statement];
  const Statement& said = of_.statements[statement];
  if (!said.source.empty()) asked.source = of_.reading.words_in({said.source.front().begin, said.source.back().end});
  if (asked.phrase.form == PhraseForm::pronoun) asked.pronoun = pronoun_of(words_[asked.word].lower);
  asked.relative = asked.phrase.form == PhraseForm::relative;
  asked.noun = asked.phrase.form == PhraseForm::noun;
  if (asked.noun) {
    asked.kind = kind_of_noun(of_.reading, asked.phrase);
    asked.epithet = read_epithet(of_.reading, asked.phrase);
  }
  const std::uint32_t rule = of_.links[statement].figure;
  const std::uint32_t sentence = words_[asked.word].sentence;
  const auto own = [&](std::uint32_t word) { return word >= asked.source.begin && word < asked.source.end; };
  struct Near {
    std::uint32_t figure;
    std::uint32_t far;
  };
  std::vector<Near> near;
  for (std::uint32_t f = 0; f < places_.size(); ++f) {
    if (f == rule || places_[f].empty() || !may_be(of_.cast.figures[f], asked)) continue;
    std::uint32_t far = none;
    const auto reach = [&](std::uint32_t word) {
      if (own(word)) return;
      const std::uint32_t at = words_[word].sentence;
      if (word < asked.word ? sentence - at <= reach_back : at - sentence <= reach_ahead)
        far = std::min(far, word < asked.word ? 2 * (asked.word - word) : 3 * (word - asked.word));
    };
    for (const Place& place : places_[f]) reach(place.word);
    if (far == none) continue;
    for (const Mentioned& mention : any_[f]) reach(mention.word);
    near.push_back({f, far});
  }
  std::ranges::stable_sort(near, {}, &Near::far);
  if (near.size() > most_candidates) near.resize(most_candidates);

  std::vector<SpeakerCandidate> made;
  std::vector<std::vector<Place>> places;
  const auto add = [&](SpeakerCandidate&& candidate, std::vector<Place> at) {
    for (const Place& place : at) candidate.places.push_back(place.span);
    made.push_back(std::move(candidate));
    places.push_back(std::move(at));
  };
  const auto elsewhere = [&](std::uint32_t figure) {
    std::vector<Place> kept;
    for (const Place& place : places_[figure]) {
      if (!own(place.word)) kept.push_back(place);
    }
    return kept;
  };
  if (rule != none) {
    SpeakerCandidate candidate;
    candidate.figure = rule;
    candidate.rule = true;
    add(std::move(candidate), elsewhere(rule));
  }
  for (const Near& one : near) {
    SpeakerCandidate candidate;
    candidate.figure = one.figure;
    add(std::move(candidate), elsewhere(one.figure));
  }
  // Phrases that no statement has been linked to.
  const auto add_phrases = [&](const std::vector<Nominal>& phrases, SpeakerKind kind) {
    for (const Nominal& nominal : phrases) {
      if (nominal.head >= asked.word || own(nominal.head)) continue;
      if (sentence - words_[nominal.head].sentence > reach_of_things) continue;
      const bool linked = std::ranges::any_of(of_.phrases, [&](const Phrase& phrase) { return phrase.head == nominal.head; });
      if (linked || made.size() > most_candidates + 8) continue;
      SpeakerCandidate candidate;
      candidate.made.kind = kind;
      candidate.made.head = words_[nominal.head].lower;
      candidate.made.plural = kind == SpeakerKind::group;
      candidate.made.name = std::string(of_.reading.of(of_.reading.span_of(nominal.core)));
      for (std::uint32_t w = nominal.core.begin; w < nominal.core.end; ++w)
        candidate.made.parts.push_back(words_[w].lower);
      if (!may_be(candidate.made, asked)) continue;
      Place place{nominal.head, of_.reading.span_of(nominal.core), {}};
      place.as.word = nominal.head;
      place.as.quote = words_[nominal.head].quote;
      add(std::move(candidate), {place});
    }
  };
  const bool open = asked.relative || asked.phrase.form == PhraseForm::empty;
  if (open || asked.pronoun == Pronoun::they || (asked.noun && asked.phrase.plural) || (asked.noun && asked.phrase.share)) add_phrases(of_.nominals.groups, SpeakerKind::group);
  if (open || asked.pronoun == Pronoun::it ||
      (asked.noun && (asked.kind == SpeakerKind::document || asked.kind == SpeakerKind::unknown)))
    add_phrases(of_.nominals.things, SpeakerKind::document);
  const bool first = asked.pronoun == Pronoun::first || asked.pronoun == Pronoun::first_plural;
  if ((first || said.source.empty()) && (rule == none || of_.cast.figures[rule].kind != SpeakerKind::author)) {
    SpeakerCandidate candidate;
    candidate.made = author_figure();
    add(std::move(candidate), {});
  }
  const Figure& self = of_.selves[statement];
  if (asked.noun && !self.name.empty() &&
      (rule == none || of_.cast.figures[rule].name != self.name || of_.cast.figures[rule].kind != self.kind)) {
    SpeakerCandidate candidate;
    candidate.made = self;
    add(std::move(candidate), {});
  }
  for (std::size_t k = 0; k < made.size(); ++k) {
    weigh(made[k], places[k], asked, static_cast<std::uint32_t>(k));
    if (!made[k].places.empty()) continue;
    const auto whole = [](const std::vector<Span>& spans) { return Span{spans.front().begin, spans.back().end}; };
    made[k].places = {asked.phrase.form != PhraseForm::empty ? of_.reading.span_of(asked.phrase.core)
                      : !said.cue.empty()                    ? whole(said.cue)
                                                             : whole(said.content)};
  }
  return made;
}

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
}

}  // namespace onrecord::resolving
