#include "resolve/names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/lexicon.h"
#include "resolve/link_text.h"
#include "resolve/name_edges.h"
#include "resolve/name_evidence.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;
using std::string_view_literals::operator""sv;

constexpr std::array role_adjectives{
    "former"sv,     "top"sv,       "senior"sv,         "junior"sv,         "chief"sv,
    "deputy"sv,     "longtime"sv,  "long-time"sv,      "veteran"sv,        "prominent"sv,
    "fellow"sv,     "lead"sv,      "acting"sv,         "interim"sv,        "incoming"sv,
    "outgoing"sv,   "then"sv,      "late"sv,           "retired"sv,        "presumptive"sv,
    "likely"sv,     "vice"sv,      "state"sv,          "foreign"sv,        "national"sv,
    "security"sv,   "policy"sv,    "communications"sv, "press"sv,          "white"sv,
    "defense"sv,    "finance"sv,   "defence"sv,        "interior"sv,       "justice"sv,
    "trade"sv,      "energy"sv,    "budget"sv,         "legal"sv,          "talk"sv,
    "radio"sv,      "real"sv,      "estate"sv,         "hedge"sv,          "fund"sv,
    "reality"sv,    "tv"sv,        "news"sv,           "sports"sv,         "baseball"sv,
    "basketball"sv, "football"sv,  "rock"sv,           "media"sv,          "law"sv,
    "police"sv,     "army"sv,      "first-term"sv,     "one-time"sv,       "onetime"sv,
    "ex"sv,         "running"sv,   "mate"sv,           "first"sv,          "prime"sv,
    "managing"sv,   "associate"sv, "assistant"sv,      "executive"sv,      "general"sv,
    "human"sv,      "rights"sv,    "civil"sv,          "climate"sv,        "co-host"sv,
    "right-wing"sv, "left-wing"sv, "far-right"sv,      "self-described"sv, "honorary"sv};

// Last words of names that are no person's last name, unlike "house" and "hill".
constexpr std::array bodies{"agency"sv,      "association"sv,  "authority"sv,      "bank"sv,          "co"sv,
                            "college"sv,     "committee"sv,    "company"sv,        "corp"sv,          "corporation"sv,
                            "council"sv,     "county"sv,       "department"sv,     "foundation"sv,    "holdings"sv,
                            "inc"sv,         "institute"sv,    "international"sv,  "llc"sv,           "ltd"sv,
                            "media"sv,       "ministry"sv,     "news"sv,           "newspapers"sv,    "partners"sv,
                            "plc"sv,         "studios"sv,      "systems"sv,        "technologies"sv,  "tv"sv,
                            "university"sv};

bool ends_like_adjective(std::string_view word) {
  return word.size() > 5 &&
         (word.ends_with("al") || word.ends_with("ic") || word.ends_with("ive") || word.ends_with("ary") ||
          word.ends_with("ian") || word.find('-') != std::string_view::npos);
}

bool is_initial(const Word& word) { return word.letters == CaseClass::initial && word.lower.size() == 1; }
bool is_suffix(const Word& word) {
  return word.lower == "jr" || word.lower == "sr" || word.lower == "ii" || word.lower == "iii" || word.lower == "iv";
}

class Finder {
 public:
  Finder(const Reading& reading, const Tags& tags)
      : reading_(reading), words_(reading.words), evidence_(reading, tags) {}

