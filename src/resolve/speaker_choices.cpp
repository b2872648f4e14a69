#include "resolve/speaker_choices.h"

#include <algorithm>
#include <string_view>

#include "resolve/epithets.h"
#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::size_t most_candidates = 20;
constexpr std::size_t most_owners = 4;
constexpr std::uint32_t reach_back = 60;      // sentences
constexpr std::uint32_t reach_ahead = 4;      // sentences
constexpr std::uint32_t reach_of_things = 6;  // sentences back to phrases that nobody has been linked to,
constexpr std::uint32_t reach_of_nouns = 4;   // and to nouns that no rule takes up
constexpr std::size_t most_things = 8;
constexpr std::size_t most_nouns = 5;
constexpr std::size_t most_joint = 3;
constexpr std::size_t most_told_in_full = 2;

Figure author_figure() {
  Figure author;
  author.kind = SpeakerKind::author;
  author.name = "author";
  return author;
}

bool bears(const Figure& figure, std::string_view last_name) {
  return figure.kind == SpeakerKind::person && figure.parts.size() > 1 && figure.parts.back() == last_name;
}

// Whom "his", "her", "its" or "their" may mean.
bool may_own(const Figure& figure, Pronoun pronoun) {
  const bool person = figure.kind == SpeakerKind::person && !figure.plural;
  if (pronoun == Pronoun::he) return person && !figure.female();
  if (pronoun == Pronoun::she) return person && !figure.male();
  return !person && figure.kind != SpeakerKind::document && figure.kind != SpeakerKind::unnamed;
}

}  // namespace

bool is_voice(std::string_view noun) {
  constexpr std::array<std::string_view, 17> voices{
      "comment", "comments", "remark",  "remarks",  "tweet",   "tweets",    "message",    "words",  "rhetoric",
      "answer",  "answers",  "response", "speech",  "account", "testimony", "statements", "claims"};
  return std::ranges::find(voices, noun) != voices.end();
}

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
  const Phrase& phrase = of_.phrases[statement];
  if (phrase.form == PhraseForm::empty) return of_.statements[statement].source.empty();
  if (phrase.form != PhraseForm::name) return true;
  const Range name = of_.cast.names[phrase.name].words;
  const std::string& last = words_[name.begin].lower;
  return name.size() == 1 && std::ranges::count_if(of_.cast.figures, [&](const Figure& figure) {
                               return bears(figure, last);
                             }) > 1;
}

bool SpeakerChooser::may_be(const Figure& figure, const Asked& asked) const {
  const SpeakerKind kind = figure.kind;
  const bool one_person = (kind == SpeakerKind::person || kind == SpeakerKind::unnamed) && !figure.plural;
  // What is not known for a person may be one that was misread.
  const bool perhaps = one_person || (!figure.plural && !figure.place && figure.head.empty());
  if (asked.pronoun == Pronoun::he) return perhaps && !figure.female();
  if (asked.pronoun == Pronoun::she) return perhaps && !figure.male();
  if (asked.pronoun == Pronoun::it) return !one_person;
  if (asked.pronoun == Pronoun::they)
    return !one_person && (kind != SpeakerKind::document || figure.name.ends_with('s'));
  if (asked.phrase.form == PhraseForm::name) return bears(figure, words_[asked.word].lower);
  if (asked.anonymous && kind == SpeakerKind::person) return false;
  if (!asked.noun) return true;
  if (asked.link_list) return kind == SpeakerKind::person;
  const bool named_body = kind == SpeakerKind::organisation && figure.head.empty();
  if (asked.phrase.plural) return !one_person && !(asked.kind == SpeakerKind::document && named_body);
  if (asked.kind == SpeakerKind::person) return one_person || kind == SpeakerKind::unknown;
  if (asked.kind == SpeakerKind::document) return !one_person && !named_body;
  return !one_person || asked.kind == SpeakerKind::unknown;
}

Range SpeakerChooser::source_of(std::uint32_t statement) const {
  const std::vector<Span>& source = of_.statements[statement].source;
  return source.empty() ? Range{} : of_.reading.words_in({source.front().begin, source.back().end});
}

