#include "resolve/said.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// "by Friday", "since June", "until Monday": limits, not days on which something is said.
bool is_limit(std::string_view word) {
  return word == "by" || word == "since" || word == "until" || word == "till" || word == "before" || word == "after" ||
         word == "for" || word == "from" || word == "about" || word == "of" || word == "to" || word == "between" ||
         word == "as";
}

bool begins_clause(const Word& word) {
  const std::string& lower = word.lower;
  return lower == "who" || lower == "which" || lower == "that" || lower == "when" || lower == "while" ||
         lower == "after" || lower == "before" || lower == "because" || lower == "although" || lower == "though" ||
         lower == "as" || lower == "if" || lower == "where" || lower == "whose";
}

bool is_word_for_words(std::string_view word) {
  static constexpr std::array<std::string_view, 12> words{"comments", "comment",    "remarks",  "remark",
                                                          "words",    "claim",      "claims",   "statement",
                                                          "stance",   "suggestion", "position", "pledge"};
  return std::ranges::find(words, word) != words.end();
}

// "ABC's This Week", "USA TODAY", "on NBC's “Today”" are names.
bool is_name(const std::vector<Word>& words, Range sentence, const DatePhrase& phrase) {
  const std::uint32_t first = phrase.words.begin;
  if (first == sentence.begin || !words[first].capitalised() || words[first].is(c::month)) return false;
  if (phrase.basis != "week" && phrase.basis != "today" && phrase.basis != "month") return false;
  if (words[first - 1].kind == TokenKind::word) return true;
  const std::uint32_t behind = phrase.words.end;
  return words[first - 1].kind == TokenKind::quote_mark && behind < sentence.end &&
         words[behind].kind == TokenKind::quote_mark;
}

// "Lund, who stepped down in May, | said": the clause closes before the cue. Not "in an interview which aired on
// Sunday, …".
bool is_of_relative_clause(const std::vector<Word>& words, const Setting& setting, const DatePhrase& phrase) {
  const std::uint32_t behind = phrase.words.end;
  if (behind >= setting.cue || words[behind].lower != ",") return false;
  for (std::uint32_t k = phrase.words.begin; k > setting.sentence.begin; --k) {
    const std::string& lower = words[k - 1].lower;
    if (lower == "who") return true;
    if (lower == "which") return k < 2 || !words[k - 2].is(c::gathering | c::medium | c::document);
    if (words[k - 1].kind != TokenKind::word && lower != "-") return false;
  }
  return false;
}

}  // namespace

