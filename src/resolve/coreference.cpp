#include "resolve/coreference.h"

#include <algorithm>
#include <cmath>

#include "resolve/linker.h"
#include "resolve/roles.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

}  // namespace

std::uint32_t place_of(const Statement& statement) {
  if (!statement.source.empty()) return statement.source.front().begin;
  if (!statement.cue.empty()) return statement.cue.front().begin;
  return statement.content.empty() ? 0 : statement.content.front().begin;
}

Linker::Linker(const Article& article, const Reading& reading, const Statements& statements, Cast& cast)
    : article_(article),
      reading_(reading),
      words_(reading.words),
      statements_(statements),
      cast_(cast),
      mentions_(mentions_of_names(reading, cast)),
      nominals_(find_nominals(reading, cast)),
      links_(statements.size()),
      phrases_(statements.size()),
      antecedents_(statements.size()),
      selves_(statements.size()) {
  for (const Mentioned& mention : mentions_) {
    if (mention.figure >= salience_.size()) salience_.resize(mention.figure + 1, 0.0f);
    salience_[mention.figure] += 1.0f;
  }
  for (float& salience : salience_) salience = std::log1p(salience);
  together_ = find_together(reading, cast, mentions_);
  introduce();
}

void Linker::run() {
  std::vector<std::uint32_t> order(statements_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return place_of(statements_[i]); });
  for (const std::uint32_t i : order) {
    at_ = i;
    follow(reading_.word_at(place_of(statements_[i])));
    link(links_[i]);
    done_.push_back(i);
    if (links_[i].figure != none && links_[i].decision.confidence < least_confidence) links_[i].figure = none;
  }
}

LinkedSources Linker::linked() const {
  return {reading_, statements_, cast_, nominals_, introduced_, together_, mentions_, links_, phrases_, antecedents_,
          selves_};
}

void Linker::decide(SourceLink& link, std::uint32_t figure, const char* by, float confidence) {
  link.figure = figure;
  link.decision = {by, confidence};
}

void Linker::link(SourceLink& link) {
  if (statement().source.empty()) {
    without_source(link);
    return;
  }
  const Range words = reading_.words_in({statement().source.front().begin, statement().source.back().end});
  if (words.empty()) return;
  // what a site sets between paragraphs: "Story Continued Below"
  if (words.begin + 2 < words_.size() && words_[words.begin].lower == "story" &&
      words_[words.begin + 1].lower == "continued" && words_[words.begin + 2].lower == "below") {
    without_source(link);
    return;
  }
  std::vector<Phrase> phrases = read_source(reading_, cast_, words);
  if (phrases.empty()) return;
  if (phrases.size() == 1 && listed(link, phrases.front(), words)) return;
  if (phrases.size() == 1) {
    if (&link == &links_[at_]) {
      const Phrase& only = phrases_[at_] = phrases.front();
      const Phrase& meant = antecedents_[at_] =
          only.form == PhraseForm::relative ? phrase_before(reading_, cast_, only.head) : only;
      if (meant.form == PhraseForm::noun) selves_[at_] = own_figure(meant);
    }
    single(link, phrases.front());
  } else {
    joint(link, phrases);
  }
}

void Linker::single(SourceLink& link, const Phrase& phrase) {
  switch (phrase.form) {
    case PhraseForm::pronoun:
      pronoun(link, phrase.head);
      break;
    case PhraseForm::relative:
      relative(link, phrase.head);
      break;
    case PhraseForm::name:
      named(link, phrase);
      break;
    case PhraseForm::noun:
      noun(link, phrase);
      break;
    case PhraseForm::empty:
      break;
  }
  if (link.figure == none) return;
  Mentioned mention;
  mention.word = phrase.head;
  mention.figure = link.figure;
  mention.quote = words_[phrase.head].quote;
  mention.subject = true;
  add_mention(mentions_, mention);
  link.mentions.push_back(phrase.form == PhraseForm::name ? reading_.span_of(cast_.names[phrase.name].words)
                                                          : reading_.span_of(phrase.core));
}

bool Linker::listed(SourceLink& link, const Phrase& phrase, Range words) {
  if (phrase.form != PhraseForm::noun || !phrase.plural) return false;
  std::vector<Phrase> named;
  for (std::size_t i = 0; i < cast_.names.size(); ++i) {
    const Name& name = cast_.names[i];
    if (name.words.begin < phrase.core.end || name.words.end > words.end || name.kind != NameKind::person ||
        name.possessive || name.words.size() < 2)
      continue;
    Phrase part;
    part.form = PhraseForm::name;
    part.core = part.whole = name.words;
    part.head = name.words.end - 1;
    part.name = static_cast<std::uint32_t>(i);
    named.push_back(part);
  }
  if (named.size() < 2) return false;
  // "aides to Ada Lund, a lawyer, and Bo Moe": neither of them speaks
  const Range before = cast_.names[named.front().name].before;
  const std::uint32_t begin = before.empty() ? named.front().core.begin : before.begin;
  if (begin > 0 && words_[begin - 1].is(c::preposition)) return false;
  joint(link, named);
  if (link.figure == none) return true;
  const Span role = reading_.span_of(phrase.whole);
  add_role(reading_, cast_.figures[link.figure], role);
  for (const Phrase& part : named) add_role(reading_, cast_.figures[cast_.figure_of_name[part.name]], role);
  return true;
}

