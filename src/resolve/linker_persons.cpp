// Which named person "the Vermont senator", "the woman" or "a lawmaker" is.
#include <algorithm>
#include <array>

#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// Nouns that articles vary a known person's name with; "the official", "the spokesman" more often means somebody
// else.
bool stands_for_person(std::string_view head) {
  constexpr std::array<std::string_view, 29> others{
      "official",  "spokesman", "spokeswoman", "spokesperson", "reporter", "aide",        "adviser",    "advisor",
      "moderator", "person",    "voter",       "head",         "manager",  "interviewer", "questioner", "officer",
      "agent",     "employee",  "heckler",     "judge",        "host",     "boy",         "organizer",  "someone",
      "somebody",  "employer",  "checker",     "fact-checker", "narrator"};
  return std::ranges::find(others, head) == others.end();
}

}  // namespace

bool Linker::definite_person(SourceLink& link, const Phrase& phrase) {
  const Epithet epithet = read_epithet(reading_, phrase);
  std::uint32_t best = none;
  float best_score = 0.0f;
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    const Figure& figure = cast_.figures[f];
    if (figure.kind != SpeakerKind::person) continue;
    if (((epithet.gender & c::male) != 0 && figure.female()) || ((epithet.gender & c::female) != 0 && figure.male()))
      continue;
    float score = match(epithet, figure);
    if (score <= 0.0f) continue;
    score += recency(f, phrase.head);
    if (score > best_score) {
      best = f;
      best_score = score;
    }
  }
  if (best != none && best_score >= 1.0f) {
    decide(link, best, "epithet", std::min(0.95f, 0.6f + 0.1f * best_score));
    link.epithet = reading_.span_of(phrase.core);
    return true;
  }
  // A phrase seen before ("the source", "the official").
  for (std::size_t i = done_.size(); i > 0; --i) {
    const std::uint32_t f = links_[done_[i - 1]].figure;
    if (f == none) continue;
    const Figure& figure = cast_.figures[f];
    if (figure.kind == SpeakerKind::unnamed && figure.head == words_[phrase.head].lower) {
      decide(link, f, "same-noun", 0.8f);
      return true;
    }
  }
  if (const std::uint32_t unnamed = introduced_before(phrase); unnamed != none) {
    decide(link, unnamed, "same-noun", 0.7f);
    return true;
  }
  if (epithet.anonymous || phrase.core.size() > 4 || phrase.whole.size() > phrase.core.size()) return false;
  // Nobody's roles say so: the last person who spoke, where nothing speaks against it.
  if (!stands_for_person(words_[phrase.head].lower)) return false;
  // "The Harbour Leader", a paper; not "the former House Speaker"
  if (words_[phrase.head].letters == CaseClass::initial && !words_[phrase.head].is(c::demonym) &&
      words_[phrase.core.begin].lower != "former" &&
      (phrase.core.size() > 1 || !leads_clause(phrase.core.begin)))
    return false;
  const std::uint32_t last = most_spoken_of(phrase.head, epithet.gender);
  if (last == none) return false;
  if (((epithet.gender & c::male) != 0 && cast_.figures[last].female()) ||
      ((epithet.gender & c::female) != 0 && cast_.figures[last].male()))
    return false;
  if (epithet.possessed) return false;
  decide(link, last, "definite-phrase", phrase.core.size() == 1 ? 0.6f : 0.5f);
  link.epithet = reading_.span_of(phrase.core);
  return true;
}

std::uint32_t Linker::introduced_before(const Phrase& phrase) const {
  const Word& head = words_[phrase.head];
  const bool any = head.lower == "man" || head.lower == "woman" || head.lower == "person";
  for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
    if (mention->word >= phrase.core.begin) continue;
    if (head.sentence - words_[mention->word].sentence > 4) break;
    const Figure& figure = cast_.figures[mention->figure];
    const bool suits = !((head.is(c::male) && figure.female()) || (head.is(c::female) && figure.male()));
    if (figure.kind == SpeakerKind::unnamed && (figure.head == head.lower || (any && suits && !figure.plural)))
      return mention->figure;
    if (figure.kind == SpeakerKind::person && suits && any && mention->subject && mention->quote == none) break;
  }
  return none;
}

