// What a common noun stands for that means no single person: documents, bodies, groups, shares of them.
#include <algorithm>
#include <array>

#include "resolve/linker.h"
#include "resolve/roles.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// True where a bare noun may stand for a proper name: "the network" for a broadcaster, "the country" for a country.
bool suits(std::string_view head, const Figure& figure) {
  constexpr std::array<std::string_view, 5> countries{"country", "nation", "state", "kingdom", "republic"};
  constexpr std::array<std::string_view, 24> bodies{
      "company", "network",     "newspaper", "paper",      "group",   "organization", "organisation", "outlet",
      "agency",  "firm",        "station",   "magazine",   "party",   "team",         "bank",         "site",
      "website", "publication", "bureau",    "department", "airline", "foundation",   "retailer",     "carmaker"};
  if (std::ranges::find(countries, head) != countries.end()) return figure.place;
  return !figure.place && std::ranges::find(bodies, head) != bodies.end();
}

}  // namespace

void Linker::noun(SourceLink& link, const Phrase& phrase) {
  SpeakerKind kind = kind_of_noun(reading_, phrase);
  const Word& head = words_[phrase.head];
  if (introduced_by_trade(link, phrase)) return;
  if (const std::uint32_t bearer = bearer_of(phrase); bearer != none) {
    decide(link, bearer, "short-name", 0.8f);
    return;
  }
  const bool sides = head.lower == "sides" || head.lower == "camps";
  if (const Together* those = meant_by(reading_, cast_, together_, phrase); those != nullptr && !sides) {
    decide(link, figure_named(figure_of(cast_, *those)), "joint", 0.75f);
    return;
  }
  if (kind == SpeakerKind::document && phrase.definite == Definite::definite && made_by_body(link, phrase)) return;
  if (kind == SpeakerKind::document && phrase.clause.empty()) {
    if (const Range fuller = fuller_thing(reading_, nominals_, phrase); !fuller.empty()) {
      thing(link, fuller, phrase, kind);
      return;
    }
  }
  if (names_share(link, phrase) || (kind == SpeakerKind::document && authored(link, phrase))) return;
  const bool one_person = kind == SpeakerKind::person && !phrase.plural;
  if (lacks_owner(reading_, phrase) && phrase.definite != Definite::definite) {
    if (owned(link, phrase)) return;
  }
  if (one_person && phrase.definite == Definite::bare && reading_.paragraph_of(phrase.head) <= 1 &&
      introduced_later(link, phrase))
    return;
  if (one_person) {
    const bool capital_title = head.is(c::title) && head.capitalised();
    if (phrase.definite == Definite::definite ||
        (phrase.definite == Definite::bare && (capital_title || phrase.core.size() == 1))) {
      if (definite_person(link, phrase)) return;
    }
    if (phrase.definite != Definite::definite && introduced_later(link, phrase)) return;
  } else if (phrase.definite == Definite::definite || phrase.plural) {
    if (phrase.clause.empty() && known_thing(link, phrase, kind)) return;
  }
  if (kind == SpeakerKind::organisation && phrase.definite == Definite::definite && phrase.core.size() == 1) {
    if (const Range fuller = fuller_thing(reading_, nominals_, phrase); !fuller.empty()) {
      thing(link, fuller, phrase, kind);
      return;
    }
  }
  Figure figure = own_figure(phrase);
  const bool anew = figure.kind == SpeakerKind::unnamed && phrase.definite == Definite::indefinite;
  const auto introduced = std::ranges::find(nominals_.persons, phrase.head, &Nominal::head);
  if (introduced != nominals_.persons.end() && figure.kind == SpeakerKind::unnamed) {
    const std::uint32_t known = introduced_[static_cast<std::size_t>(introduced - nominals_.persons.begin())];
    figure.gender |= cast_.figures[known].gender;
    cast_.figures[known] = std::move(figure);
    decide(link, known, "phrase", 0.85f);
  } else if (anew) {
    cast_.figures.push_back(std::move(figure));
    decide(link, static_cast<std::uint32_t>(cast_.figures.size() - 1), "phrase", 0.85f);
  } else {
    decide(link, figure_named(std::move(figure)), "phrase", 0.85f);
  }
}

Figure Linker::own_figure(const Phrase& phrase) {
  const SpeakerKind kind = kind_of_noun(reading_, phrase);
  const Word& head = words_[phrase.head];
  Figure figure;
  figure.kind = kind == SpeakerKind::person    ? (phrase.plural ? SpeakerKind::group : SpeakerKind::unnamed)
                : kind == SpeakerKind::unknown ? (phrase.plural                      ? SpeakerKind::group
                                                  : head.letters == CaseClass::lower ? SpeakerKind::document
                                                                                     : SpeakerKind::organisation)
                                               : kind;
  figure.head = head.lower;
  figure.plural = phrase.plural;
  figure.gender = head.classes & (c::male | c::female);
  figure.name = phrase_text(phrase.clause.empty() ? phrase.whole : Range{phrase.whole.begin, phrase.clause.end});
  for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) figure.parts.push_back(words_[i].lower);
  return figure;
}