std::optional<float> saying_cost(const Reading& reading, const Settings& settings, std::uint32_t statement,
                                 const DatePhrase& phrase) {
  const Setting& setting = settings.of[statement];
  const auto& words = reading.words;
  if (phrase.words.begin < setting.sentence.begin || phrase.words.end > setting.sentence.end) return std::nullopt;
  if (phrase.ahead || !settings.same_voice(statement, phrase.words.begin)) return std::nullopt;
  // a month or a year rules only what stands right beside it
  const bool coarse = phrase.from ? phrase.from->day == 0
                                  : phrase.basis == "year" || phrase.basis == "decade" || phrase.basis == "season" ||
                                        phrase.basis == "month";
  if (is_name(words, setting.sentence, phrase) || is_of_relative_clause(words, setting, phrase)) return std::nullopt;
  const bool in_cue = phrase.words.begin >= setting.cue && phrase.words.end <= setting.cue_end;
  float cost = 0.0f;
  const std::uint32_t before = phrase.words.begin;
  if (before > setting.sentence.begin && words[before - 1].kind == TokenKind::word) {
    if (is_limit(words[before - 1].lower) &&
        !(phrase.basis == "span" || words[before].lower == "between" || words[before].lower == "from")) {
      if (words[before - 1].lower != "as" && words[before - 1].lower != "of") return std::nullopt;
      if (words[before - 1].lower == "of" && !(before >= 2 && words[before - 2].lower == "as")) return std::nullopt;
    }
  }
  // a poll's days of asking are not its day of telling
  if (before > setting.sentence.begin && (words[before - 1].lower == "conducted" || words[before - 1].lower == "taken"))
    return std::nullopt;
  const Word& last = words[phrase.words.end - 1];
  if (last.possessive ||
      (phrase.words.end < setting.sentence.end && words[phrase.words.end].is(c::gathering | c::medium | c::document) &&
       words[phrase.words.end].kind == TokenKind::word)) {
    // "last Sunday's interview" tells when; "Monday's vote" does not
    bool occasion = false;
    for (std::uint32_t k = phrase.words.end; k < std::min(setting.sentence.end, phrase.words.end + 4) && !occasion;
         ++k) {
      occasion = words[k].is(c::gathering | c::medium);
      if (words[k].kind != TokenKind::word && words[k].lower != "-") break;
    }
    if (!occasion) {
      if (last.possessive) return std::nullopt;
      cost += 3.0f;
    }
  }
  if (!in_cue) {
    const std::uint32_t from = phrase.words.end <= setting.cue ? phrase.words.end : setting.cue_end;
    const std::uint32_t to = phrase.words.end <= setting.cue ? setting.cue : phrase.words.begin;
    for (std::uint32_t k = from; k < to; ++k) {
      if (!settings.same_voice(statement, k)) {
        cost += 0.05f;  // what is said stands between: "…," she said, "…" on Monday
      } else if (begins_clause(words[k])) {
        cost += 5.0f;
      } else if (words[k].lower == "," || words[k].lower == ";" || words[k].lower == "\xe2\x80\x94" ||
                 words[k].lower == "--") {
        cost += 1.5f;
      } else if (words[k].lower == "and" || words[k].lower == "but") {
        cost += 2.0f;
      } else if (words[k].is(c::speech_verb) && words[k].letters == CaseClass::lower) {
        cost += 3.0f;
      } else {
        cost += 0.6f;
      }
    }
    // "Asked whether she would play on Sunday, …": the day of what was asked about
    for (std::uint32_t k = phrase.words.begin; k > setting.sentence.begin && phrase.words.end <= setting.cue; --k) {
      if (words[k - 1].kind == TokenKind::punctuation) break;
      if (words[k - 1].lower == "whether" || words[k - 1].lower == "if") return std::nullopt;
    }
    if (phrase.words.begin <= setting.sentence.begin + 1) cost *= 0.5f;  // "On Tuesday, …" rules the sentence
  }
  const bool leads = phrase.words.begin <= setting.sentence.begin + 1;
  if (coarse && !in_cue && !leads && cost > (phrase.from && phrase.from->month != 0 ? 4.0f : 2.5f)) return std::nullopt;
  if (coarse) cost += 3.0f;
  if (phrase.basis == "span") cost += 3.0f;
  if (setting.present && !setting.past && !in_cue) cost += 2.0f;
  return cost;
}

std::uint32_t date_of_saying(const Reading& reading, const Settings& settings, std::uint32_t statement,
                             const std::vector<DatePhrase>& phrases) {
  std::uint32_t best = none;
  float best_cost = greatest_cost;
  for (std::uint32_t p = 0; p < phrases.size(); ++p) {
    const auto cost = saying_cost(reading, settings, statement, phrases[p]);
    if (!cost || *cost >= best_cost) continue;
    best = p;
    best_cost = *cost;
  }
  return best;
}

std::uint32_t date_behind_content(const Reading& reading, const Settings& settings, const Statement& of,
                                  std::uint32_t statement, const std::vector<DatePhrase>& phrases) {
  const Setting& setting = settings.of[statement];
  if (of.content.empty() || !of.quotes.empty() || phrases.empty() || setting.present) return none;
  const Range content = reading.words_in(of.content.back());
  if (content.empty() || content.begin < setting.cue || content.end > setting.sentence.end) return none;
  bool of_words = false;
  for (std::uint32_t w = content.begin; w < content.end; ++w) {
    const Word& word = reading.words[w];
    if (word.is(c::auxiliary) || word.quote != none || settings.report[w] != statement) return none;
    of_words = of_words || word.is(c::medium) || is_word_for_words(word.lower);
  }
  const DatePhrase& last = phrases.back();
  const bool closes = last.words.end == content.end && last.words.begin > content.begin + 1 &&
                      reading.words[last.words.begin - 1].lower == "on";
  if (!of_words || !closes || last.ahead) return none;
  return static_cast<std::uint32_t>(phrases.size() - 1);
}

}  // namespace onrecord::resolving
