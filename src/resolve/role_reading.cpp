#include "resolve/role_reading.h"

#include <algorithm>
#include <array>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// "close friend | since sixth grade": behind these no head stands.
bool opens_clause(std::string_view word) {
  static constexpr std::array<std::string_view, 14> all{"since", "who",   "whose",   "whom",   "that",
                                                        "which", "when",  "where",   "until",  "because",
                                                        "while", "after", "before", "though"};
  return std::ranges::find(all, word) != all.end();
}

// "they met | former senator": what follows its subject is a verb.
bool follows_subject(const Reading& reading, const Cast& cast, std::uint32_t i, std::uint32_t first) {
  if (i == first) return false;
  static constexpr std::array<std::string_view, 7> subjects{"he", "she", "they", "it", "we", "i", "who"};
  const std::uint32_t name = cast.name_at(i - 1);
  if (name != none) return cast.names[name].kind == NameKind::person && !cast.names[name].possessive;
  return std::ranges::find(subjects, reading.words[i - 1].lower) != subjects.end();
}

}  // namespace

std::uint32_t role_end(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  const auto& words = reading.words;
  std::uint32_t i = begin;
  while (i < end) {
    const Word& word = words[i];
    if (word.kind == TokenKind::quote_mark) break;
    if (word.kind == TokenKind::punctuation && word.lower != "-" && word.lower != "/") break;
    if (i > begin && (word.lower == "who" || word.lower == "whose" || word.lower == "which" ||
                      (word.is(c::auxiliary) && word.lower != "am")))
      break;
    if (i > begin && word.is(c::speech_verb) && word.letters == CaseClass::lower && !words[i - 1].is(c::preposition))
      break;
    if (i > begin && word.letters == CaseClass::lower && word.lower.size() > 5 && word.lower.ends_with("ing") &&
        words[i - 1].kind == TokenKind::word && !words[i - 1].is(c::preposition) && i + 1 < end &&
        words[i + 1].is(c::function))
      break;
    ++i;
  }
  return i;
}

bool opens_participle_clause(const Reading& reading, const Cast& cast, std::uint32_t at) {
  const auto& words = reading.words;
  const Word& word = words[at];
  if (at + 1 >= words.size() || words[at + 1].sentence != word.sentence || word.letters != CaseClass::lower ||
      word.lower.size() < 5 || word.is(c::person | c::title) ||
      !(word.lower.ends_with("ing") || word.lower.ends_with("ed")))
    return false;
  const std::uint32_t name = cast.name_at(at + 1);
  return words[at + 1].is(c::function | c::preposition) ||
         (name != none && cast.names[name].kind == NameKind::person && cast.names[name].words.begin == at + 1);
}

std::uint32_t clause_end(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  const auto& words = reading.words;
  while (begin < end && words[begin].kind != TokenKind::quote_mark &&
         (words[begin].kind != TokenKind::punctuation || words[begin].lower == "-" || words[begin].lower == "/"))
    ++begin;
  return begin;
}

std::uint32_t modifiers_begin(const Reading& reading, const Cast& cast, std::uint32_t head) {
  const auto& words = reading.words;
  const std::uint32_t first = reading.sentences[words[head].sentence].words.begin;
  std::uint32_t i = head;
  while (i > first && head - i < 7) {
    const Word& before = words[i - 1];
    const std::uint32_t name = cast.name_at(i - 1);
    if (before.kind != TokenKind::word || before.is(c::preposition | c::auxiliary)) break;
    if (before.is(c::function) && before.lower != "then" && before.lower != "once") break;
    if (name != none && (cast.names[name].possessive || cast.names[name].kind == NameKind::person)) break;
    if (name == none && (before.is(c::speech_verb) || before.possessive)) break;
    if (name == none && before.letters == CaseClass::lower && follows_subject(reading, cast, i - 1, first)) break;
    --i;
  }
  return i;
}

std::uint32_t role_head(const Reading& reading, const Cast& cast, Range phrase) {
  const auto& words = reading.words;
  std::uint32_t last = none;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const std::uint32_t name = cast.name_at(i);
    if (name != none && cast.names[name].possessive && cast.names[name].words.begin == i) {
      i = cast.names[name].words.end - 1;  // "Friends of Harbour's director"
      continue;
    }
    if (words[i].is(c::preposition)) break;
    if (words[i].kind == TokenKind::number) continue;  // "the 30-year-old daughter"
    if (words[i].kind != TokenKind::word || words[i].lower == "and" || opens_clause(words[i].lower)) break;
    last = i;
  }
  return last;
}

bool heads_person(const Reading& reading, const Cast& cast, Range phrase) {
  const auto& words = reading.words;
  const std::uint32_t last = role_head(reading, cast, phrase);
  if (last == none) return false;
  const Word& head = words[last];
  if (head.is(c::people) || head.possessive) return false;
  // "a Republican", "Republican senator", "Vermont Democrat"
  const auto of_a_place = [&](std::uint32_t at) {
    const std::uint32_t name = cast.name_at(at);
    return (name != none && cast.names[name].kind == NameKind::place) || words[at].is(c::place | c::demonym);
  };
  const std::string& first = words[phrase.begin].lower;
  return head.is(c::person | c::title) &&
         (!head.is(c::demonym) || first == "a" || first == "an" || words[phrase.begin].is(c::demonym) ||
          (last > phrase.begin && (of_a_place(phrase.begin) || of_a_place(last - 1))));
}

}  // namespace onrecord::resolving
