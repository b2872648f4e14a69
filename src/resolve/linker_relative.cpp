// Whom a "who", "which" or "that" means.
#include <algorithm>

#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

}  // namespace

std::uint32_t Linker::antecedent_known(std::uint32_t word) const {
  if (word == 0) return none;
  const std::string& before = words_[word - 1].lower;
  for (std::size_t i = done_.size(); i > 0; --i) {
    const Statement& other = statements_[done_[i - 1]];
    const std::uint32_t figure = links_[done_[i - 1]].figure;
    if (other.source.empty() || figure == none) continue;
    const Range source = reading_.words_in(other.source.back());
    if (source.empty() || source.begin >= word) continue;
    if (words_[source.begin].sentence != words_[word].sentence) break;
    // "who was there and who": the same
    if ((before == "and" || before == "or" || before == "but") && source.size() == 1 &&
        words_[source.begin].lower == words_[word].lower)
      return figure;
    const SpeakerKind kind = cast_.figures[figure].kind;
    const bool body = kind == SpeakerKind::organisation || kind == SpeakerKind::document;
    if (words_[word].lower == "who" && before == "," && !body && (source.end == word || source.end + 1 == word))
      return figure;
  }
  return none;
}

std::uint32_t Linker::explained_by(const Phrase& phrase, bool person) const {
  if (phrase.form != PhraseForm::noun || phrase.core.begin < 3) return none;
  const std::uint32_t first = reading_.sentences[words_[phrase.head].sentence].words.begin;
  const auto article = [&](std::uint32_t i) {
    return words_[i].lower == "a" || words_[i].lower == "an" || words_[i].lower == "the";
  };
  // Back over the phrase, which may hold others ("a donor of the club who"), to the comma or the "is" before its
  // article.
  std::uint32_t i = phrase.core.begin;
  while (i > first + 1 && phrase.core.begin - i < 9 && words_[i - 1].kind == TokenKind::word &&
         !words_[i - 1].is(c::auxiliary | c::speech_verb) && words_[i - 1].quote == words_[i].quote)
    --i;
  if (i < first + 2) return none;
  const bool copula = words_[i - 1].lower == "is" || words_[i - 1].lower == "was";
  if (!copula && words_[i - 1].lower != ",") return none;
  if (!article(i) && (copula || i != phrase.core.begin)) return none;
  --i;
  if (words_[i - 1].lower == ")") {
    while (i > first + 1 && words_[i - 1].lower != "(") --i;
    --i;
  }
  if (i <= first) return none;
  const std::uint32_t name = cast_.name_at(i - 1);
  if (name == none || cast_.names[name].possessive || cast_.figure_of_name[name] == none) return none;
  const std::uint32_t f = cast_.figure_of_name[name];
  const Figure& figure = cast_.figures[f];
  if (figure.kind != (person ? SpeakerKind::person : SpeakerKind::organisation)) return none;
  const Range named = cast_.names[name].words;
  if (!person && named.begin > first && words_[named.begin - 1].is(c::preposition)) return none;
  return f;
}

void Linker::relative(SourceLink& link, std::uint32_t word) {
  if (const std::uint32_t known = antecedent_known(word); known != none) {
    decide(link, known, "relative-clause", 0.85f);
    return;
  }
  const Phrase before = phrase_before(reading_, cast_, word);
  if (before.form == PhraseForm::empty || before.form == PhraseForm::relative) return;
  if (const std::uint32_t figure = explained_by(before, words_[word].lower == "who"); figure != none) {
    decide(link, figure, "relative-clause", 0.8f);
    return;
  }
  if (before.form == PhraseForm::noun && before.core.size() == 1 && words_[before.head].lower == "those") {
    // "those who had left early": nobody else names them
    const std::uint32_t last = reading_.sentences[words_[word].sentence].words.end;
    std::uint32_t end = word + 1;
    while (end < last && end < word + 14 && words_[end].kind == TokenKind::word) ++end;
    Figure those;
    those.kind = SpeakerKind::group;
    those.plural = true;
    those.head = "those";
    those.name = std::string(reading_.of(reading_.span_of({before.head, end})));
    decide(link, figure_named(std::move(those)), "relative-clause", 0.7f);
    return;
  }
  SourceLink antecedent;
  single(antecedent, before);
  if (words_[word].lower == "who" && antecedent.figure != none &&
      cast_.figures[antecedent.figure].kind == SpeakerKind::organisation) {
    // "Ada Lund of Norland, who": a person of the same sentence rather than a country
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
      if (mention->word >= word || words_[mention->word].sentence != words_[word].sentence) continue;
      const SpeakerKind kind = cast_.figures[mention->figure].kind;
      if ((kind != SpeakerKind::person && kind != SpeakerKind::group) || mention->possessive || mention->modifies)
        continue;
      antecedent.figure = mention->figure;
      break;
    }
  }
  if (antecedent.figure == none) return;
  decide(link, antecedent.figure, "relative-clause", antecedent.decision.confidence * 0.93f);
}

}  // namespace onrecord::resolving