  std::vector<Name> run() {
    for (const ReadSentence& sentence : reading_.sentences) {
      if (sentence.title_case) continue;
      for (std::uint32_t i = sentence.words.begin; i < sentence.words.end;) {
        if (!may_begin(i, sentence.words)) {
          ++i;
          continue;
        }
        const Range run{i, std::max(run_end(i, sentence.words.end), evidence_.tagged_person_end(i))};
        const std::uint32_t before_link = end_before_link_text(reading_, run);
        const std::uint32_t end = before_trailing(evidence_, {i, before_link});
        if (end == i) {
          i = run.end;
          continue;
        }
        i = behind_heading(evidence_, {i, end});
        // "a PAC", "the Committee": a noun, for all its capitals
        const bool noun = word(i).is(c::people | c::person) &&
                          !word(i).is(c::demonym | c::title | c::first_name | c::place | c::outlet) &&
                          evidence_.tagged_elsewhere({i, end}) == NameKind::unknown;
        if (end - i > 1 || (!noun && !word(i).is(c::organisation))) add({i, end}, sentence.words, end < run.end);
        i = end == before_link ? end : run.end;
      }
    }
    cut_first_words(evidence_, names_);
    decide_unknown();
    return std::move(names_);
  }

 private:
  const Word& word(std::uint32_t i) const { return words_[i]; }

  bool is_calendar(std::uint32_t i, std::uint32_t end) const {
    if (!word(i).is(c::weekday | c::month)) return false;
    if (!word(i).is(c::first_name)) return true;
    return i + 1 >= end || !word(i + 1).capitalised() || word(i + 1).is(c::function);
  }

  // "I-Vt.", and "Pa." behind the name of a town: a full stop that ends a sentence too keeps them before a name.
  bool tells_where_from(std::uint32_t i, std::uint32_t first) const {
    const std::string_view w = word(i).lower;
    if (is_constituency(w) && (is_state_abbreviation(w.substr(2)) || (classes_of(w.substr(2)) & c::place) != 0))
      return true;
    return i > first && word(i - 1).lower == "," && is_state_abbreviation(w) &&
           reading_.of(word(i).span).ends_with('.');
  }

  // "the 9th Circuit", "the 7th Fleet": a number that is part of a body's name.
  bool is_ordinal(std::uint32_t i) const {
    const std::string_view w = word(i).lower;
    return w.size() > 2 && w[0] >= '0' && w[0] <= '9' &&
           (w.ends_with("th") || w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd"));
  }

  // "USA Today"
  bool goes_on_as_title(std::uint32_t i) const {
    return (word(i).lower == "today" || word(i).lower == "tonight") && word(i).letters == CaseClass::initial;
  }

  bool may_begin(std::uint32_t i, Range sentence) const {
    const Word& w = word(i);
    if (w.kind != TokenKind::word || !w.capitalised() || tells_where_from(i, sentence.begin)) return false;
    if (w.is(c::function | c::weekday | c::month) && w.lower.size() > 2 && evidence_.tagged_person_end(i) > i)
      return true;
    if (is_calendar(i, sentence.end)) return false;
    if (w.lower == "us") return w.letters == CaseClass::upper;
    if (w.is(c::function) && !(w.letters == CaseClass::upper && w.lower.size() > 1)) {
      // "Will Hurd", "May": a first name that is also a small word, before another capital
      return w.is(c::first_name) && i + 1 < sentence.end && word(i + 1).capitalised() && !word(i + 1).is(c::function);
    }
    if (evidence_.at_head(i)) {
      if (w.is(c::first_name | c::place | c::demonym | c::title | c::honorific)) return true;
      const bool goes_on = i + 1 < sentence.end && word(i + 1).capitalised() && !word(i + 1).is(c::function) &&
                           word(i + 1).kind == TokenKind::word && !is_calendar(i + 1, sentence.end);
      if (evidence_.seen_small(w.lower)) return false;
      if (!goes_on && (w.lower.ends_with("ing") || w.lower.ends_with("ly"))) return false;
      // "Afterward", "Hardliners"; "Noise law" tells of a law
      const bool qualifies = i + 1 < sentence.end && word(i + 1).is(c::document);
      const bool named_elsewhere =
          evidence_.seen_capital(w.lower) &&
          (evidence_.touches_tag(w.span) || evidence_.tagged_elsewhere({i, i + 1}) != NameKind::unknown);
      if (!goes_on && !qualifies && written_small(w.lower) && !named_elsewhere) return false;
      // "Editorialists", "Proponents": nowhere taken for a name
      if (!goes_on && w.lower.ends_with("s") && w.letters == CaseClass::initial && !w.possessive &&
          !evidence_.is_marked(w.lower) && w.classes == 0)
        return false;
      if (!goes_on && w.is(c::people | c::document | c::medium | c::gathering)) return false;
    }
    return true;
  }

  bool holds(Range run, WordClasses classes) const {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (word(i).is(classes)) return true;
    }
    return false;
  }

