#include "resolve/nominals.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::uint32_t longest = 9;      // words of a phrase
constexpr std::uint32_t look_ahead = 12;  // sentences in which "a new poll" of the first lines may be named

bool opens_indefinite(std::string_view word) {
  return word == "a" || word == "an" || word == "another" || word == "one";
}

bool opens_definite(std::string_view word) {
  static constexpr std::array<std::string_view, 9> all{"the",   "this", "that", "his", "her",
                                                       "their", "its",  "our",  "my"};
  return std::ranges::find(all, word) != all.end();
}

bool tells_newness(std::string_view word) {
  static constexpr std::array<std::string_view, 6> all{"new", "latest", "recent", "most", "same", "previous"};
  return std::ranges::find(all, word) != all.end();
}

// "a new national poll": how far it reaches tells it from no other.
bool tells_reach(std::string_view word) { return word == "national" || word == "nationwide" || word == "statewide"; }

// Nouns by which articles vary what they call one document: "the survey" for a poll.
bool vary_each_other(std::string_view one, std::string_view other) {
  static constexpr std::array<std::array<std::string_view, 5>, 5> all{
      {{"poll", "survey", "polling", "", ""},
       {"report", "study", "analysis", "paper", "review"},
       {"article", "piece", "story", "column", "op-ed"},
       {"video", "clip", "footage", "", ""},
       {"ad", "spot", "advertisement", "commercial", "advert"}}};
  return std::ranges::any_of(all, [&](const auto& group) {
    return std::ranges::find(group, one) != group.end() && std::ranges::find(group, other) != group.end();
  });
}

std::string_view singular(std::string_view noun) {
  if (noun.size() > 3 && noun.ends_with("s") && !noun.ends_with("ss")) noun.remove_suffix(1);
  return noun;
}

class Finder {
 public:
  Finder(const Reading& reading, const Cast& cast) : reading_(reading), words_(reading.words), cast_(cast) {}

  Nominals run() {
    for (const ReadSentence& sentence : reading_.sentences) {
      if (sentence.title_case) continue;
      for (std::uint32_t i = sentence.words.begin; i + 1 < sentence.words.end; ++i) {
        const std::string& opener = words_[i].lower;
        if (opens_indefinite(opener)) {
          take(i, i + 1, sentence.words.end, Definite::indefinite);
        } else if (opens_definite(opener)) {
          take(i, i + 1, sentence.words.end, Definite::definite);
        } else if (const std::uint32_t name = cast_.name_at(i);
                   name != none && cast_.names[name].words.begin == i && !cast_.names[name].with_article) {
          take(i, i, sentence.words.end, Definite::bare);
        }
        if (!take_group(i, sentence.words)) take_plural(i, sentence.words);
        take_anyone(i, sentence.words);
      }
    }
    const auto by_head = [](const Nominal& nominal) { return nominal.head; };
    std::ranges::stable_sort(made_.things, {}, by_head);
    // Of two phrases with one head the longer one stands first: it began earlier.
    const auto repeated = std::ranges::unique(made_.things, {}, by_head);
    made_.things.erase(repeated.begin(), repeated.end());
    return std::move(made_);
  }

 private:
  void take(std::uint32_t opener, std::uint32_t begin, std::uint32_t end, Definite definite) {
    std::uint32_t head = none;
    bool named = false;
    std::uint32_t i = begin;
    for (; i < end && i - begin < longest; ++i) {
      const Word& word = words_[i];
      if (word.kind == TokenKind::punctuation && (word.lower == "/" || word.lower == "-") && i > begin) continue;
      if (word.kind == TokenKind::number) {
        named = true;
        continue;
      }
      if (word.kind != TokenKind::word || word.is(c::preposition | c::auxiliary)) break;
      const std::uint32_t name = cast_.name_at(i);
      if (name == none && word.is(c::function)) break;
      if (word.is(c::document | c::person | c::people | c::organisation)) {
        head = i;
      } else if (head != none && name == none) {
        break;
      }
      named = named || word.capitalised() || word.possessive;
    }
    if (head == none || words_[head].possessive) return;
    // "a senator | Bo Moe": the phrase goes on with the name
    if (head + 1 < end && cast_.name_at(head + 1) != none && cast_.name_at(head + 1) != cast_.name_at(head)) return;
    const Nominal nominal{{begin, head + 1}, head, definite, named};
    const Word& noun = words_[head];
    const bool body = noun.is(c::organisation) && cast_.name_at(head) == none;
    if ((noun.is(c::document) || body) && !noun.is(c::person)) {
      made_.things.push_back(nominal);
    } else if (definite == Definite::indefinite && noun.is(c::person) && !noun.is(c::people) &&
               cast_.name_at(head) == none && introduces(opener)) {
      made_.persons.push_back(nominal);
    }
  }

