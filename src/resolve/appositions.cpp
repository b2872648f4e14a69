#include "resolve/appositions.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whose" || word == "whom";
}

}  // namespace

std::uint32_t titled_person(const Reading& reading, const Cast& cast, std::uint32_t at, std::uint32_t end) {
  const auto& words = reading.words;
  for (const std::uint32_t last = std::min(end, at + 9); at < last; ++at) {
    const std::uint32_t name = cast.name_at(at);
    if (name != none && cast.names[name].kind == NameKind::person && cast.figure_of_name[name] != none)
      return cast.names[name].possessive ? none : name;
    const Word& word = words[at];
    const bool before_name = is_article(word.lower) || (word.kind == TokenKind::word && !word.possessive &&
                                                        !word.is(c::function | c::preposition | c::auxiliary));
    if (!before_name && word.lower != "'s" && name == none) return none;
  }
  return none;
}

std::uint32_t name_in_apposition(const Reading& reading, const Cast& cast, const Phrase& phrase, std::uint32_t end) {
  const auto& words = reading.words;
  // "a trader named Ada Lund", "a man calling himself Bo Moe"
  if (const std::uint32_t at = phrase.core.end; at + 1 < end) {
    const bool calling = words[at].lower == "calling" && words[at + 1].lower.ends_with("self");
    if (calling || words[at].lower == "named" || words[at].lower == "called") {
      const std::uint32_t behind = at + (calling || words[at + 1].kind == TokenKind::quote_mark ? 2 : 1);
      const std::uint32_t name = behind < end ? cast.name_at(behind) : none;
      if (name != none && cast.names[name].kind == NameKind::person && cast.figure_of_name[name] != none)
        return name;
    }
  }
  for (std::uint32_t i = phrase.core.end; i + 1 < end; ++i) {
    if (is_relative(words[i].lower)) break;
    if (words[i].kind != TokenKind::punctuation || words[i].lower == "." || words[i].lower == "(") continue;
    const std::uint32_t name = titled_person(reading, cast, i + 1, end);
    if (name == none) continue;
    const std::uint32_t after = cast.names[name].words.end;
    if (after >= end || words[after].kind != TokenKind::word || words[after].is(c::preposition)) return name;
  }
  return none;
}

std::uint32_t body_in_apposition(const Reading& reading, const Cast& cast, const Phrase& phrase, std::uint32_t end) {
  const auto& words = reading.words;
  std::uint32_t at = phrase.core.end;
  if (at + 1 >= end) return none;
  const bool called = words[at].lower == "called" || words[at].lower == "named" || words[at].lower == "dubbed";
  const bool mark = words[at].kind == TokenKind::punctuation && words[at].lower != "." && words[at].lower != "(";
  if (!called && (!mark || phrase.definite == Definite::definite)) return none;
  ++at;
  while (at < end && (words[at].kind == TokenKind::quote_mark || is_article(words[at].lower))) ++at;
  const std::uint32_t name = at < end ? cast.name_at(at) : none;
  if (name == none || cast.figure_of_name[name] == none || cast.names[name].words.begin != at ||
      cast.names[name].kind == NameKind::person || cast.names[name].kind == NameKind::place ||
      cast.names[name].possessive)
    return none;
  const std::uint32_t after = cast.names[name].words.end;
  return after >= end || words[after].kind != TokenKind::word ? name : none;
}

}  // namespace onrecord::resolving
