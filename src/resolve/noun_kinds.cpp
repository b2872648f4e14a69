// What kind of speaker a noun phrase is.
#include <algorithm>

#include "resolve/phrases.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool stands_for_many(std::string_view word) {
  return word == "countries" || word == "nations" || word == "governments";
}

}  // namespace

bool is_anybody(std::string_view word) {
  return word == "anyone" || word == "anybody" || word == "everyone" || word == "everybody" || word == "nobody";
}

SpeakerKind kind_of_noun(const Reading& reading, const Phrase& phrase) {
  if (phrase.head == none) return SpeakerKind::unknown;
  const Word& head = reading.words[phrase.head];
  if (is_anybody(head.lower)) return SpeakerKind::group;
  // "no one", "one in five", "one out of ten voters"
  const Word& opener = reading.words[phrase.core.begin];
  if (head.lower == "one" && opener.lower == "no") return SpeakerKind::group;
  if (head.lower == "one" && phrase.core.end + 1 < phrase.whole.end &&
      (reading.words[phrase.core.end].lower == "in" || reading.words[phrase.core.end].lower == "out"))
    return SpeakerKind::group;
  // "the 43-year-old"
  if (head.lower.ends_with("-year-old")) return SpeakerKind::person;
  if (phrase.share && !head.is(c::document)) return SpeakerKind::group;
  if (head.is(c::document) && !head.is(c::person)) return SpeakerKind::document;
  if (head.lower == "sources") return SpeakerKind::unnamed;
  // "the governments of the world"
  if (head.lower == "circle" && head.letters == CaseClass::lower) return SpeakerKind::group;
  const bool bodies = head.letters == CaseClass::lower && stands_for_many(head.lower);
  if (head.is(c::people) || bodies || (phrase.plural && !head.is(c::organisation))) return SpeakerKind::group;
  // "a lot of people", "the people fed up with …"
  for (std::uint32_t i = phrase.core.begin; i < phrase.whole.end; ++i) {
    if (reading.words[i].is(c::people) && !head.is(c::person | c::organisation) && head.lower == "lot")
      return SpeakerKind::group;
  }
  // "a handful of insiders", "an army of volunteers"
  if (!head.is(c::person | c::organisation | c::document) && phrase.whole.end > phrase.core.end + 1 &&
      reading.words[phrase.core.end].lower == "of") {
    for (std::uint32_t i = phrase.core.end + 1; i < phrase.whole.end; ++i) {
      if (reading.words[i].is(c::people) && !reading.words[i].is(c::function)) return SpeakerKind::group;
    }
  }
  if (head.is(c::organisation) && !head.is(c::person)) return SpeakerKind::organisation;
  if (head.is(c::person | c::title | c::first_name | c::demonym)) return SpeakerKind::person;
  if (head.is(c::organisation | c::outlet | c::place)) return SpeakerKind::organisation;
  if (head.is(c::medium | c::gathering)) return SpeakerKind::document;
  return SpeakerKind::unknown;
}

}  // namespace onrecord::resolving
