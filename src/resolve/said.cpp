#include "resolve/said.h"

#include <algorithm>
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

}  // namespace

std::optional<DatePhrase> date_of_saying(const Reading& reading, const Settings& settings, std::uint32_t statement,
                                         const std::vector<DatePhrase>& phrases) {
  const Setting& setting = settings.of[statement];
  const auto& words = reading.words;
  const DatePhrase* best = nullptr;
  float best_cost = 16.0f;
  for (const DatePhrase& phrase : phrases) {
    if (phrase.words.begin < setting.sentence.begin || phrase.words.end > setting.sentence.end) continue;
    if (phrase.ahead || !settings.same_voice(statement, phrase.words.begin)) continue;
    // a month or a year rules only what stands right beside it
    const bool coarse = phrase.from ? phrase.from->day == 0
                                    : phrase.basis == "year" || phrase.basis == "decade" || phrase.basis == "season" ||
                                          phrase.basis == "month";
    // "ABC's This Week", "USA TODAY" are names
    const bool named = words[phrase.words.begin].capitalised() && phrase.words.begin > setting.sentence.begin &&
                       (phrase.basis == "week" || phrase.basis == "today" || phrase.basis == "month") &&
                       !words[phrase.words.begin].is(c::month) && words[phrase.words.begin - 1].kind == TokenKind::word;
    if (named) continue;
    const bool in_cue = phrase.words.begin >= setting.cue && phrase.words.end <= setting.cue_end;
    float cost = 0.0f;
    const std::uint32_t before = phrase.words.begin;
    if (before > setting.sentence.begin && words[before - 1].kind == TokenKind::word) {
      if (is_limit(words[before - 1].lower) &&
          !(phrase.basis == "span" || words[before].lower == "between" || words[before].lower == "from")) {
        if (words[before - 1].lower != "as" && words[before - 1].lower != "of") continue;
        if (words[before - 1].lower == "of" && !(before >= 2 && words[before - 2].lower == "as")) continue;
      }
    }
    // a poll's days of asking are not its day of telling
    if (before > setting.sentence.begin &&
        (words[before - 1].lower == "conducted" || words[before - 1].lower == "taken"))
      continue;
    const Word& last = words[phrase.words.end - 1];
    if (last.possessive || (phrase.words.end < setting.sentence.end &&
                            words[phrase.words.end].is(c::gathering | c::medium | c::document) &&
                            words[phrase.words.end].kind == TokenKind::word)) {
      // "last Sunday's interview" tells when; "Monday's vote" does not
      bool occasion = false;
      for (std::uint32_t k = phrase.words.end; k < std::min(setting.sentence.end, phrase.words.end + 4) && !occasion;
           ++k) {
        occasion = words[k].is(c::gathering | c::medium);
        if (words[k].kind != TokenKind::word && words[k].lower != "-") break;
      }
      if (!occasion) {
        if (last.possessive) continue;
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
      if (phrase.words.begin <= setting.sentence.begin + 1) cost *= 0.5f;  // "On Tuesday, …" rules the sentence
    }
    const bool leads = phrase.words.begin <= setting.sentence.begin + 1;
    if (coarse && !in_cue && !leads && cost > (phrase.from && phrase.from->month != 0 ? 4.0f : 2.5f)) continue;
    if (coarse) cost += 3.0f;
    if (phrase.basis == "span") cost += 3.0f;
    if (setting.present && !setting.past && !in_cue) cost += 2.0f;
    if (cost < best_cost) {
      best = &phrase;
      best_cost = cost;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace onrecord::resolving