  // The noun `head` with the quantity and the modifiers before it.
  Range with_modifiers(std::uint32_t head, Range sentence) const {
    std::uint32_t begin = head;
    while (begin > sentence.begin && head - begin < 5) {
      const Word& before = words_[begin - 1];
      if (before.kind != TokenKind::word && before.kind != TokenKind::number) break;
      if (before.is(c::preposition | c::auxiliary | c::speech_verb)) break;
      if (before.is(c::function) && !before.is(c::quantity)) break;
      --begin;
      if (before.is(c::quantity)) break;
    }
    return {begin, head + 1};
  }

  bool goes_on(std::uint32_t head, Range sentence) const {
    return head + 1 < sentence.end && (words_[head + 1].is(c::person | c::people | c::organisation) ||
                                       cast_.name_at(head + 1) != none);
  }

  // A plural noun for people. False where it is none, or has "the" or an owner before it.
  bool take_group(std::uint32_t head, Range sentence) {
    const Word& noun = words_[head];
    if (!noun.is(c::people) || noun.is(c::quantity | c::organisation | c::function) || noun.possessive) return false;
    if (noun.capitalised() && cast_.name_at(head) == none && head > sentence.begin) return false;
    if (goes_on(head, sentence)) return false;
    const Range core = with_modifiers(head, sentence);
    if (core.begin > sentence.begin && opens_definite(words_[core.begin - 1].lower)) return false;
    made_.groups.push_back({core, head, Definite::bare, false});
    return true;
  }

  // Any other plural that is written small.
  void take_plural(std::uint32_t head, Range sentence) {
    constexpr WordClasses other = c::function | c::preposition | c::auxiliary | c::speech_verb | c::document |
                                  c::medium | c::gathering | c::weekday | c::month | c::quantity;
    const Word& noun = words_[head];
    const bool small =
        noun.letters == CaseClass::lower || (head == sentence.begin && noun.letters == CaseClass::initial);
    if (noun.kind != TokenKind::word || !small || noun.possessive || noun.is(other)) return;
    if (cast_.name_at(head) != none) return;
    const bool ends_so = noun.lower.size() > 3 && noun.lower.ends_with("s") && !noun.lower.ends_with("ss") &&
                         !noun.lower.ends_with("us") && !noun.lower.ends_with("is");
    if ((!ends_so && !noun.is(c::people)) || goes_on(head, sentence)) return;
    made_.plurals.push_back({with_modifiers(head, sentence), head, Definite::bare, false});
  }

  // A noun for one person that stands for nobody named beside it.
  void take_anyone(std::uint32_t head, Range sentence) {
    const Word& noun = words_[head];
    if (!noun.is(c::person) || noun.is(c::people | c::function) || noun.possessive) return;
    if (noun.letters != CaseClass::lower || cast_.name_at(head) != none || goes_on(head, sentence)) return;
    made_.anyone.push_back({with_modifiers(head, sentence), head, Definite::bare, false});
  }

  // Not "Lund, a lawyer", "is a lawyer", "as a lawyer", "like a lawyer".
  bool introduces(std::uint32_t opener) const {
    const std::uint32_t first = reading_.sentences[words_[opener].sentence].words.begin;
    if (opener == first) return true;
    const Word& before = words_[opener - 1];
    if (before.is(c::auxiliary | c::preposition) || before.lower == "as" || before.lower == "than" ||
        before.lower == "become" || before.lower == "became")
      return false;
    if (before.lower == "," && opener > first + 1 && cast_.name_at(opener - 2) != none) return false;
    return true;
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
  Nominals made_;
};

// Every word of `core` that tells something stands in `fuller`.
bool lies_in(const Reading& reading, Range core, std::uint32_t head, Range fuller) {
  for (std::uint32_t i = core.begin; i < core.end; ++i) {
    const Word& word = reading.words[i];
    if (i == head || word.kind != TokenKind::word || word.is(c::function)) continue;
    if (tells_newness(word.lower) || tells_reach(word.lower)) continue;
    bool found = false;
    for (std::uint32_t k = fuller.begin; k < fuller.end && !found; ++k) found = reading.words[k].lower == word.lower;
    if (!found) return false;
  }
  return true;
}

}  // namespace