void Linker::joint(SourceLink& link, const std::vector<Phrase>& phrases) {
  const Span words{statement().source.front().begin, statement().source.back().end};
  Figure both;
  both.plural = true;
  bool all_organisations = true;
  bool all_told = true;  // the source tells a role of each
  float confidence = 1.0f;
  const char* by = "joint";
  for (const Phrase& phrase : phrases) {
    SourceLink part;
    single(part, phrase);
    if (part.figure == none) continue;
    const Figure& figure = cast_.figures[part.figure];
    both.name += (both.name.empty() ? "" : " and ") + figure.name;
    all_organisations = all_organisations && figure.kind == SpeakerKind::organisation;
    bool told = false;
    for (const Role& role : figure.roles) {
      if (role.span.begin < words.begin || role.span.end > words.end) continue;
      add_role(reading_, both, role.span);
      told = true;
    }
    all_told = all_told && told;
    confidence = std::min(confidence, part.decision.confidence);
    link.mentions.insert(link.mentions.end(), part.mentions.begin(), part.mentions.end());
  }
  if (both.name.empty()) return;
  if (!all_told) both.roles.clear();
  both.kind = all_organisations ? SpeakerKind::organisation : SpeakerKind::group;
  link.mentions = {{link.mentions.front().begin, link.mentions.back().end}};
  decide(link, figure_named(std::move(both)), by, confidence * 0.95f);
  all_of_.push_back({phrases.back().head, link.figure});
}

std::uint32_t Linker::figure_named(Figure&& figure) {
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    if (cast_.figures[f].kind == figure.kind && cast_.figures[f].name == figure.name) return f;
  }
  cast_.figures.push_back(std::move(figure));
  return static_cast<std::uint32_t>(cast_.figures.size() - 1);
}

void Linker::introduce() {
  for (const Nominal& nominal : nominals_.persons) {
    Figure figure;
    figure.kind = SpeakerKind::unnamed;
    figure.head = words_[nominal.head].lower;
    figure.gender = words_[nominal.head].classes & (c::male | c::female);
    figure.name = std::string(reading_.of(reading_.span_of(nominal.core)));
    for (std::uint32_t i = nominal.core.begin; i < nominal.core.end; ++i) figure.parts.push_back(words_[i].lower);
    introduced_.push_back(static_cast<std::uint32_t>(cast_.figures.size()));
    Mentioned mention;
    mention.word = nominal.head;
    mention.figure = introduced_.back();
    mention.quote = words_[nominal.head].quote;
    mention.subject = leads_clause(nominal.core.begin);
    cast_.figures.push_back(std::move(figure));
    add_mention(mentions_, mention);
  }
}

bool Linker::leads_clause(std::uint32_t core) const {
  const std::uint32_t first = reading_.sentences[words_[core].sentence].words.begin;
  if (core <= first + 1) return true;
  const Word& before = words_[core - 2];
  return before.kind != TokenKind::word || before.lower == "and" || before.lower == "but" || before.lower == "that" ||
         (before.is(c::speech_verb) && before.quote == none);
}

void Linker::named(SourceLink& link, const Phrase& phrase) {
  if (Figure both = family(reading_, cast_, phrase.name); !both.name.empty()) {
    decide(link, figure_named(std::move(both)), "joint", 0.85f);
    return;
  }
  const Name& name = cast_.names[phrase.name];
  const float confidence = name.words.size() > 1 ? 0.97f : 0.93f;
  decide(link, cast_.figure_of_name[phrase.name], name.words.size() > 1 ? "name" : "short-name", confidence);
}

std::uint32_t Linker::enclosing(std::uint32_t word) const {
  std::uint32_t best = none;
  std::uint32_t best_size = 0xffffffffu;
  for (std::uint32_t i = 0; i < statements_.size(); ++i) {
    if (i == at_) continue;
    for (const Span content : statements_[i].content) {
      if (content.contains(words_[word].span) && content.size() < best_size) {
        best = i;
        best_size = content.size();
      }
    }
  }
  return best;
}

std::uint32_t Linker::last_speaker(std::uint32_t word, std::uint32_t paragraphs) const {
  const std::uint32_t here = reading_.paragraph_of(word);
  for (std::size_t i = done_.size(); i > 0; --i) {
    const SourceLink& link = links_[done_[i - 1]];
    if (link.figure == none) continue;
    const std::uint32_t at = std::min<std::uint32_t>(reading_.word_at(place_of(statements_[done_[i - 1]])),
                                                     static_cast<std::uint32_t>(words_.size() - 1));
    return here - reading_.paragraph_of(at) <= paragraphs ? link.figure : none;
  }
  return none;
}

std::vector<SourceLink> link_sources(const Article& article, const Reading& reading, const Statements& statements,
                                     Cast& cast, const Readings& readings) {
  Linker linker(article, reading, statements, cast);
  linker.run();
  const PairReader* const judge = readings.reader(JudgedPair::speaker);
  if (judge != nullptr && judge->features() == speaker_feature_count) linker.ask(*judge, readings);
  return linker.links();
}

std::vector<std::vector<SpeakerCandidate>> speaker_candidates(const Article& article, const Reading& reading,
                                                              const Statements& statements, Cast& cast) {
  Linker linker(article, reading, statements, cast);
  linker.run();
  const SpeakerChooser chooser(linker.linked());
  std::vector<std::vector<SpeakerCandidate>> made(statements.size());
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    if (chooser.asks(i)) made[i] = chooser.candidates(i);
  }
  return made;
}

}  // namespace onrecord::resolving
