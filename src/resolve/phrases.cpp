// Above 400 lines: where a phrase ends, what joins two and where its noun stands decide one another, word by word.
#include "resolve/phrases.h"

#include <algorithm>

#include "resolve/appositions.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool is_pronoun(const Word& word) {
  if (word.lower == "us" && word.letters == CaseClass::upper) return false;  // the country
  constexpr std::string_view pronouns[] = {
      "he",  "she", "they", "it", "i",  "we",      "you",     "him",        "her",    "them", "his",    "their",
      "its", "my",  "our",  "me", "us", "himself", "herself", "themselves", "itself", "hers", "theirs", "your"};
  return std::ranges::find(pronouns, word.lower) != std::end(pronouns);
}

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whose" || word == "whom";
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool is_demonstrative(std::string_view word) { return word == "this" || word == "that" || word == "these"; }

// "speaking", "citing", "quoted" behind a noun: what follows is about it.
bool opens_clause(const Word& word, bool has_noun) {
  if (is_relative(word.lower) || word.is(c::auxiliary)) return true;
  if (!has_noun || word.letters != CaseClass::lower) return false;
  if (word.is(c::person | c::organisation | c::document | c::people)) return false;
  if (word.lower.find('-') != std::string::npos) return false;  // "best-selling", "left-leaning"
  constexpr std::string_view irregular[] = {"taken", "made", "given", "held", "written", "known", "drawn",
                                            "led",   "sent", "shown", "paid", "based",   "put",   "seen"};
  return (word.lower.size() > 5 && word.lower.ends_with("ing")) ||
         std::ranges::find(irregular, word.lower) != std::end(irregular) ||
         (word.lower.size() > 4 && word.lower.ends_with("ed") && !word.lower.ends_with("eed")) ||
         word.lower == "familiar" || word.is(c::speech_verb);
}

class SourceReader {
 public:
  SourceReader(const Reading& reading, const Cast& cast) : reading_(reading), words_(reading.words), cast_(cast) {}