Nominals find_nominals(const Reading& reading, const Cast& cast) { return Finder(reading, cast).run(); }

Range without_newness(const Reading& reading, Range core) {
  std::uint32_t begin = core.begin;
  while (begin + 2 < core.end && tells_newness(reading.words[begin].lower)) ++begin;
  return begin < core.end && reading.words[begin].capitalised() ? Range{begin, core.end} : core;
}

Range fuller_thing(const Reading& reading, const Nominals& nominals, const Phrase& phrase) {
  const auto& words = reading.words;
  if (phrase.plural && phrase.definite != Definite::definite) return {};
  const std::string_view head = singular(words[phrase.head].lower);
  const std::uint32_t sentence = words[phrase.head].sentence;
  Range before;
  Range after;
  for (const Nominal& nominal : nominals.things) {
    if (!nominal.named || nominal.head == phrase.head) continue;
    const std::string_view noun = singular(words[nominal.head].lower);
    const bool varied = phrase.definite == Definite::definite && nominal.head < phrase.head &&
                        nominal.core.size() > phrase.core.size() && vary_each_other(noun, head);
    if (noun != head && !varied) continue;
    if (!lies_in(reading, phrase.core, phrase.head, nominal.core)) continue;
    if (nominal.head < phrase.head) {
      // the last one that was spoken of, told in full
      if (before.empty() || !lies_in(reading, nominal.core, nominal.head, before)) before = nominal.core;
    } else if (words[nominal.head].sentence - sentence <= look_ahead) {
      if (!after.empty() && !lies_in(reading, nominal.core, nominal.head, after) &&
          !lies_in(reading, after, after.end - 1, nominal.core))
        return before;  // two that differ: neither may be meant
      if (after.empty() || nominal.core.size() > after.size()) after = nominal.core;
    }
  }
  if (phrase.definite == Definite::definite && !before.empty()) return before;
  return before.empty() ? after : Range{};
}

std::uint32_t maker_of(const Reading& reading, const Cast& cast, const Phrase& phrase) {
  static constexpr std::array<std::string_view, 8> made{"conducted", "released", "published", "commissioned",
                                                        "produced",  "issued",   "compiled",  "written"};
  const auto& words = reading.words;
  for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
    if (words[i].possessive || cast.name_at(i) != none) return none;
  }
  const std::uint32_t end = reading.sentences[words[phrase.head].sentence].words.end;
  std::uint32_t i = phrase.core.end;
  if (i < end && words[i].lower == ",") ++i;
  if (i >= end || std::ranges::find(made, words[i].lower) == made.end()) return none;
  for (const std::uint32_t last = std::min(end, i + 6); i < last && words[i].kind != TokenKind::punctuation; ++i) {
    if (words[i].lower != "by") continue;
    const std::uint32_t at = i + 1 < end && words[i + 1].lower == "the" ? i + 2 : i + 1;
    const std::uint32_t name = at < end ? cast.name_at(at) : none;
    return name != none && cast.names[name].kind == NameKind::organisation && cast.names[name].words.begin == at
               ? name
               : static_cast<std::uint32_t>(none);
  }
  return none;
}

bool lacks_owner(const Reading& reading, const Phrase& phrase) {
  static constexpr std::array<std::string_view, 22> nouns{
      "friend",   "friends",   "aide",       "aides",   "ally",       "allies",         "adviser",    "advisers",
      "advisor",  "advisors",  "admirers",   "backers", "supporters", "associates",     "colleagues", "colleague",
      "relative", "relatives", "surrogates", "rivals",  "confidants", "representatives"};
  if (std::ranges::find(nouns, reading.words[phrase.head].lower) == nouns.end()) return false;
  for (std::uint32_t i = phrase.core.begin; i < phrase.head; ++i) {
    const Word& word = reading.words[i];
    if (!word.is(c::quantity | c::function) && word.lower != "campaign" && word.lower != "close") return false;
  }
  return phrase.whole.size() == phrase.core.size() && phrase.clause.empty();
}

}  // namespace onrecord::resolving