std::vector<Figure> SpeakerChooser::itself(std::uint32_t statement, bool noun) const {
  const Figure& self = of_.selves[statement];
  const Phrase& phrase = of_.antecedents[statement];
  std::vector<Figure> made;
  if (phrase.form != PhraseForm::noun || self.name.empty()) return made;
  made.push_back(self);
  const auto by = [&](Range words) {
    while (!words.empty() && (words_[words.begin].kind != TokenKind::word || words_[words.begin].is(c::function)) &&
           words_[words.begin].lower != "those" && !words_[words.begin].is(c::quantity))
      ++words.begin;
    while (!words.empty() &&
           (words_[words.end - 1].kind != TokenKind::word || words_[words.end - 1].is(c::preposition)))
      --words.end;
    if (words.empty()) return;
    Figure figure = self;
    figure.name = std::string(of_.reading.of(of_.reading.span_of(words)));
    if (std::ranges::find(made, figure.name, &Figure::name) == made.end()) made.push_back(std::move(figure));
  };
  by(phrase.core);
  by(phrase.whole);
  if (noun) by(source_of(statement));
  return made;
}

// The nearest figures of which `fits` is true, those ahead counting half as far again.
template <class Fits>
std::vector<std::uint32_t> SpeakerChooser::nearest(const Asked& asked, Fits fits) const {
  const std::uint32_t sentence = words_[asked.word].sentence;
  struct Near {
    std::uint32_t figure;
    std::uint32_t far;
  };
  std::vector<Near> near;
  for (std::uint32_t f = 0; f < places_.size(); ++f) {
    if (places_[f].empty() || !fits(of_.cast.figures[f])) continue;
    std::uint32_t far = none;
    const auto reach = [&](std::uint32_t word) {
      if (asked.source.begin <= word && word < asked.source.end) return;
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
  std::vector<std::uint32_t> figures;
  for (const Near& one : near) figures.push_back(one.figure);
  return figures;
}

// Of how many persons a source speaks, though they were not named in a row ("two senators", "both of her rivals"); 0
// where it does not say.
std::size_t SpeakerChooser::number_of(const Asked& asked) const {
  static constexpr std::array<std::pair<std::string_view, std::size_t>, 7> numbers{
      {{"both", 2}, {"two", 2}, {"pair", 2}, {"duo", 2}, {"three", 3}, {"trio", 3}, {"four", 4}}};
  for (std::uint32_t w = asked.phrase.whole.begin; w < std::min(asked.phrase.whole.end, asked.phrase.head + 1); ++w) {
    for (const auto& [word, number] : numbers) {
      if (words_[w].lower == word) return number;
    }
  }
  return 0;
}

// So many persons as one: the nearest, and those of whom the article has spoken most.
std::vector<std::vector<std::uint32_t>> SpeakerChooser::so_many(const Asked& asked, std::size_t number) const {
  std::vector<std::uint32_t> persons = nearest(
      asked, [](const Figure& figure) { return figure.kind == SpeakerKind::person && !figure.plural; });
  if (persons.size() < number) return {};
  std::vector<std::vector<std::uint32_t>> made{
      {persons.begin(), persons.begin() + static_cast<std::ptrdiff_t>(number)}};
  std::ranges::stable_sort(persons, std::ranges::greater{}, [&](std::uint32_t figure) {
    return std::ranges::count_if(any_[figure], [&](const Mentioned& one) { return one.word < asked.word; });
  });
  persons.resize(number);
  if (std::ranges::is_permutation(persons, made.front())) return made;
  made.push_back(std::move(persons));
  return made;
}

Figure SpeakerChooser::joined(const std::vector<std::uint32_t>& figures) const {
  Figure joint;
  joint.kind = SpeakerKind::group;
  joint.plural = true;
  for (const std::uint32_t one : figures) {
    const Figure& figure = of_.cast.figures[one];
    joint.name += (joint.name.empty() ? "" : " and ") + figure.name;
    joint.parts.insert(joint.parts.end(), figure.parts.begin(), figure.parts.end());
  }
  return joint;
}

std::vector<std::pair<Figure, SpeakerChooser::Place>> SpeakerChooser::named_together(const Asked& asked) const {
  std::vector<std::pair<Figure, Place>> made;
  for (auto those = of_.together.rbegin(); those != of_.together.rend() && made.size() < most_joint; ++those) {
    const Range last = of_.cast.names[those->last].words;
    if (!those->persons || last.end > asked.word) continue;
    if (words_[asked.word].sentence - words_[last.begin].sentence > reach_of_things) break;
    std::vector<std::uint32_t> figures;
    for (std::uint32_t name = those->first; name <= those->last; ++name)
      figures.push_back(of_.cast.figure_of_name[name]);
    Place place{last.end - 1, of_.reading.span_of({of_.cast.names[those->first].words.begin, last.end}), {}};
    place.as.word = place.word;
    place.as.quote = words_[place.word].quote;
    made.emplace_back(joined(figures), place);
  }
  return made;
}

std::vector<SpeakerCandidate> SpeakerChooser::candidates(std::uint32_t statement) const {
  Asked asked;
  asked.statement = statement;
  asked.word = word_of(statement);
  asked.phrase = of_.phrases[statement];
  const Statement& said = of_.statements[statement];
  asked.source = source_of(statement);
  asked.pronoun =
      asked.phrase.form == PhraseForm::pronoun ? pronoun_of(words_[asked.word].lower) : Pronoun::other;
  asked.relative = asked.phrase.form == PhraseForm::relative;
  asked.noun = asked.phrase.form == PhraseForm::noun;
  if (asked.noun) {
    asked.kind = kind_of_noun(of_.reading, asked.phrase);
    asked.epithet = read_epithet(of_.reading, asked.phrase);
    const Word& head = words_[asked.phrase.head];
    asked.link_list = head.lower == "more" && head.letters == CaseClass::upper;
  }
  const Phrase& meant = of_.antecedents[statement];
  asked.anonymous = meant.form == PhraseForm::noun && read_epithet(of_.reading, meant).anonymous;
  const std::uint32_t rule = of_.links[statement].figure;
  const std::uint32_t sentence = words_[asked.word].sentence;
  const auto own = [&](std::uint32_t word) { return asked.source.begin <= word && word < asked.source.end; };
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
  for (const std::uint32_t figure : nearest(asked, [&](const Figure& one) { return may_be(one, asked); })) {
    if (figure == rule) continue;
    SpeakerCandidate candidate;
    candidate.figure = figure;
    add(std::move(candidate), elsewhere(figure));
  }
  // Phrases that no statement has been linked to, the nearest first.
  const auto add_phrases = [&](const std::vector<Nominal>& phrases, SpeakerKind kind, std::uint32_t reach,
                               std::size_t most) {
    std::vector<std::string> names;
    for (auto nominal = phrases.rbegin(); nominal != phrases.rend() && names.size() < most; ++nominal) {
      if (nominal->head >= asked.word || own(nominal->head)) continue;
      if (sentence - words_[nominal->head].sentence > reach) break;
      const bool linked =
          std::ranges::any_of(of_.phrases, [&](const Phrase& phrase) { return phrase.head == nominal->head; });
      SpeakerCandidate candidate;
      candidate.made.kind = kind;
      candidate.made.head = words_[nominal->head].lower;
      candidate.made.plural = kind == SpeakerKind::group;
      candidate.made.name = std::string(of_.reading.of(of_.reading.span_of(nominal->core)));
      for (std::uint32_t w = nominal->core.begin; w < nominal->core.end; ++w)
        candidate.made.parts.push_back(words_[w].lower);
      if (linked || !may_be(candidate.made, asked) ||
          std::ranges::find(names, candidate.made.name) != names.end())
        continue;
      names.push_back(candidate.made.name);
      Place place{nominal->head, of_.reading.span_of(nominal->core), {}};
      place.as.word = nominal->head;
      place.as.quote = words_[nominal->head].quote;
      add(std::move(candidate), {place});
    }
  };
  const bool open = asked.relative || asked.phrase.form == PhraseForm::empty;
  const bool several = asked.pronoun == Pronoun::they || (asked.noun && (asked.phrase.plural || asked.phrase.share));
  if (open || several) add_phrases(of_.nominals.groups, SpeakerKind::group, reach_of_things, most_things);
  if (open || asked.pronoun == Pronoun::they)
    add_phrases(of_.nominals.plurals, SpeakerKind::group, reach_of_nouns, most_nouns);
  if (open || asked.pronoun == Pronoun::it ||
      (asked.noun && (asked.kind == SpeakerKind::document || asked.kind == SpeakerKind::unknown)))
    add_phrases(of_.nominals.things, SpeakerKind::document, reach_of_things, most_things);
  if (asked.relative || asked.pronoun == Pronoun::he || asked.pronoun == Pronoun::she)
    add_phrases(of_.nominals.anyone, SpeakerKind::unnamed, reach_of_nouns, most_nouns);
  if (several && !asked.anonymous) {
    std::vector<std::pair<Figure, Place>> joint = named_together(asked);
    if (const std::size_t number = asked.noun ? number_of(asked) : 0; number != 0) {
      for (const auto& figures : so_many(asked, number)) {
        const std::vector<Place> at = elsewhere(figures.front());
        joint.emplace_back(joined(figures), at.front());
      }
    }
    std::vector<std::string> names;
    if (rule != none) names.push_back(of_.cast.figures[rule].name);
    for (auto& [figure, at] : joint) {
      if (std::ranges::find(names, figure.name) != names.end()) continue;
      names.push_back(figure.name);
      SpeakerCandidate candidate;
      candidate.made = std::move(figure);
      add(std::move(candidate), {at});
    }
  }
  const bool first = asked.pronoun == Pronoun::first || asked.pronoun == Pronoun::first_plural;
  if ((first || said.source.empty()) && (rule == none || of_.cast.figures[rule].kind != SpeakerKind::author)) {
    SpeakerCandidate candidate;
    candidate.made = author_figure();
    add(std::move(candidate), {});
  }
  const Figure& self = of_.selves[statement];
  // "Her lawyers": those of whomever "her" may mean.
  const Pronoun owner = asked.noun ? pronoun_of(words_[asked.phrase.core.begin].lower) : Pronoun::other;
  if (owner == Pronoun::he || owner == Pronoun::she || owner == Pronoun::they || owner == Pronoun::it) {
    const Range whole =
        asked.phrase.clause.empty() ? asked.phrase.whole : Range{asked.phrase.whole.begin, asked.phrase.clause.end};
    std::size_t owners = 0;
    for (const std::uint32_t figure : nearest(asked, [&](const Figure& one) { return may_own(one, owner); })) {
      SpeakerCandidate candidate;
      candidate.made = self;
      candidate.made.name = of_.cast.figures[figure].name + "'s " +
                            std::string(of_.reading.of(of_.reading.span_of({whole.begin + 1, whole.end})));
      if (whole.size() < 2 || candidate.made.name == self.name ||
          (rule != none && candidate.made.name == of_.cast.figures[rule].name))
        continue;
      add(std::move(candidate), elsewhere(figure));
      if (++owners == most_owners) break;
    }
  }
  if (asked.noun && is_voice(words_[asked.phrase.head].lower)) {
    std::vector<std::uint32_t> speaking;
    if (owner == Pronoun::he || owner == Pronoun::she)
      speaking = nearest(asked, [&](const Figure& one) { return may_own(one, owner); });
    for (std::uint32_t w = asked.phrase.core.begin; w < asked.phrase.head; ++w) {
      const std::uint32_t name = words_[w].possessive ? of_.cast.name_at(w) : none;
      const std::uint32_t figure = name == none ? none : of_.cast.figure_of_name[name];
      if (figure != none && of_.cast.figures[figure].kind == SpeakerKind::person) speaking.push_back(figure);
    }
    if (speaking.size() > most_owners) speaking.resize(most_owners);
    for (const std::uint32_t figure : speaking) {
      if (figure == rule) continue;
      SpeakerCandidate candidate;
      candidate.figure = figure;
      std::vector<Place> at = elsewhere(figure);
      add(std::move(candidate), at.empty() ? places_[figure] : at);
    }
  }
  // "The source": as one who was quoted before is told of in full.
  if (asked.noun && !asked.phrase.plural && asked.phrase.definite == Definite::definite) {
    std::size_t found = 0;
    for (std::uint32_t k = turn_[statement]; k > 0 && found < most_told_in_full; --k) {
      const Phrase& before = of_.phrases[order_[k - 1]];
      if (before.form != PhraseForm::noun || before.definite == Definite::definite) continue;
      if (words_[before.head].lower != words_[asked.phrase.head].lower) continue;
      ++found;
      Place place{before.head, of_.reading.span_of(before.core), {}};
      place.as.word = before.head;
      place.as.subject = true;
      place.as.quote = words_[before.head].quote;
      for (Figure& figure : itself(order_[k - 1], true)) {
        if (rule != none && of_.cast.figures[rule].name == figure.name) continue;
        SpeakerCandidate candidate;
        candidate.made = std::move(figure);
        add(std::move(candidate), {place});
      }
    }
  }
  for (Figure& figure : itself(statement, asked.noun)) {
    if (rule != none && of_.cast.figures[rule].name == figure.name && of_.cast.figures[rule].kind == figure.kind)
      continue;
    SpeakerCandidate candidate;
    candidate.made = std::move(figure);
    add(std::move(candidate), {});
  }
  for (std::size_t k = 0; k < made.size(); ++k) {
    weigh(made[k], places[k], asked, static_cast<std::uint32_t>(k));
    if (!made[k].places.empty()) continue;
    const auto whole = [](const std::vector<Span>& spans) { return Span{spans.front().begin, spans.back().end}; };
    const Phrase& phrase = of_.antecedents[statement];
    made[k].places = {phrase.form != PhraseForm::empty ? of_.reading.span_of(phrase.core)
                      : !said.cue.empty()                ? whole(said.cue)
                                                         : whole(said.content)};
  }
  return made;
}

}  // namespace onrecord::resolving