  std::vector<Phrase> read(Range range) {
    while (range.begin < range.end && words_[range.begin].kind != TokenKind::word &&
           words_[range.begin].kind != TokenKind::number)
      ++range.begin;
    while (range.begin < range.end && words_[range.end - 1].kind != TokenKind::word &&
           words_[range.end - 1].kind != TokenKind::number && words_[range.end - 1].lower != "%")
      --range.end;
    // "neither Lund nor Moe", "both Lund and Moe"
    if (range.size() > 2 && (words_[range.begin].lower == "neither" ||
                             (words_[range.begin].lower == "both" && joint({range.begin + 1, range.end}) != none)))
      ++range.begin;
    // "that three officials" of a clause, "has previously": no part of a phrase
    if (range.size() > 1 && words_[range.begin].lower == "that" && !goes_on(range.begin) &&
        (words_[range.begin + 1].is(c::function | c::quantity) || words_[range.begin + 1].kind == TokenKind::number ||
         cast_.name_at(range.begin + 1) != none))
      ++range.begin;
    range.begin = behind_opener(range);
    // "a Harbour City, Norland, officer named Ada Lund"
    const bool one_of_some = words_[range.begin].lower == "a" || words_[range.begin].lower == "an";
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end && words_[i].kind != TokenKind::quote_mark; ++i) {
      const std::uint32_t name = cast_.name_at(i + 1);
      if (words_[i].lower == "named" && words_[i - 1].is(c::person) && name != none &&
          cast_.names[name].kind == NameKind::person && (one_of_some || !person_in({range.begin, i})))
        range.begin = i + 1;
    }
    if (range.size() > 1 && (words_[range.end - 1].lower == "all" || words_[range.end - 1].lower == "both"))
      --range.end;
    if (words_[range.begin].is(c::auxiliary) && words_[range.begin].letters == CaseClass::lower) return {};
    std::vector<Phrase> phrases;
    while (range.begin < range.end) {
      const std::uint32_t next = joint(range);
      const Phrase phrase = one({range.begin, next == none ? range.end : next});
      if (phrase.form != PhraseForm::empty) phrases.push_back(phrase);
      if (next == none) break;
      range.begin = next + 1;
    }
    return phrases;
  }

  Phrase one(Range range) const {
    Phrase phrase;
    std::uint32_t i = range.begin;
    while (i < range.end && (words_[i].kind == TokenKind::quote_mark || words_[i].kind == TokenKind::punctuation)) ++i;
    if (i >= range.end) return phrase;
    if (is_pronoun(words_[i]) &&
        (range.end - i == 1 || words_[i + 1].kind != TokenKind::word || followed_by_no_noun(i, range.end))) {
      phrase.form = PhraseForm::pronoun;
      phrase.head = i;
      phrase.core = phrase.whole = {i, i + 1};
      return phrase;
    }
    if (is_relative(words_[i].lower) && (range.end - i == 1 || words_[i + 1].kind != TokenKind::word || goes_on(i))) {
      phrase.form = PhraseForm::relative;
      phrase.head = i;
      phrase.core = phrase.whole = {i, i + 1};
      return phrase;
    }
    const bool possessor = possessive_before_noun(i, range.end);
    phrase.definite = is_determiner(words_[i].lower) && words_[i].lower != "a" && words_[i].lower != "an"
                          ? Definite::definite
                      : words_[i].lower == "a" || words_[i].lower == "an" ? Definite::indefinite
                      : possessor                                         ? Definite::definite
                                                                          : Definite::bare;
    if (is_article(words_[i].lower) || (is_demonstrative(words_[i].lower) && i + 1 < range.end &&
                                        words_[i + 1].kind == TokenKind::word && !words_[i + 1].is(c::function)))
      ++i;
    if (i >= range.end) return phrase;
    phrase.core.begin = i;
    std::uint32_t end = i;
    bool noun = false;
    bool share = words_[i].lower == "those";  // of several: "some of …", "78 percent", "those surveyed"
    while (end < range.end) {
      const Word& word = words_[end];
      const std::uint32_t name = cast_.name_at(end);
      if (name != none && cast_.names[name].words.begin == end && cast_.figure_of_name[name] != none) {
        end = std::min(range.end, cast_.names[name].words.end);
        noun = !words_[end - 1].possessive;
        if (cast_.names[name].trailed) break;
        continue;
      }
      if (word.kind != TokenKind::word && word.kind != TokenKind::number) {
        const bool inside = end > i && end + 1 < range.end;
        if (inside && (word.kind == TokenKind::quote_mark || word.lower == "/") &&
            (word.lower == "/" || !noun || words_[end + 1].kind == TokenKind::word)) {
          ++end;
          continue;
        }
        if (word.lower == "%" || word.lower == "$") {
          if (word.lower == "%") share = true;
          ++end;
          noun = true;
          continue;
        }
        break;
      }
      if (end > i && word.is(c::preposition) && !outsider(end, range.end)) {
        if (word.lower == "of" && is_share(end - 1)) {  // "some of the voters", "78 percent of voters"
          share = true;
          ++end;
          while (end < range.end && is_determiner(words_[end].lower)) ++end;
          noun = false;
          continue;
        }
        if (word.lower == "of" && before_office_holder(end, range.end)) {
          end += 2;
          continue;
        }
        break;
      }
      if (end > i && opens_clause(word, noun) && words_[end - 1].lower != "those" && !qualifies(end, range.end)) break;
      if (end > i && noun && ends_core(end)) break;
      const bool superlative = word.lower == "most" && phrase.definite == Definite::definite;
      // "the minority leader"
      const bool office = (word.lower == "minority" || word.lower == "majority") && end + 1 < range.end &&
                          words_[end + 1].is(c::title | c::person);
      share = share || (word.is(c::quantity) && end == i && !superlative && !office) || word.lower == "percent";
      noun = noun || !word.is(c::function);
      ++end;
    }
    if (end == i) end = i + 1;
    if (end - i > 1 && words_[end - 1].lower.ends_with("sel"
                                                       "f"))
      --end;  // "Lund herself"
    if (end - i > 1 && words_[end - 1].lower.ends_with("selves")) --end;
    phrase.core.end = end;
    phrase.head = end - 1;
    while (phrase.head > i && words_[phrase.head].kind != TokenKind::word) --phrase.head;
    // "two senators present": English puts no plural before another noun
    const auto of_a_kind = [&](std::uint32_t at) {
      return words_[at].is(c::person | c::people | c::organisation | c::document) || cast_.name_at(at) != none;
    };
    const std::uint32_t complement = end;  // "people close | to the minister"
    if (phrase.head > i && !of_a_kind(phrase.head) && words_[phrase.head - 1].is(c::people) &&
        !words_[phrase.head - 1].is(c::quantity | c::organisation | c::function) &&
        !words_[phrase.head - 1].possessive &&
        (words_[phrase.head - 1].lower.ends_with("s") || words_[phrase.head - 1].lower == "people") &&
        cast_.name_at(phrase.head - 1) == none) {
      --phrase.head;
      end = phrase.core.end = phrase.head + 1;
      if (const std::uint32_t stop = whole_end(complement, range.end); stop > complement) end = stop;
    }
    phrase.whole = {phrase.core.begin, std::max(end, whole_end(end, range.end))};
    phrase.clause = clause_behind(phrase.whole.end, range.end);
    const Word& head = words_[phrase.head];
    // "a report | released on Monday": when and how it came out is no part of what it is called, unlike by whom
    if (!phrase.clause.empty() && head.is(c::document)) {
      const std::string& came = words_[phrase.clause.begin].lower;
      const bool by = std::any_of(words_.begin() + phrase.clause.begin, words_.begin() + phrase.clause.end,
                                  [](const Word& word) { return word.lower == "by"; });
      if (!by && (came == "released" || came == "conducted" || came == "taken" || came == "published"))
        phrase.clause = {};
    }
    phrase.form = PhraseForm::noun;
    phrase.plural =
        head.is(c::people) || (!head.is(c::person | c::organisation | c::document) && head.lower.size() > 3 &&
                               head.lower.ends_with("s") && !head.lower.ends_with("ss"));
    const bool one_of = i < range.end && words_[i].lower == "one";
    phrase.plural = (phrase.plural && !one_of) || (share && !one_of);
    phrase.share = share && !one_of;
    const std::uint32_t name = cast_.name_at(phrase.head);
    // "a Republican", "another Norlander": one of them
    const std::string& opens = words_[range.begin].lower;
    const bool one_of_many = head.is(c::demonym) && !head.lower.ends_with("s") &&
                             ((phrase.core.begin > range.begin && is_article(words_[phrase.core.begin - 1].lower)) ||
                              opens == "one" || opens == "another");
    if (one_of_many) {
      phrase.plural = false;
      phrase.name = name_in_apposition(reading_, cast_, phrase, range.end);
      if (phrase.name != none) phrase.form = PhraseForm::name;
      return phrase;
    }
    // "Democrats in the Senate", "white evangelical Protestants": some of those whom the name is for
    const bool some_of_many = name != none && phrase.plural && head.is(c::demonym | c::people) &&
                              cast_.names[name].words.size() == 1 && phrase.definite != Definite::definite &&
                              (phrase.whole.end > phrase.core.end ||
                               (phrase.core.begin < phrase.head &&
                                words_[phrase.head - 1].letters == CaseClass::lower));
    if (name != none && cast_.figure_of_name[name] != none && !share && !some_of_many) {
      phrase.form = PhraseForm::name;
      phrase.name = name;
      return phrase;
    }
    std::uint32_t named = none;
    if (!phrase.plural && head.is(c::organisation)) {
      named = body_in_apposition(reading_, cast_, phrase, range.end);
    } else if (!phrase.plural && (one_of || !head.is(c::document | c::people))) {
      named = name_in_apposition(reading_, cast_, phrase, range.end);
    }
    if (named != none) {
      phrase.form = PhraseForm::name;
      phrase.name = named;
    }
    return phrase;
  }

 private:
  // "former secretary | of state Ada Lund"
  bool before_office_holder(std::uint32_t of, std::uint32_t end) const {
    if (of + 2 >= end || !words_[of - 1].is(c::title) || words_[of + 1].kind != TokenKind::word ||
        words_[of + 1].possessive)
      return false;
    const std::uint32_t name = cast_.name_at(of + 2);
    return name != none && cast_.names[name].words.begin == of + 2 && cast_.names[name].kind == NameKind::person &&
           !words_[of + 1].is(c::function | c::title | c::honorific | c::person);
  }

  // "the Harbour rolling average": between a name that is no person's and a noun.
  bool qualifies(std::uint32_t i, std::uint32_t end) const {
    // "the policy planning director"
    if (i + 1 < end && words_[i].lower.ends_with("ing") && words_[i + 1].is(c::title) &&
        words_[i + 1].letters == CaseClass::lower && !words_[i - 1].is(c::people | c::person))
      return true;
    // "Harbour City acting Gov. Ada Lund"
    if (words_[i].lower == "acting" && i + 1 < end && words_[i + 1].is(c::title | c::person)) return true;
    const std::uint32_t name = cast_.name_at(i - 1);
    return name != none && cast_.names[name].kind != NameKind::person && i + 1 < end && !words_[i].is(c::speech_verb) &&
           words_[i].lower.ends_with("ing") && words_[i + 1].letters == CaseClass::lower &&
           words_[i + 1].is(c::document | c::organisation | c::person) && cast_.name_at(i + 1) == none;
  }

  // Where the phrase itself begins: behind the place of a dateline ("OSLO - Minister Ada Lund"), behind the noun that
  // persons named in a row are ("two objectors, Ada Lund and Bo Moe").
  std::uint32_t behind_opener(Range range) const {
    const std::uint32_t first = cast_.name_at(range.begin);
    if (first != none && cast_.names[first].kind == NameKind::place && cast_.names[first].words.end + 1 < range.end &&
        words_[range.begin].letters == CaseClass::upper) {
      const Word& dash = words_[cast_.names[first].words.end];
      if (dash.lower == "-" || dash.lower == "--" || dash.lower == "\xe2\x80\x94" || dash.lower == "\xe2\x80\x93")
        return cast_.names[first].words.end + 1;
    }
    for (std::uint32_t i = range.begin; i + 3 < range.end && i < range.begin + 6; ++i) {
      const std::uint32_t here = cast_.name_at(i);
      if (here != none && cast_.names[here].kind == NameKind::person && !cast_.names[here].possessive) break;
      if (words_[i].kind != TokenKind::punctuation || !words_[i - (i > range.begin ? 1u : 0u)].is(c::people)) continue;
      const std::uint32_t name = name_behind(i + 1, range.end);
      if (name == none ||
          (cast_.names[name].kind != NameKind::person && cast_.names[name].kind != NameKind::organisation))
        break;
      // "and" or a comma, then titles and a name
      std::uint32_t joined = cast_.names[name].words.end;
      if (joined < range.end && words_[joined].lower == "(") {
        while (joined < range.end && words_[joined].lower != ")") ++joined;
        joined = std::min(joined + 1, range.end);
      }
      if (joined + 1 < range.end && (words_[joined].lower == "and" || words_[joined].lower == ",") &&
          (name_behind(joined + 1, range.end) != none || titled_person(reading_, cast_, joined + 1, range.end) != none))
        return i + 1;
      break;
    }
    return range.begin;
  }

  // "officials | also", "Lund | Sunday night", "people | everywhere": behind a noun, what belongs to the verb.
  bool ends_core(std::uint32_t i) const {
    const Word& word = words_[i];
    if (word.lower == "and" || word.lower == "or" || word.lower == "&") return false;
    if (word.is(c::weekday) || word.lower == "everywhere" || word.lower == "alike" || word.lower == "recently" ||
        word.lower == "immediately")
      return true;
    constexpr std::string_view adverbs[] = {
        "also", "again", "already",  "certainly", "clearly", "earlier",    "eventually", "however",  "initially",
        "just", "later", "now",      "once",      "often",   "originally", "previously", "recently", "still",
        "then", "today", "tomorrow", "tonight",   "too",     "yesterday",  "yet",        "largely",  "last",
        "next", "this",  "never",    "not",       "there",   "here"};
    return std::ranges::find(adverbs, word.lower) != std::end(adverbs);
  }

  bool is_share(std::uint32_t i) const {
    return words_[i].is(c::quantity) || words_[i].lower == "one" || words_[i].lower == "%" ||
           words_[i].lower == "percentage" || words_[i].kind == TokenKind::number || words_[i].lower == "group" ||
           words_[i].lower == "couple" || words_[i].lower == "members";
  }

  // "aides and outside advisers": the preposition is an adjective there.
  bool outsider(std::uint32_t i, std::uint32_t end) const {
    return (words_[i].lower == "outside" || words_[i].lower == "inside") && words_[i - 1].lower == "and" &&
           i + 1 < end && words_[i + 1].is(c::people);
  }

  // "who, like many", "who say", "which had said": a relative pronoun, not "that report".
  bool goes_on(std::uint32_t i) const {
    if (words_[i].lower == "who" || words_[i].lower == "which") return true;
    return words_[i].lower == "that" && words_[i + 1].is(c::auxiliary | c::speech_verb | c::preposition);
  }

  bool followed_by_no_noun(std::uint32_t i, std::uint32_t end) const {
    const std::string& word = words_[i].lower;
    const bool possessive = word == "his" || word == "her" || word == "their" || word == "its" || word == "my" ||
                            word == "our" || word == "your";
    return !possessive || end - i == 1;
  }

  bool possessive_before_noun(std::uint32_t i, std::uint32_t end) const {
    for (std::uint32_t k = i; k + 1 < end && k < i + 5; ++k) {
      if (words_[k].kind != TokenKind::word || words_[k].is(c::preposition)) return false;
      if (words_[k].possessive && words_[k + 1].kind == TokenKind::word) return true;
    }
    return false;
  }

  // What is said of those who are meant, to the next mark; not of how they came to speak.
  Range clause_behind(std::uint32_t at, std::uint32_t end) const {
    if (at + 1 >= end || words_[at].kind != TokenKind::word || !opens_clause(words_[at], true)) return {};
    constexpr std::string_view speaking[] = {"speaking", "spoke",      "speak",   "spoken", "authorized",
                                             "insisted", "requesting", "briefed", "quoted", "citing"};
    std::uint32_t i = at;
    while (i < end && i < at + 16 && words_[i].kind != TokenKind::punctuation &&
           words_[i].kind != TokenKind::quote_mark) {
      if (std::ranges::find(speaking, words_[i].lower) != std::end(speaking)) return {};
      ++i;
    }
    return {at, i};
  }

  // "in | 1994", "from | late last year", "on | Sunday evening": when, not who.
  bool tells_time(std::uint32_t i, std::uint32_t end) const {
    if (i < end && words_[i].is(c::weekday | c::month)) return !words_[i].possessive;
    if (i < end && words_[i].kind == TokenKind::number && words_[i].lower.size() == 4 &&
        (words_[i].lower.starts_with("19") || words_[i].lower.starts_with("20")))
      return i + 1 == end || words_[i + 1].kind == TokenKind::punctuation;
    constexpr std::string_view openers[] = {"early", "late", "mid", "last", "this", "next", "recent", "previous"};
    constexpr std::string_view units[] = {"day", "days", "week", "weeks", "month", "months", "year", "years"};
    std::uint32_t k = i;
    while (k < end && std::ranges::find(openers, words_[k].lower) != std::end(openers)) ++k;
    return k > i && k < end && !words_[k].possessive && std::ranges::find(units, words_[k].lower) != std::end(units);
  }

  // The end of the prepositional phrases behind the head.
  std::uint32_t whole_end(std::uint32_t at, std::uint32_t end) const {
    if (at >= end || !words_[at].is(c::preposition)) return at;
    std::uint32_t i = at;
    while (i < end) {
      const Word& word = words_[i];
      if (word.kind == TokenKind::punctuation || word.kind == TokenKind::quote_mark || is_relative(word.lower)) break;
      if (word.is(c::preposition) && tells_time(i + 1, end)) break;
      if (i > at && opens_clause(word, !words_[i - 1].is(c::function)) && cast_.name_at(i) == none) break;
      ++i;
    }
    return i;
  }

  // "Ada Lund, the Customs and Border Protection commissioner": what follows a person's name and a comma tells of it.
  bool in_apposition(std::uint32_t first, std::uint32_t i) const {
    for (std::uint32_t k = first; k + 2 < i; ++k) {
      const std::uint32_t name = cast_.name_at(k);
      if (name == none || cast_.names[name].kind != NameKind::person || cast_.names[name].possessive) continue;
      const std::uint32_t after = cast_.names[name].words.end;
      if (after + 1 >= i || words_[after].lower != ",") return false;
      if (is_article(words_[after + 1].lower) || words_[after + 1].letters == CaseClass::lower) return true;
      // "Ada Lund, R-Ohio, chairman of …", "Ada Lund, Ohio Republican"; not "Ada Lund, Bo Moe"
      const std::uint32_t next = name_behind(after + 1, i);
      return next == none || cast_.names[next].kind != NameKind::person;
    }
    return false;
  }

  // What a part of a source may begin with: the word behind "and", determiner and titles, is a name, a noun that the
  // determiner announces, or a pronoun.
  std::uint32_t name_behind(std::uint32_t at, std::uint32_t end) const {
    while (at < end && cast_.name_at(at) == none &&
           (is_article(words_[at].lower) ||
            words_[at].is(c::title | c::honorific | c::person | c::demonym | c::organisation | c::place) ||
            (words_[at].letters == CaseClass::lower && at + 1 < end && words_[at].kind == TokenKind::word &&
             !words_[at].is(c::function) && words_[at + 1].is(c::title))))
      ++at;
    return at < end ? cast_.name_at(at) : none;
  }

  // A name whose figure is known, at the end of what stands before `i`: "Ada Lund", "Ada Lund (R)", "Ada Lund of
  // Norland", "Ada Lund, who leads it,".
  bool closes_with_name(std::uint32_t first, std::uint32_t i) const {
    if (i == first) return false;
    const std::uint32_t before = cast_.name_at(i - 1);
    if (before != none && cast_.figure_of_name[before] != none && !words_[i - 1].possessive) return true;
    return words_[i - 1].lower == ")" || words_[i - 1].lower == ",";
  }

  bool person_in(Range range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t name = cast_.name_at(i);
      if (name != none && cast_.names[name].kind == NameKind::person && !cast_.names[name].possessive) return true;
    }
    return false;
  }

  // The "and" that joins two names, or a name and a phrase; none where the source is one phrase.
  std::uint32_t joint(Range range) const {
    bool preposition = false;
    bool clause = false;  // "Ada Lund, who stood beside Bo Moe | and Cy Noe": what is told of her
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
      const Word& word = words_[i];
      if (cast_.name_at(i) != none) continue;
      if (is_relative(word.lower) && !person_in({range.begin, i})) return none;
      clause = clause || is_relative(word.lower);
      preposition = preposition || word.is(c::preposition);
      if (preposition && !person_in({range.begin, i})) return none;
      // "Ada Lund, R-Ohio; Bo Moe, D-Texas; and Cy Noe"
      if (word.lower == ";" && person_in({range.begin, i})) {
        const std::uint32_t behind = i + 2 < range.end && words_[i + 1].lower == "and" ? i + 2 : i + 1;
        if (titled_person(reading_, cast_, behind, range.end) != none) return behind - 1;
      }
      if (word.lower != "and" && word.lower != "," && word.lower != "&" && word.lower != "nor") continue;
      std::uint32_t next = i + 1;
      if (word.lower == "," && words_[next].lower == "and" && next + 1 < range.end) ++next;
      const bool comma = word.lower == "," && next == i + 1;
      const std::uint32_t after = name_behind(next, range.end);
      if (comma) {
        const std::uint32_t before = cast_.name_at(i - 1);
        if (before == none || cast_.figure_of_name[before] == none || words_[i - 1].possessive) continue;
        // a list needs an "and" later: "Ada Lund, Bo Moe and Cy Noe"
        if (after == none || cast_.names[after].kind != cast_.names[before].kind ||
            cast_.names[after].words.begin != next)
          continue;
        bool listed = false;
        for (std::uint32_t k = cast_.names[after].words.end; k + 1 < range.end && !listed; ++k) {
          if (words_[k].lower == "and" && cast_.name_at(k + 1) != none) listed = true;
        }
        if (!listed) continue;
        return i;
      }
      const bool person_behind = after != none && cast_.names[after].kind == NameKind::person;
      if (is_pronoun(words_[i - 1]) && i == range.begin + 1) {  // "she and her husband", "he and Lund"
        if (after != none || is_determiner(words_[next].lower)) return next - 1;
        continue;
      }
      if (closes_with_name(range.begin, i)) {
        if (in_apposition(range.begin, i) && (words_[next].lower == "a" || words_[next].lower == "an" ||
                                              titled_person(reading_, cast_, next, range.end) == none))
          continue;
        if (clause && words_[i - 1].lower != "," && words_[next - 2].lower != ",") continue;
        if (preposition || words_[i - 1].lower == ")" || words_[i - 1].lower == ",") {
          const std::uint32_t first = name_behind(range.begin, range.end);
          const std::uint32_t last = cast_.name_at(i - 1);
          const bool of_a_person = preposition && last != none && cast_.names[last].kind == NameKind::person;
          if (!preposition && words_[i - 1].lower == ")" && is_article(words_[next].lower) &&
              person_in({range.begin, i}))
            return next - 1;  // "Ada Lund (D) and a handful of others"
          if (person_behind && !of_a_person && first != none && cast_.names[first].kind == NameKind::person &&
              cast_.names[first].words.end <= i)
            return next - 1;
          // "Chairman Ada Lund (R) and former Harbour Committee chairman Bo Moe (D)"
          if (words_[i - 1].lower == ")" && person_in({range.begin, i}) &&
              titled_person(reading_, cast_, next, range.end) != none)
            return next - 1;
          continue;
        }
        if (after != none || is_determiner(words_[next].lower) || words_[range.end - 1].is(c::people)) return next - 1;
        continue;
      }
      // "the company and its director, Ada Lund,"
      if (!preposition && person_behind && is_determiner(words_[range.begin].lower) &&
          words_[i - 1].is(c::organisation | c::person | c::people))
        return next - 1;
    }
    return none;
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
};

}  // namespace

bool is_determiner(std::string_view word) {
  return is_article(word) || word == "this" || word == "that" || word == "these" || word == "those" || word == "his" ||
         word == "her" || word == "their" || word == "its" || word == "our" || word == "my";
}

Phrase read_phrase(const Reading& reading, const Cast& cast, Range words) {
  return SourceReader(reading, cast).one(words);
}

std::vector<Phrase> read_source(const Reading& reading, const Cast& cast, Range words) {
  return SourceReader(reading, cast).read(words);
}

}  // namespace onrecord::resolving