  bool capital_word(std::uint32_t i, std::uint32_t end) const {
    if (i >= end || (is_constituency(word(i).lower) && tells_where_from(i, i))) return false;
    return word(i).kind == TokenKind::word && word(i).capitalised() && !is_calendar(i, end) &&
           !(word(i).is(c::function) && word(i).letters != CaseClass::upper && !is_initial(word(i)));
  }

  std::uint32_t run_end(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t i = begin + 1;
    while (i < end && !word(i - 1).possessive) {
      const Word& w = word(i);
      if (begins_second_person(begin, i, end)) {
        break;
      } else if (capital_word(i, end) || (goes_on_as_title(i) && word(i - 1).kind == TokenKind::word)) {
        ++i;
      } else if (is_suffix(w)) {
        ++i;
      } else if (w.lower == "," && i + 1 < end && is_suffix(word(i + 1))) {
        i += 2;
      } else if (w.lower == "&" && capital_word(i + 1, end)) {
        i += 2;
      } else if (w.is(c::particle) && w.letters == CaseClass::lower && capital_word(i + 1, end)) {
        i += 2;
      } else if (w.is(c::particle) && w.letters == CaseClass::lower && i + 2 < end && word(i + 1).is(c::particle) &&
                 capital_word(i + 2, end)) {
        i += 3;
      } else if (w.lower == "for" && i + 3 < end && word(i + 1).lower == "the" && is_ordinal(i + 2) &&
                 capital_word(i + 3, end) && holds({begin, i}, c::organisation)) {
        i += 4;
      } else if ((w.lower == "of" || w.lower == "for" || w.lower == "on") &&
                 word(i - 1).is(c::organisation | c::title | c::outlet | c::document)) {
        const std::uint32_t next = i + 1 < end && word(i + 1).lower == "the" ? i + 2 : i + 1;
        if (!capital_word(next, end) || word(next).is(c::honorific)) break;
        if (w.lower != "of" && !holds({begin, i}, c::organisation)) break;
        i = next + 1;
      } else if (w.lower == "and" && capital_word(i + 1, end) && joins_departments(begin, i, end)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  // "Ada K. Lund | Bo R. Moe", "Bo Lund Jr. | Ada Lund", of captions.
  bool begins_second_person(std::uint32_t begin, std::uint32_t i, std::uint32_t end) const {
    if (i < begin + 3 || !word(i).is(c::first_name) || word(i).lower == word(begin).lower || !capital_word(i + 1, end))
      return false;
    if (is_suffix(word(i - 1))) return true;
    return is_initial(word(i + 1)) && capital_word(i + 2, end) &&
           std::any_of(words_.begin() + begin + 1, words_.begin() + i - 1, is_initial);
  }

  // "Department of Health and Human Services", "Committee on Oversight and Reform"
  bool joins_departments(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    if (word(at + 1).is(c::first_name | c::title | c::honorific) || (at + 2 < end && word(at + 2).is(c::speech_verb)))
      return false;
    for (std::uint32_t i = begin; i < at; ++i) {
      if (word(i).lower == "of" || word(i).lower == "on" || word(i).lower == "for") {
        return i > begin && word(i - 1).is(c::organisation | c::title) && at - i <= 3 &&
               word(i - 1).lower != "university";
      }
    }
    return false;
  }

  // Role nouns right before a name, walked back over what may stand before them: "former FBI agent | Tim Moe".
  std::uint32_t role_begin(std::uint32_t begin, Range sentence) const {
    const auto joined = [&](std::uint32_t i) {  // nothing but blanks between i and i + 1
      return word(i).kind == TokenKind::word;
    };
    std::uint32_t i = begin;
    bool head = begin > sentence.begin && word(begin - 1).is(c::person | c::title | c::honorific) &&
                !word(begin - 1).possessive;
    if (!head) return begin;
    while (i > sentence.begin && joined(i - 1)) {
      const Word& w = word(i - 1);
      const bool adjective = std::ranges::find(role_adjectives, w.lower) != role_adjectives.end();
      if (w.is(c::speech_verb) && !adjective) break;
      if (w.is(c::function) && !adjective && w.letters != CaseClass::upper) break;
      const bool fits =
          adjective || w.capitalised() ||
          w.is(c::person | c::title | c::organisation | c::document | c::demonym | c::outlet | c::place) ||
          ends_like_adjective(w.lower) || compounded(i - 1, sentence.begin);
      if (!fits) break;
      if (w.capitalised() && i - 1 == sentence.begin && !w.is(c::demonym | c::title | c::place | c::honorific) &&
          w.is(c::function))
        break;
      --i;
    }
    return i;
  }

  // "Lund's former education | secretary", "its harbour | chief": a noun between what opens a role and its head.
  bool compounded(std::uint32_t i, std::uint32_t first) const {
    const Word& noun = word(i);
    if (i == first || noun.letters != CaseClass::lower || noun.possessive || noun.lower.ends_with("ed") ||
        noun.lower.ends_with("ing") || noun.is(c::preposition | c::auxiliary | c::function))
      return false;
    const Word& before = word(i - 1);
    return before.possessive || before.lower == "former" || before.lower == "its" || before.lower == "chief" ||
           before.lower == "the" || before.lower == "deputy";
  }

  void add(Range run, Range sentence, bool trailed) {
    Name name;
    name.trailed = trailed;
    const std::uint32_t titled = behind_titles(evidence_, run);
    if (titled == run.end) {
      name.words = run;
      const bool all_titles = word(run.end - 1).is(c::title | c::honorific) || word(run.begin).is(c::title);
      name.kind = all_titles && !holds(run, c::first_name) ? NameKind::title_only : NameKind::unknown;
      if (name.kind == NameKind::unknown) kind_of(name, {});
    } else {
      name.words = {behind_explained(evidence_, {titled, run.end}), run.end};
      name.before = {role_begin(name.words.begin, sentence), name.words.begin};
      if (name.words.begin == titled && name.before.begin > run.begin) name.before.begin = run.begin;
      kind_of(name, name.before);
    }
    if (name.words.begin == run.begin && name.kind != NameKind::person && name.kind != NameKind::title_only &&
        run.begin > sentence.begin && is_ordinal(run.begin - 1))
      --name.words.begin;
    name.possessive = word(run.end - 1).possessive;
    const std::uint32_t first = std::min(run.begin, name.words.begin);
    name.with_article = first > sentence.begin && word(first - 1).lower == "the";
    names_.push_back(name);
  }

  void kind_of(Name& name, Range before) {
    const Range run = name.words;
    const Word& first = word(run.begin);
    const Word& last = word(run.end - 1);
    for (std::uint32_t i = before.begin; i < before.end; ++i) name.gender |= word(i).classes & (c::male | c::female);
    // "advocate Democrats", "White Norlanders": of many, whatever stands before them
    const bool many = !first.is(c::first_name) && !properly_titled(run, before) &&
                      (last.is(c::people) || (run.size() == 1 && last.is(c::demonym)));
    const bool titled = bears_title(run, before) && !many;
    const NameKind by_tagger = evidence_.tagged(run);
    if (by_tagger == NameKind::person && run.size() > 1 && before.empty() && !first.is(c::first_name) &&
        std::ranges::find(bodies, last.lower) != bodies.end()) {
      name.kind = NameKind::organisation;
    } else if (by_tagger != NameKind::unknown && !(many && last.is(c::people) && by_tagger == NameKind::person)) {
      name.kind = by_tagger;
    } else if (is_place_name(evidence_.joined_lower(run)) || (run.size() == 1 && first.is(c::place))) {
      name.kind = NameKind::place;
    } else if (run.size() > 1 && last.is(c::organisation | c::outlet | c::document | c::gathering) &&
               !(titled && first.is(c::first_name))) {
      name.kind = NameKind::organisation;
    } else if (run.size() == 1 &&
               (first.is(c::outlet) || (first.letters == CaseClass::upper && first.lower.size() > 1 && !titled))) {
      name.kind = NameKind::organisation;
    } else if (run.size() > 1 && (first.is(c::organisation) || word(run.begin).is(c::outlet)) &&
               !first.is(c::first_name)) {
      name.kind = NameKind::organisation;
    } else if (titled) {
      name.kind = run.size() <= 4 ? NameKind::person : NameKind::unknown;
    } else if (first.is(c::first_name) && run.size() >= 2 && run.size() <= 4 && !name_has_of(run)) {
      name.kind = NameKind::person;
    } else if (run.size() == 3 && is_initial(word(run.begin + 1))) {
      name.kind = NameKind::person;
    } else if (run.size() >= 2 && is_initial(first)) {
      name.kind = NameKind::person;
    } else if (name_has_of(run)) {
      name.kind = NameKind::organisation;
    }
    if (name.kind == NameKind::person && (name.gender & (c::male | c::female)) == 0 && first.is(c::first_name)) {
      name.gender |= first.classes & (c::male | c::female);
    }
  }

  bool name_has_of(Range run) const {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (word(i).lower == "of" || word(i).lower == "for" || word(i).lower == "&") return true;
    }
    return false;
  }

  // "Justice Lund", "Mr. Lund"; not "General Election"
  bool properly_titled(Range run, Range before) const {
    return !before.empty() && word(before.end - 1).is(c::title | c::honorific) && word(before.end - 1).capitalised() &&
           !word(run.begin).is(c::gathering | c::document);
  }

  // A plain word is a name only behind a proper title: "Justice Black", not "academic Left".
  bool bears_title(Range run, Range before) const {
    if (before.empty() || !word(before.end - 1).is(c::title | c::person | c::honorific)) return false;
    const Word& first = word(run.begin);
    return properly_titled(run, before) || first.is(c::first_name) ||
           !(written_small(first.lower) || evidence_.seen_small(first.lower));
  }

  bool titled(const Name& name) const { return bears_title(name.words, name.before); }

  bool speaks(const Name& name) const {
    const std::uint32_t after = name.words.end;
    if (after < words_.size() && word(after).sentence == word(name.words.begin).sentence &&
        word(after).is(c::speech_verb))
      return true;
    const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
    return begin > 0 && word(begin - 1).sentence == word(name.words.begin).sentence &&
           word(begin - 1).is(c::speech_verb);
  }

  bool introduced_as_person(const Name& name) const {
    std::uint32_t i = name.words.end;
    if (i + 1 >= words_.size() || word(i).lower != ",") return false;
    if (word(i + 1).lower == "who" || word(i + 1).lower == "whose" || word(i + 1).kind == TokenKind::number)
      return true;
    for (std::uint32_t k = i + 1; k < std::min<std::size_t>(i + 8, words_.size()); ++k) {
      if (word(k).kind != TokenKind::word) break;
      if (word(k).is(c::person | c::title) && !word(k).is(c::demonym)) return true;
    }
    return false;
  }

  // Names of which nothing is known yet: an unknown pair of words whose last one also stands alone, or that speaks or
  // is introduced as a person, is a person; one with an article is none.
  void decide_unknown() {
    std::unordered_set<std::string_view> alone;
    std::unordered_set<std::string_view> surnames;
    std::unordered_map<std::string_view, std::uint32_t> first_seen;
    for (const Name& name : names_) {
      const std::string_view last = word(name.words.end - 1).lower;
      if (name.words.size() == 1 && !name.with_article) alone.insert(last);
      if (name.kind == NameKind::person) surnames.insert(last);
      if (name.words.size() == 1 || name.kind == NameKind::person) first_seen.emplace(last, name.words.begin);
    }
    for (Name& name : names_) {
      if (name.kind != NameKind::unknown || name.words.size() < 2 || name.words.size() > 4) continue;
      const Word& last = word(name.words.end - 1);
      const bool plain = !holds(
          name.words, c::organisation | c::outlet | c::document | c::demonym | c::gathering | c::place | c::people);
      // "Budget Lund" behind "Minister Lund": who is known by the last name is not given a first one later
      const auto seen = first_seen.find(last.lower);
      const Word& first = word(name.words.begin);
      const bool late = seen != first_seen.end() && seen->second < name.words.begin && evidence_.explained(first) &&
                        !evidence_.touches_tag(first.span);
      if (last.is(c::people)) continue;
      const NameKind elsewhere = evidence_.tagged_elsewhere(name.words);
      if (elsewhere != NameKind::unknown) {
        name.kind = elsewhere;
        if (elsewhere == NameKind::person) surnames.insert(last.lower);
      } else if (name.with_article) {
        name.kind = NameKind::organisation;
      } else if ((surnames.contains(last.lower) && !late && !last.is(c::demonym)) ||
                 (plain && ((alone.contains(last.lower) && !late) || speaks(name) || introduced_as_person(name)))) {
        name.kind = NameKind::person;
        surnames.insert(last.lower);
      }
    }
    for (Name& name : names_) {
      if (name.kind != NameKind::unknown || name.words.size() != 1) continue;
      const Word& only = word(name.words.begin);
      const NameKind elsewhere = evidence_.tagged_elsewhere(name.words);
      if (surnames.contains(only.lower)) {
        name.kind = NameKind::person;
      } else if (only.is(c::demonym | c::people)) {
        continue;
      } else if (elsewhere != NameKind::unknown) {
        name.kind = elsewhere;
      } else if (!name.with_article && !only.is(c::organisation | c::document | c::person | c::gathering) &&
                 (only.is(c::first_name) || introduced_as_person(name) || titled(name))) {
        name.kind = NameKind::person;
        if (only.is(c::first_name)) name.gender |= only.classes & (c::male | c::female);
      }
    }
    // News gives a person's full name or a title once: a word that never stands so is a person only if the tagger takes
    // it for one in most places.
    surnames.clear();
    for (const Name& name : names_) {
      if (name.kind == NameKind::person && (name.words.size() > 1 || titled(name)))
        surnames.insert(word(name.words.end - 1).lower);
    }
    for (Name& name : names_) {
      if (name.kind != NameKind::person || name.words.size() != 1) continue;
      const Word& only = word(name.words.begin);
      if (surnames.contains(only.lower) || only.is(c::first_name)) continue;
      const NameKind elsewhere = evidence_.tagged_elsewhere(name.words);
      if (only.is(c::outlet | c::place)) {
        name.kind = only.is(c::outlet) ? NameKind::organisation : NameKind::place;
      } else if (elsewhere != NameKind::unknown) {
        name.kind = elsewhere;
      }
    }
    // What was found to be a person once is one wherever the single name stands.
    surnames.clear();
    for (const Name& name : names_) {
      if (name.kind == NameKind::person) surnames.insert(word(name.words.end - 1).lower);
    }
    for (Name& name : names_) {
      if (name.kind == NameKind::unknown && name.words.size() == 1 && surnames.contains(word(name.words.begin).lower)) {
        name.kind = NameKind::person;
      }
    }
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  const NameEvidence evidence_;
  std::vector<Name> names_;
};

}  // namespace

std::vector<Name> find_names(const Reading& reading, const Tags& tags) { return Finder(reading, tags).run(); }

}  // namespace onrecord::resolving
