#include "resolve/offices.h"

#include <algorithm>
#include <array>

#include "resolve/mentions.h"
#include "resolve/role_reading.h"
#include "resolve/roles.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::uint32_t reach = 3;  // sentences back from a pronoun to the person

bool is_determiner(std::string_view word) {
  static constexpr std::array<std::string_view, 8> all{"a", "an", "the", "his", "her", "their", "its", "own"};
  return std::ranges::find(all, word) != all.end();
}

WordClasses gender_of(std::string_view word) {
  if (word == "he" || word == "him" || word == "his") return c::male;
  if (word == "she" || word == "her") return c::female;
  return 0;
}

class Collector {
 public:
  Collector(const Reading& reading, Cast& cast)
      : reading_(reading), words_(reading.words), cast_(cast), mentions_(mentions_of_names(reading, cast)) {}

  void run() {
    for (std::uint32_t i = 0; i + 1 < words_.size(); ++i) {
      if (words_[i].kind != TokenKind::word || words_[i].letters == CaseClass::upper) continue;
      const bool compares = i > 0 && (words_[i - 1].lower == "well" || words_[i - 1].lower == "such");
      const bool as = words_[i].lower == "as" && !compares;
      if (!as && !becomes(i)) continue;
      const Range office = office_at(i + 1);
      if (office.empty()) continue;
      const std::uint32_t first = reading_.sentences[words_[i].sentence].words.begin;
      const std::uint32_t figure = as && i == first ? subject_behind(office.end) : whose(i, first, as);
      if (figure != none) add_role(reading_, cast_.figures[figure], reading_.span_of(office));
    }
  }

 private:
  // "was", "became", "elected": the verbs by which somebody is or comes to be what follows.
  bool becomes(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 10> verbs{"was",     "is",     "became",    "become",  "becoming",
                                                            "elected", "remains", "appointed", "named",  "been"};
    return std::ranges::find(verbs, words_[i].lower) != verbs.end();
  }

  // "secretary of state", "the executive director of the Harbour Institute": an office from `begin` on.
  Range office_at(std::uint32_t begin) const {
    const std::uint32_t end = reading_.sentences[words_[begin].sentence].words.end;
    std::uint32_t i = begin;
    while (i < end && is_determiner(words_[i].lower)) ++i;
    if (i < end && becomes(i)) return {};  // "has been | named secretary": told by the next verb
    const std::uint32_t start = i;
    std::uint32_t head = none;
    for (; i < end && i < start + 7; ++i) {
      const Word& word = words_[i];
      if (word.kind != TokenKind::word && word.kind != TokenKind::number) break;
      const std::uint32_t name = cast_.name_at(i);
      if (name != none && cast_.names[name].kind == NameKind::person && !cast_.names[name].possessive) return {};
      if (word.is(c::preposition | c::auxiliary)) break;
      if (word.is(c::function) && word.lower != "first" && word.lower != "then") break;
      if (word.is(c::title) && !word.is(c::people) && word.letters != CaseClass::upper) head = i;
      if (head != none && i > head) break;
    }
    if (head == none || words_[head].possessive) return {};
    std::uint32_t close = head + 1;
    if (close < end && (words_[close].lower == "general" || words_[close].lower == "elect")) ++close;
    // "a stronger general election candidate": another noun's
    if (close < end && words_[close].kind == TokenKind::word && !words_[close].is(c::function | c::preposition))
      return {};
    // "a candidate" says little of anybody
    const std::string& noun = words_[head].lower;
    if (head == start && (noun == "candidate" || noun == "leader" || noun == "representative" || noun == "manager"))
      return {};
    close = complement_end(close, end);
    return {start, close};
  }