bool Linker::introduced_by_trade(SourceLink& link, const Phrase& phrase) {
  constexpr WordClasses nouns = c::function | c::organisation | c::document | c::people | c::title | c::person;
  std::uint32_t begin = phrase.core.end;
  while (begin > phrase.core.begin && words_[begin - 1].kind == TokenKind::word &&
         (words_[begin - 1].capitalised() || words_[begin - 1].is(c::particle)) && !words_[begin - 1].is(nouns))
    --begin;
  if (begin == phrase.core.end || begin == phrase.core.begin || words_[phrase.core.end - 1].possessive) return false;
  const Word& trade = words_[begin - 1];
  if (!trade.is(c::person) || trade.is(c::people | c::demonym) || trade.letters != CaseClass::lower || trade.possessive)
    return false;
  Figure figure;
  figure.kind = SpeakerKind::person;
  figure.name = std::string(reading_.of(reading_.span_of({begin, phrase.core.end})));
  figure.gender = trade.classes & (c::male | c::female);
  for (std::uint32_t i = begin; i < phrase.core.end; ++i) figure.parts.push_back(words_[i].lower);
  const std::uint32_t person = figure_named(std::move(figure));
  add_role(reading_, cast_.figures[person], reading_.span_of({phrase.core.begin, begin}));
  decide(link, person, "name", 0.8f);
  return true;
}

bool Linker::made_by_body(SourceLink& link, const Phrase& phrase) {
  const std::uint32_t maker = maker_of(reading_, cast_, phrase);
  if (maker == none || cast_.figure_of_name[maker] == none) return false;
  const Figure& body = cast_.figures[cast_.figure_of_name[maker]];
  Figure figure;
  figure.kind = SpeakerKind::document;
  figure.head = words_[phrase.head].lower;
  figure.plural = phrase.plural;
  figure.name = body.name + " " + figure.head;
  figure.parts = body.parts;
  figure.parts.push_back(figure.head);
  decide(link, figure_named(std::move(figure)), "phrase", 0.75f);
  return true;
}

bool Linker::authored(SourceLink& link, const Phrase& phrase) {
  constexpr std::array<std::string_view, 16> written{"ad",        "statement", "letter",  "report",  "post",  "lawsuit",
                                                     "complaint", "release",   "memo",    "filing",  "brief", "ads",
                                                     "study",     "survey",    "website", "petition"};
  if (phrase.definite != Definite::definite || phrase.core.size() != 1 || phrase.whole.size() != 1 ||
      std::ranges::find(written, words_[phrase.head].lower) == written.end())
    return false;
  for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
    if (mention->word >= phrase.head) continue;
    if (words_[phrase.head].sentence - words_[mention->word].sentence > 2) return false;
    const Figure& owner = cast_.figures[mention->figure];
    if (owner.kind != SpeakerKind::organisation || owner.place || !owner.head.empty() || !mention->subject) continue;
    Figure figure;
    figure.kind = SpeakerKind::document;
    figure.head = words_[phrase.head].lower;
    figure.name = owner.name + " " + figure.head;
    figure.parts = owner.parts;
    figure.parts.push_back(figure.head);
    decide(link, figure_named(std::move(figure)), "same-noun", 0.5f);
    return true;
  }
  return false;
}

bool Linker::names_share(SourceLink& link, const Phrase& phrase) {
  const Word& head = words_[phrase.head];
  const Word& last = words_[phrase.core.end - 1];
  const bool percent = head.lower == "percent" || last.lower == "%";
  if (!percent && !(head.lower == "most" && phrase.core.size() == 1)) return false;
  if (phrase.whole.size() > phrase.core.size() || !phrase.clause.empty()) return false;
  const Nominal* of = nullptr;
  for (const Nominal& group : nominals_.groups) {
    if (group.head >= phrase.core.begin) break;
    if (words_[phrase.head].sentence - words_[group.head].sentence <= 2) of = &group;
  }
  if (of == nullptr) return false;
  Figure figure;
  figure.kind = SpeakerKind::group;
  figure.plural = true;
  figure.head = words_[of->head].lower;
  Range core = of->core;
  while (core.begin < of->head && words_[core.begin].is(c::quantity)) ++core.begin;
  figure.name = std::string(reading_.of(reading_.span_of(phrase.core))) + (percent ? " of " : " ") +
                std::string(reading_.of(reading_.span_of(core)));
  for (std::uint32_t i = core.begin; i < core.end; ++i) figure.parts.push_back(words_[i].lower);
  decide(link, figure_named(std::move(figure)), "phrase", 0.6f);
  return true;
}

std::uint32_t Linker::bearer_of(const Phrase& phrase) const {
  const Word& word = words_[phrase.head];
  if (phrase.core.size() != 1 || !word.capitalised() || phrase.definite != Definite::bare) return none;
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    const Figure& figure = cast_.figures[f];
    if (figure.kind == SpeakerKind::person && figure.parts.size() > 1 && figure.parts.back() == word.lower) return f;
  }
  return none;
}