std::uint32_t Linker::most_spoken_of(std::uint32_t word, WordClasses gender) const {
  std::vector<float> scores(cast_.figures.size(), 0.0f);
  for (const Mentioned& mention : mentions_) {
    if (mention.word >= word) break;
    const Figure& figure = cast_.figures[mention.figure];
    if (figure.kind != SpeakerKind::person) continue;
    if (((gender & c::male) != 0 && figure.female()) || ((gender & c::female) != 0 && figure.male())) continue;
    const float far = static_cast<float>(words_[word].sentence - words_[mention.word].sentence);
    if (far > 6.0f) continue;
    scores[mention.figure] +=
        (mention.subject ? 1.0f : 0.35f) * (mention.quote != none ? 0.2f : 1.0f) / (0.5f + far * far);
  }
  const auto best = std::ranges::max_element(scores);
  return best == scores.end() || *best < 0.05f ? none : static_cast<std::uint32_t>(best - scores.begin());
}

float Linker::recency(std::uint32_t figure, std::uint32_t word) const {
  float best = 0.0f;
  for (const Mentioned& mention : mentions_) {
    if (mention.word >= word) break;
    if (mention.figure != figure) continue;
    const std::uint32_t far = words_[word].sentence - words_[mention.word].sentence;
    best = std::max(best, far > 8 ? 0.05f : 0.8f - 0.08f * static_cast<float>(far));
  }
  return best;
}

bool Linker::introduced_later(SourceLink& link, const Phrase& phrase) {
  if (reading_.paragraph_of(phrase.head) > 2 || words_[phrase.head].quote != none) return false;
  const Epithet epithet = read_epithet(reading_, phrase);
  if (epithet.anonymous) return false;
  if (speaks_later(link, phrase, epithet)) return true;
  if (epithet.words.size() < 2) return false;
  std::uint32_t found = none;
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    const Figure& figure = cast_.figures[f];
    if (figure.kind != SpeakerKind::person || !shares_affiliation(epithet, figure)) continue;
    std::uint32_t first = none;
    for (const Mentioned& mention : mentions_) {
      const std::uint32_t name = cast_.name_at(mention.word);
      if (mention.figure == f && mention.subject && name != none && cast_.figure_of_name[name] == f) {
        first = mention.word;
        break;
      }
    }
    if (first == none || first < phrase.head || reading_.paragraph_of(first) > reading_.paragraph_of(phrase.head) + 4)
      continue;
    if (found != none) return false;
    found = f;
  }
  if (found == none) return false;
  decide(link, found, "introduced-later", 0.6f);
  return true;
}

bool Linker::named_before(std::uint32_t figure, std::uint32_t word) const {
  return std::ranges::any_of(mentions_, [&](const Mentioned& mention) {
    return mention.word < word && mention.figure == figure && cast_.name_at(mention.word) != none;
  });
}

bool Linker::speaks_later(SourceLink& link, const Phrase& phrase, const Epithet& epithet) {
  const std::string& head = words_[phrase.head].lower;
  if (reading_.paragraph_of(phrase.head) > 1 || epithet.possessed) return false;
  std::uint32_t best = none;
  std::uint32_t first = 0xffffffffu;
  for (std::uint32_t i = 0; i < statements_.size(); ++i) {
    if (statements_[i].source.empty()) continue;
    const Range words = reading_.words_in(statements_[i].source.front());
    if (words.begin <= phrase.head || words.begin >= first) continue;
    const std::vector<Phrase> phrases = read_source(reading_, cast_, words);
    if (phrases.size() != 1 || phrases.front().form != PhraseForm::name) continue;
    const std::uint32_t name = phrases.front().name;
    if (cast_.names[name].kind != NameKind::person || named_before(cast_.figure_of_name[name], phrase.head)) continue;
    first = words.begin;
    best = cast_.figure_of_name[name];
  }
  if (best == none || reading_.paragraph_of(first) > reading_.paragraph_of(phrase.head) + 6) return false;
  const Figure& figure = cast_.figures[best];
  if (((epithet.gender & c::male) != 0 && figure.female()) || ((epithet.gender & c::female) != 0 && figure.male()))
    return false;
  const bool general = head == "man" || head == "woman" || head == "official" || head == "lawmaker";
  // "a spokesman for the mayor" is often another than the next who speaks
  if (!general && match(epithet, figure) <= (head.starts_with("spokes") ? 1.0f : 0.0f)) return false;
  decide(link, best, "introduced-later", 0.6f);
  return true;
}

}  // namespace onrecord::resolving