  // The end of "of state", "for the Harbour Institute" behind an office; `at` where no such phrase stands there.
  std::uint32_t complement_end(std::uint32_t at, std::uint32_t end) const {
    if (at + 1 >= end) return at;
    const std::string& word = words_[at].lower;
    if (word != "of" && word != "for" && word != "at" && word != "to") return at;
    const std::uint32_t next = words_[at + 1].lower == "the" ? at + 2 : at + 1;
    if (next >= end) return at;
    if (const std::uint32_t name = cast_.name_at(next); name != none) return std::min(end, cast_.names[name].words.end);
    return word == "of" && words_[next].kind == TokenKind::word && !words_[next].is(c::function) ? next + 1 : at;
  }

  // "As mayor, Lund …": the person who opens what the phrase stands before.
  std::uint32_t subject_behind(std::uint32_t at) const {
    const std::uint32_t end = at < words_.size() ? reading_.sentences[words_[at - 1].sentence].words.end : at;
    for (std::uint32_t i = at; i < end && i < at + 9; ++i) {
      if (words_[i].lower != ",") continue;
      ++i;
      while (i < end && words_[i].is(c::honorific | c::title) && cast_.name_at(i) == none) ++i;
      return i < end ? person_at(i) : none;
    }
    return none;
  }

  std::uint32_t person_at(std::uint32_t i) const {
    const std::uint32_t name = cast_.name_at(i);
    if (name != none)
      return cast_.names[name].kind == NameKind::person ? cast_.figure_of_name[name] : static_cast<std::uint32_t>(none);
    const WordClasses gender = gender_of(words_[i].lower);
    return gender != 0 ? person_before(i, gender) : static_cast<std::uint32_t>(none);
  }

  // Whose office is told behind `at`: of the nearest person before "as", of the subject right before a verb.
  std::uint32_t whose(std::uint32_t at, std::uint32_t first, bool as) const {
    if (conditional(at, first)) return none;
    const std::uint32_t quote = words_[at].quote;
    for (std::uint32_t i = at; i > first; --i) {
      const Word& word = words_[i - 1];
      if (word.quote != quote || word.lower == "not" || word.lower == "such" || word.lower == "nobody") return none;
      const std::uint32_t person = person_at(i - 1);
      if (person != none) return person;
      // "hires an official as chief executive"
      if (as && word.is(c::person) && !word.is(c::function | c::demonym) && !word.possessive &&
          word.letters == CaseClass::lower)
        return none;
      if (gender_of(word.lower) != 0 || word.lower == "i" || word.lower == "my" || word.lower == "me" ||
          word.lower == "they" || word.lower == "their" || word.lower == "you")
        return none;
      // "Lund, who was mayor", "Lund later became mayor"
      const bool passes = word.lower == "who" || word.lower == "," || word.lower.ends_with("ly") ||
                          word.is(c::auxiliary) || word.is(c::function);
      if (!as && !passes) return none;
    }
    return none;
  }

  // "if he is the nominee", "would be", "whether Lund becomes"
  bool conditional(std::uint32_t at, std::uint32_t first) const {
    for (std::uint32_t i = at; i > first && i + 8 > at; --i) {
      const std::string& word = words_[i - 1].lower;
      if (word == "if" || word == "whether" || word == "unless" || word == "would" || word == "could" ||
          word == "should" || word == "like")
        return true;
    }
    return false;
  }

  // The person of that gender whom the words before the pronoun name last as a subject, else last.
  std::uint32_t person_before(std::uint32_t word, WordClasses gender) const {
    std::uint32_t last = none;
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
      if (mention->word >= word) continue;
      if (words_[word].sentence - words_[mention->word].sentence > reach) break;
      const Figure& figure = cast_.figures[mention->figure];
      if (figure.kind != SpeakerKind::person || mention->quote != words_[word].quote) continue;
      if ((gender == c::male && figure.female()) || (gender == c::female && figure.male())) continue;
      if (mention->subject) return mention->figure;
      if (last == none) last = mention->figure;
    }
    return last;
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  Cast& cast_;
  std::vector<Mentioned> mentions_;
};

}  // namespace

void collect_offices(const Reading& reading, Cast& cast) { Collector(reading, cast).run(); }

}  // namespace onrecord::resolving
