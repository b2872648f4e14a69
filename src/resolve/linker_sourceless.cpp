// Statements whose source the text leaves out or the tagger has not found.
#include <algorithm>

#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

}  // namespace

void Linker::without_source(SourceLink& link) {
  const std::uint32_t byte = place_of(statement());
  const std::uint32_t word = reading_.word_at(byte);
  if (word >= words_.size()) return;
  if (somebody_is_asked()) {
    asked_by(link, word);
    return;
  }
  for (std::size_t i = done_.size(); i > 0; --i) {
    const std::uint32_t other = done_[i - 1];
    if (links_[other].figure == none) continue;
    const std::uint32_t at = reading_.word_at(place_of(statements_[other]));
    if (at >= words_.size()) continue;
    if (words_[at].sentence == words_[word].sentence) {
      decide(link, links_[other].figure, "same-sentence", 0.55f);
      return;
    }
    break;
  }
  if (statement().cue.empty() && statement().form == Form::direct) {
    const std::uint32_t last = last_speaker(word, 1);
    if (last != none) decide(link, last, "quotation-goes-on", 0.7f);
  }
  if (statement().cue.empty() || link.figure != none) return;
  if (named_by(link)) return;
  subject_before(link, word);
  if (link.figure == none) subject_behind(link, word);
}

bool Linker::somebody_is_asked() const {
  if (statement().cue.empty()) return false;
  const Range cue = reading_.words_in({statement().cue.front().begin, statement().cue.back().end});
  bool passive = false;
  for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
    const Word& word = words_[i];
    passive = passive || word.is(c::auxiliary);
    if ((word.lower == "question" || word.lower == "questions") &&
        (i == cue.begin || (i == cue.begin + 1 && words_[i - 1].is(c::function))))
      return true;
    if (word.lower != "asked" && word.lower != "questioned") continue;
    if (passive || i == reading_.sentences[word.sentence].words.begin) return true;
    const Word& before = words_[i - 1];
    return before.is(c::auxiliary) || before.lower == "when" || before.lower == "if" || before.lower == "once" ||
           before.lower == "while" || before.lower == "though";
  }
  return false;
}

bool Linker::is_told(const Name& name) const {
  const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
  const Range sentence = reading_.sentences[words_[begin].sentence].words;
  const auto interview = [&](std::uint32_t i) {
    return i >= sentence.begin && i < sentence.end && words_[i].lower == "interview";
  };
  std::uint32_t i = begin;
  while (i > sentence.begin &&
         (words_[i - 1].kind == TokenKind::quote_mark || words_[i - 1].lower == "the" || words_[i - 1].possessive))
    --i;
  if (interview(name.words.end)) return true;
  if (i == sentence.begin) return false;
  const std::string& before = words_[i - 1].lower;
  if (before == "told") return true;
  if (i > sentence.begin + 1 && (before == "with" || before == "by" || before == "on" || before == "to") &&
      (interview(i - 2) || words_[i - 2].lower == "interviewed"))
    return true;
  return before == "on" && name.kind == NameKind::organisation && words_[name.words.end - 1].is(c::outlet);
}

bool Linker::asked_by_named(SourceLink& link) {
  const std::uint32_t end = reading_.words_in(statement().cue.back()).end;
  for (const std::uint32_t by : {end - 1, end}) {
    if (by >= words_.size() || words_[by].lower != "by") continue;
    for (std::size_t i = 0; i < cast_.names.size(); ++i) {
      const Name& name = cast_.names[i];
      if ((name.before.empty() ? name.words.begin : name.before.begin) != by + 1 || cast_.figure_of_name[i] == none)
        continue;
      decide(link, cast_.figure_of_name[i], "asked-by", 0.85f);
      return true;
    }
  }
  return false;
}

void Linker::asked_by(SourceLink& link, std::uint32_t word) {
  if (asked_by_named(link)) return;
  constexpr std::uint32_t reach = 15;  // sentences back to the interview that is still going on
  const std::uint32_t here = words_[word].sentence;
  std::uint32_t best = none;
  std::uint32_t nearest = reach + 1;
  for (std::size_t i = 0; i < cast_.names.size(); ++i) {
    const Name& name = cast_.names[i];
    const std::uint32_t sentence = words_[name.words.begin].sentence;
    if (sentence > here || here - sentence > nearest || cast_.figure_of_name[i] == none) continue;
    const Figure& figure = cast_.figures[cast_.figure_of_name[i]];
    if (figure.place || (figure.kind != SpeakerKind::organisation && figure.kind != SpeakerKind::person)) continue;
    if (words_[name.words.begin].quote != none || !is_told(name)) continue;
    nearest = here - sentence;
    best = cast_.figure_of_name[i];
  }
  if (best != none) decide(link, best, "asked-by", nearest == 0 ? 0.7f : 0.5f);
}

bool Linker::named_by(SourceLink& link) {
  const std::uint32_t end = reading_.words_in(statement().cue.back()).end;
  if (end == 0 || end >= words_.size()) return false;
  const std::uint32_t last = reading_.sentences[words_[end - 1].sentence].words.end;
  std::uint32_t by = words_[end - 1].lower == "by" ? end - 1 : end;
  if (by >= last || words_[by].lower != "by" || by + 1 >= last || words_[by + 1].kind != TokenKind::word) return false;
  if (words_[by + 1].lower.ends_with("ing")) return false;  // "criticised her by saying"
  std::uint32_t stop = by + 1;
  while (stop < last && words_[stop].kind == TokenKind::word && stop < by + 9 &&
         (!words_[stop].is(c::preposition) || words_[stop].lower == "of"))
    ++stop;
  const std::vector<Phrase> phrases = read_source(reading_, cast_, {by + 1, stop});
  if (phrases.empty() || phrases.front().form == PhraseForm::empty || phrases.front().form == PhraseForm::relative)
    return false;
  single(link, phrases.front());
  link.mentions.clear();
  if (link.figure == none) return false;
  link.decision = {"named-by", std::min(link.decision.confidence, 0.55f)};
  return true;
}

void Linker::subject_behind(SourceLink& link, std::uint32_t cue) {
  if (!words_[cue].lower.ends_with("ing")) return;
  const std::uint32_t first = reading_.sentences[words_[cue].sentence].words.begin;
  for (const Mentioned& mention : mentions_) {
    if (mention.word < first) continue;
    if (words_[mention.word].sentence != words_[cue].sentence) return;
    if (mention.word < cue && mention.subject) return;
    if (mention.word < cue || !mention.subject || mention.quote != words_[cue].quote) continue;
    if (enclosing(mention.word) != enclosing(cue)) continue;
    decide(link, mention.figure, "subject", 0.4f);
    return;
  }
}

void Linker::subject_before(SourceLink& link, std::uint32_t cue) {
  const Range words = reading_.words_in({statement().cue.front().begin, statement().cue.back().end});
  for (std::uint32_t i = words.begin; i + 1 < words.end; ++i) {
    const std::string& next = words_[i + 1].lower;
    if (words_[i].is(c::auxiliary) && (next.ends_with("ed") || next.ends_with("en"))) return;
  }
  for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
    if (mention->word >= cue) continue;
    if (words_[mention->word].sentence != words_[cue].sentence) return;
    if (!mention->subject || mention->quote != words_[cue].quote || mention->possessive) continue;
    const Figure& figure = cast_.figures[mention->figure];
    if (figure.kind != SpeakerKind::person) continue;
    if (enclosing(mention->word) != enclosing(cue)) continue;
    decide(link, mention->figure, "subject", 0.4f);
    return;
  }
}

}  // namespace onrecord::resolving
