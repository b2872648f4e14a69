// The phrase that a relative clause tells of: what stands before its "who", "which" or "that".
#include "resolve/phrases.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// Words behind which, going back, a phrase does not go on: "Lund sharply rebuked | critics", not "the rebuked critics".
bool verb_before(const Reading& reading, const Cast& cast, std::uint32_t i, std::uint32_t first) {
  const auto& words = reading.words;
  if (i == first || !words[i].lower.ends_with("ed") || words[i].letters != CaseClass::lower ||
      cast.name_at(i) != none || words[i].is(c::person | c::people | c::organisation | c::document) ||
      words[i].lower.find('-') != std::string::npos)
    return false;
  std::uint32_t at = i - 1;
  while (at > first && words[at].lower.ends_with("ly")) --at;
  const std::uint32_t name = cast.name_at(at);
  if (name != none) return !cast.names[name].possessive;
  return !words[at].possessive && words[at].is(c::person | c::people | c::organisation | c::document);
}

// Whether "who" may follow: a person, people, or a name of either.
bool is_somebody(const Reading& reading, const Cast& cast, std::uint32_t i) {
  const Word& word = reading.words[i];
  const std::uint32_t name = cast.name_at(i);
  if (name != none && cast.figure_of_name[name] != none) {
    const SpeakerKind kind = cast.figures[cast.figure_of_name[name]].kind;
    return (kind == SpeakerKind::person || kind == SpeakerKind::group) && !cast.names[name].possessive;
  }
  return word.kind == TokenKind::word && !word.possessive && word.is(c::person | c::people) &&
         (!word.is(c::function) || word.is(c::quantity) || word.lower == "those") && !word.is(c::speech_verb);
}

}  // namespace

Phrase phrase_before(const Reading& reading, const Cast& cast, std::uint32_t word) {
  const auto& words = reading.words;
  const std::uint32_t first = reading.sentences[words[word].sentence].words.begin;
  std::uint32_t end = word;
  while (end > first && words[end - 1].kind != TokenKind::word && words[end - 1].kind != TokenKind::number) --end;
  // A possessor or a preposition right before "who" is none; the nearest name or noun is.
  while (end > first && words[end - 1].is(c::preposition)) --end;
  if (end == first) return {};
  std::uint32_t stop = end;  // of what is read: behind the phrase what tells of it
  // "familiar with the discussion, who", "to reporters around the world, who": the nearest that "who" can mean.
  if (words[word].lower == "who" && !is_somebody(reading, cast, end - 1)) {
    std::uint32_t at = end - 1;
    while (at > first && at + 12 > end && !is_somebody(reading, cast, at - 1) &&
           words[at - 1].quote == words[word].quote)
      --at;
    if (at > first && at + 12 > end && is_somebody(reading, cast, at - 1)) {
      end = at;
      if (!words[end].is(c::preposition) && !words[end].lower.ends_with("ing")) stop = end;
    }
  }
  // "a key letter in 2014 that"
  if ((words[word].lower == "that" || words[word].lower == "which") && words[end - 1].kind == TokenKind::number &&
      end > first + 2 && words[end - 2].is(c::preposition))
    stop = end -= 2;
  std::uint32_t name = cast.name_at(end - 1);
  // "lawmakers such as Lund who": of the lawmakers
  if (name != none && words[word - 1].lower != ",") {
    const std::uint32_t begin = cast.names[name].words.begin;
    const bool such = begin > first + 2 && words[begin - 1].lower == "as" && words[begin - 2].lower == "such";
    if (such && words[begin - 3].is(c::people)) {
      stop = end = begin - 2;
      name = none;
    }
  }
  std::uint32_t begin = end - 1;
  if (name != none) {
    begin = cast.names[name].before.empty() ? cast.names[name].words.begin : cast.names[name].before.begin;
    begin = std::max(begin, first);
  } else if (words[begin].lower != "those") {
    while (begin > first) {
      const Word& before = words[begin - 1];
      // "dozens of women who", "30 percent of voters who"
      if (before.lower == "of" && begin > first + 1 && words[begin - 2].is(c::quantity)) {
        begin -= 2;
        if (begin > first && words[begin - 1].kind == TokenKind::number) --begin;
        break;
      }
      if (before.kind != TokenKind::word && before.kind != TokenKind::number) break;
      if (before.is(c::preposition | c::auxiliary | c::speech_verb) || before.lower == "that") break;
      if (verb_before(reading, cast, begin - 1, first)) break;
      --begin;
      if (is_determiner(before.lower)) break;
    }
  }
  // "Ada Lund, a lawyer, who" / "a spokesman for the mayor, who": what stands in apposition to a name is that name.
  Phrase phrase = read_phrase(reading, cast, {begin, name == none ? stop : end});
  if (phrase.form == PhraseForm::noun && begin > first + 1 && words[begin - 1].lower == ",") {
    const std::uint32_t named = cast.name_at(begin - 2);
    const bool person = named != none && cast.names[named].kind == NameKind::person;
    // "Our Harbour, a group that"
    const bool body = named != none && cast.names[named].kind == NameKind::organisation && phrase.core.begin > begin &&
                      cast.figure_of_name[named] != none && words[phrase.head].is(c::organisation);
    if (person || body) {
      phrase.form = PhraseForm::name;
      phrase.name = named;
    }
  }
  return phrase;
}

}  // namespace onrecord::resolving