void Linker::thing(SourceLink& link, Range fuller, const Phrase& phrase, SpeakerKind kind) {
  const Range core = without_newness(reading_, fuller);
  Figure figure;
  figure.kind = kind;
  figure.head = words_[phrase.head].lower;
  figure.plural = phrase.plural;
  figure.name = phrase_text(core);
  for (std::uint32_t i = core.begin; i < core.end; ++i) figure.parts.push_back(words_[i].lower);
  decide(link, figure_named(std::move(figure)), "same-noun", 0.75f);
}

std::uint32_t Linker::owner_told(std::uint32_t word) const {
  if (!statement().content.empty() && statement().content.front().begin > words_[word].span.begin) {
    const std::uint32_t content = reading_.word_at(statement().content.front().begin);
    for (const Mentioned& mention : mentions_) {
      if (mention.word < content || cast_.figures[mention.figure].kind != SpeakerKind::person) continue;
      if (mention.word > content + 4) break;
      if (words_[mention.word].quote == none) return mention.figure;
    }
  }
  return most_spoken_of(word, 0);
}

bool Linker::owned(SourceLink& link, const Phrase& phrase) {
  const std::uint32_t owner = owner_told(phrase.head);
  if (owner == none) return false;
  const std::string_view words = reading_.of(reading_.span_of(phrase.core));
  Figure figure;
  figure.kind = phrase.plural ? SpeakerKind::group : SpeakerKind::unnamed;
  figure.head = words_[phrase.head].lower;
  figure.plural = phrase.plural;
  const bool several = words_[phrase.core.begin].is(c::quantity | c::function);
  const std::string& name = cast_.figures[owner].name;
  figure.name = several ? std::string(words) + " of " + name : name + "'s " + std::string(words);
  for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) figure.parts.push_back(words_[i].lower);
  decide(link, figure_named(std::move(figure)), "phrase", 0.6f);
  return true;
}

bool Linker::known_thing(SourceLink& link, const Phrase& phrase, SpeakerKind kind) {
  const std::string& head = words_[phrase.head].lower;
  std::uint32_t best = none;
  float best_score = 0.0f;
  // "her campaign", "the government of Norland": only the one of that owner.
  const std::string& first = words_[phrase.core.begin].lower;
  const bool possessed = first == "his" || first == "her" || first == "their" || first == "its";
  const bool whole = phrase.whole.size() > phrase.core.size();
  const std::string full = possessed || whole ? phrase_text(phrase.whole) : std::string();
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    const Figure& figure = cast_.figures[f];
    if (!full.empty() && figure.name != full) continue;
    const bool by_head = figure.head == head && figure.plural == phrase.plural;
    const bool by_part = figure.head.empty() && !figure.parts.empty() && figure.kind != SpeakerKind::person &&
                         std::ranges::find(figure.parts, head) != figure.parts.end();
    const bool by_kind = kind == SpeakerKind::organisation && figure.kind == SpeakerKind::organisation &&
                         figure.head.empty() && bare_body(phrase) && !phrase.plural &&
                         phrase.definite == Definite::definite && suits(head, figure) && spoken_of_often(f);
    if (!by_head && !by_part && !by_kind) continue;
    if (std::ranges::find(figure.parts, "and") != figure.parts.end()) continue;  // those and others
    if (phrase.plural && phrase.definite != Definite::definite &&
        (phrase.core.size() > 1 || whole || figure.name.find(" of ") != std::string::npos))
      continue;
    if (!by_kind && !modifiers_agree(phrase, figure)) continue;
    const float near = recency(f, phrase.head);
    if (near == 0.0f) continue;
    const float score = (by_head || by_part ? 1.5f : 0.3f) + near;
    if (score > best_score) {
      best = f;
      best_score = score;
    }
  }
  if (best == none) return false;
  decide(link, best, "same-noun", std::min(0.9f, 0.4f + 0.25f * best_score));
  return true;
}

bool Linker::spoken_of_often(std::uint32_t figure) const {
  const Figure& body = cast_.figures[figure];
  if (std::ranges::all_of(body.parts, [](const std::string& part) { return (classes_of(part) & c::demonym) != 0; }))
    return false;
  return body.parts.size() > 1 || (figure < salience_.size() && salience_[figure] > 0.7f);  // twice
}

bool Linker::modifiers_agree(const Phrase& phrase, const Figure& figure) const {
  for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
    if (i == phrase.head || words_[i].is(c::function) || words_[i].lower == "new" || words_[i].lower == "same")
      continue;
    if (std::ranges::find(figure.parts, words_[i].lower) == figure.parts.end()) return false;
  }
  return true;
}

bool Linker::bare_body(const Phrase& phrase) const {
  const std::string& first = words_[phrase.core.begin].lower;
  return phrase.core.size() == 1 || (phrase.core.size() == 2 && (first == "news" || first == "media"));
}

}  // namespace onrecord::resolving
