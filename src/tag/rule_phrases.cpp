#include "tag/rule_phrases.h"

#include <algorithm>

namespace onrecord {

namespace {

constexpr std::uint32_t longest_subject = 28;  // words

bool holds_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find(' '));
    if (one == word) return true;
    list.remove_prefix(std::min(one.size() + 1, list.size()));
  }
  return false;
}

bool is_be(std::string_view word) { return holds_word("is are was were be been being 're ’re 'm ’m am", word); }

// Forms that are nouns at least as often as verbs: "claims", "plan", "report".
bool is_noun_too(const RuleWord& word) {
  static constexpr std::string_view lemmas =
      "answer appeal attack back blame call challenge charge claim comment compliment counter credit cry demand doubt "
      "email "
      "estimate favor favour fear fault forecast guess hope issue joke laugh lecture love mock murmur object offer "
      "order "
      "plan pledge post praise press project promise protest question quote rebuke release remark report request reply "
      "rule "
      "sigh smile state stress support text tweet view vow welcome wish worry rail find hold read blog show label cite "
      "hail";
  return word.cue && holds_word(lemmas, word.cue->verb->lemma);
}

bool stops_subject(const RuleWord& word) {
  if (word.quoted()) return true;
  if (word.kind == TokenKind::punctuation)
    return !(word.is("(") || word.is(")") || word.is("’") || word.is("'") || word.is("/"));
  if (word.kind == TokenKind::quote_mark) return true;
  return word.small == Small::conjunction || word.small == Small::auxiliary || word.small == Small::negation;
}

bool is_weak_opener(const RuleWord& word) {
  return word.small == Small::coordinator || word.small == Small::adverb || word.is("so") || word.is("earlier") ||
         word.is("later");
}

// The noun phrase right before word `end`, without appositions.
Range noun_phrase_before(const RuleText& text, Range sentence, std::uint32_t end) {
  const auto& words = text.words;
  std::uint32_t begin = end;
  while (begin > sentence.begin && end - begin < longest_subject) {
    const RuleWord& word = words[begin - 1];
    if (stops_subject(word)) break;
    if (word.small == Small::relative || word.small == Small::subject) break;
    if (word.small == Small::coordinator) {
      const bool joins_names =
          begin - 1 > sentence.begin && !words[begin - 2].is_mark(',') && word.is("and") &&
          (words[begin - 2].names() || words[begin - 2].small == Small::other) &&
          (words[begin].names() || words[begin].small == Small::determiner || words[begin].small == Small::other);
      if (!joins_names) break;
    }
    if (word.cue && word.cue->form != VerbForm::ing && begin - 1 > sentence.begin && end - begin > 0 &&
        word.small == Small::other && (word.is("said") || word.is("says") || word.is("told"))) {
      break;
    }
    --begin;
  }
  // What opens the clause is no part of the phrase: "But", "Meanwhile", "On Monday".
  for (;;) {
    if (begin >= end) break;
    if (is_weak_opener(words[begin])) {
      ++begin;
      continue;
    }
    if (words[begin].small == Small::day && begin + 1 < end) {
      ++begin;
      continue;
    }
    if (words[begin].small == Small::preposition) {
      // "In a speech the minister", "On Monday Lund": the phrase begins at the next determiner or name behind its noun.
      std::uint32_t next = begin + 1;
      const std::uint32_t after = skip_occasion(text, sentence, begin);
      if (after > begin && after < end) {
        begin = after;
        continue;
      }
      while (next < end && words[next].small != Small::day) ++next;
      if (next + 1 < end) {
        begin = next + 1;
        continue;
      }
      return {end, end};
    }
    break;
  }
  if (begin < end && end - begin >= longest_subject) return {end, end};
  // A phrase must hold a noun.
  const bool noun = std::any_of(words.begin() + begin, words.begin() + end, [](const RuleWord& word) {
    return word.kind == TokenKind::word &&
           (word.small == Small::other || word.small == Small::determiner || word.names());
  });
  return noun ? Range{begin, end} : Range{end, end};
}

}  // namespace

Range verb_group(const RuleText& text, Range sentence, std::uint32_t verb) {
  const auto& words = text.words;
  std::uint32_t first = verb;
  while (first > sentence.begin) {
    const RuleWord& word = words[first - 1];
    const bool contraction = (word.is("'s") || word.is("’s")) && first - 1 > sentence.begin &&
                             words[first - 2].small == Small::subject && words[verb].cue &&
                             words[verb].cue->form != VerbForm::base;
    if (word.quoted() || !(word.small == Small::auxiliary || word.small == Small::negation ||
                           word.small == Small::adverb || contraction)) {
      break;
    }
    --first;
  }
  // An adverb that opens the sentence or stands after a comma belongs to the clause.
  while (first < verb && words[first].small == Small::adverb &&
         (first == sentence.begin || words[first - 1].is_mark(',')))
    ++first;
  std::uint32_t end = verb + 1;
  if (words[verb].cue) {
    const std::string_view particles = words[verb].cue->verb->prepositions;
    if (end < sentence.end && !particles.empty() && !words[end].quoted() && holds_word(particles, words[end].low))
      ++end;
  }
  return {first, end};
}

VerbUse verb_use(const RuleText& text, Range sentence, std::uint32_t verb, Range group) {
  const auto& words = text.words;
  const RuleWord& word = words[verb];
  if (!word.cue || word.quoted()) return VerbUse::not_a_verb;
  const VerbForm form = word.cue->form;
  const RuleWord* before = group.begin > sentence.begin ? &words[group.begin - 1] : nullptr;
  const RuleWord* after = verb + 1 < sentence.end ? &words[verb + 1] : nullptr;
  bool be = false;
  bool have = false;
  bool helped = false;
  for (std::uint32_t i = group.begin; i < verb; ++i) {
    be = be || is_be(words[i].low);
    have = have || holds_word("has have had having 've ’ve", words[i].low);
    helped = helped || words[i].small == Small::auxiliary;
  }
  if (before != nullptr && (before->small == Small::determiner || before->is("'s") || before->is("’s") ||
                            (before->small == Small::preposition && form != VerbForm::ing))) {
    return VerbUse::not_a_verb;
  }
  if (word.capital() && (word.is("states") || word.is("state"))) return VerbUse::not_a_verb;
  // A name: "the Call Center", "Find Oslo"; a headline may write verbs so, between words that are all capital.
  if (word.capital() && verb != sentence.begin && after != nullptr && after->names() && before != nullptr &&
      before->names() && form == VerbForm::base) {
    return VerbUse::not_a_verb;
  }
  switch (form) {
    case VerbForm::past:
      if (be && !have) return VerbUse::not_a_verb;
      if (after != nullptr && after->is("by") && !have) return VerbUse::not_a_verb;
      if (be) return VerbUse::not_a_verb;
      return VerbUse::finite;
    case VerbForm::third_person:
      if (helped) return VerbUse::not_a_verb;
      if (before == nullptr) return VerbUse::not_a_verb;
      if (is_noun_too(word)) {
        if (after == nullptr || after->is("of") || after->kind == TokenKind::punctuation) return VerbUse::not_a_verb;
        const bool to_do = after->is("to") && (word.cue->verb->frames & infinitive) != 0;
        if (!to_do && after->small == Small::preposition && !word.cue->verb->prepositions.empty() &&
            group.end == verb + 1)
          return VerbUse::not_a_verb;
        if (after->small == Small::auxiliary) return VerbUse::not_a_verb;
      }
      return VerbUse::finite;
    case VerbForm::base: {
      if (helped) return is_noun_too(word) && have ? VerbUse::not_a_verb : VerbUse::finite;
      if (before == nullptr) return VerbUse::not_a_verb;
      if (before->is("to")) {
        // "went on to say"
        return VerbUse::not_a_verb;
      }
      if (before->small == Small::subject && !before->is("it")) return VerbUse::finite;
      if (before->small == Small::relative) return VerbUse::finite;
      const bool plural = before->kind == TokenKind::word && (before->low.ends_with('s') || before->is("people"));
      if (!plural || before->small != Small::other) return VerbUse::not_a_verb;
      if (is_noun_too(word)) {
        return after != nullptr && (after->small == Small::determiner || after->is("that")) ? VerbUse::finite
                                                                                            : VerbUse::not_a_verb;
      }
      return VerbUse::finite;
    }
    case VerbForm::ing:
      if (be) return VerbUse::finite;
      if (before != nullptr && (before->is_mark(',') || before->is("by"))) return VerbUse::continues;
      return VerbUse::not_a_verb;
  }
  return VerbUse::not_a_verb;
}

Range subject_before(const RuleText& text, Range sentence, std::uint32_t end) {
  const auto& words = text.words;
  if (end == sentence.begin) return {end, end};
  const RuleWord& last = words[end - 1];
  if (last.quoted()) return {end, end};
  if (last.small == Small::subject || last.is("who") || last.is("which")) return {end - 1, end};
  // "Lund, the minister, said": what stands between two commas explains what stands before them.
  if (last.is_mark(',')) {
    std::uint32_t comma = end - 1;
    while (comma > sentence.begin && end - comma < longest_subject) {
      --comma;
      if (words[comma].quoted() || words[comma].is_mark(';') || words[comma].is_mark(':')) return {end, end};
      if (words[comma].is_mark(',')) break;
    }
    if (!words[comma].is_mark(',') || comma + 1 == end - 1) return {end, end};
    const RuleWord& opener = words[comma + 1];
    if (opener.small == Small::coordinator || opener.small == Small::subject || opener.small == Small::conjunction)
      return {end, end};
    const Range head = noun_phrase_before(text, sentence, comma);
    if (head.empty() || head.end != comma) return {end, end};
    return {head.begin, end};
  }
  return noun_phrase_before(text, sentence, end);
}

Range subject_after(const RuleText& text, Range sentence, std::uint32_t begin) {
  const auto& words = text.words;
  if (begin >= sentence.end || words[begin].quoted()) return {begin, begin};
  if (words[begin].small == Small::subject) return {begin, begin + 1};
  if (!(words[begin].names() || words[begin].small == Small::determiner || words[begin].small == Small::other) ||
      words[begin].kind != TokenKind::word) {
    return {begin, begin};
  }
  std::uint32_t end = begin;
  std::uint32_t commas = 0;
  while (end < sentence.end && end - begin < longest_subject + 12) {
    const RuleWord& word = words[end];
    if (word.quoted()) break;
    if (word.is_mark(',')) {
      // An apposition goes on; a clause or a participle does not.
      if (end + 1 >= sentence.end) break;
      const RuleWord& next = words[end + 1];
      const bool explains = next.small == Small::determiner || next.is("who") || next.is("whose") ||
                            (next.small == Small::other && !(next.cue && next.cue->form == VerbForm::ing) &&
                             !next.low.ends_with("ing")) ||
                            next.kind == TokenKind::number;
      if (!explains || next.quoted()) break;
      if (++commas > 3) break;
    } else if (word.kind == TokenKind::punctuation && !word.is("(") && !word.is(")") && !word.is("’") &&
               !word.is("'")) {
      break;
    } else if (word.small == Small::conjunction && !word.is("whose")) {
      break;
    } else if (word.small == Small::day) {
      break;
    } else if (word.small == Small::adverb && commas == 0) {
      break;
    } else if (word.small == Small::preposition && end > begin) {
      if (skip_occasion(text, sentence, end) > end && !word.is("of") && !word.is("for")) break;
      if (commas == 0 && (word.is("on") || word.is("to") || word.is("during") || word.is("about"))) break;
    }
    ++end;
  }
  while (end > begin && words[end - 1].kind == TokenKind::punctuation && !words[end - 1].is(")")) --end;
  return {begin, end};
}

std::uint32_t skip_hearer(const RuleText& text, Range sentence, std::uint32_t begin) {
  const auto& words = text.words;
  std::uint32_t at = begin;
  if (at >= sentence.end || words[at].quoted() || words[at].kind != TokenKind::word) return begin;
  if (words[at].small == Small::conjunction || words[at].small == Small::preposition) return begin;
  for (const std::string_view pronoun :
       {"me", "him", "us", "them", "her", "you", "it", "reporters", "journalists", "supporters", "voters"}) {
    if (words[at].is(pronoun)) {
      // "told her staff"
      if (pronoun == "her" && at + 1 < sentence.end && words[at + 1].small == Small::other && !words[at + 1].quoted())
        break;
      return at + 1;
    }
  }
  if (words[at].small == Small::determiner) ++at;
  bool named = false;
  while (at < sentence.end && at - begin < 14) {
    const RuleWord& word = words[at];
    if (word.quoted() || (word.kind != TokenKind::word && word.kind != TokenKind::number) ||
        word.small == Small::conjunction || word.small == Small::subject || word.small == Small::day ||
        word.small == Small::auxiliary || word.is("to")) {
      break;
    }
    if (word.small == Small::determiner && at > begin) break;
    if (word.small == Small::preposition && !word.is("of") && !word.is("for")) break;
    if (word.small == Small::coordinator && !(at + 1 < sentence.end && words[at + 1].names())) break;
    if (word.is("'s") || word.is("’s")) named = false;
    named = named || word.names();
    ++at;
  }
  return at;
}

std::uint32_t skip_occasion(const RuleText& text, Range sentence, std::uint32_t begin) {
  const auto& words = text.words;
  std::uint32_t at = begin;
  const auto here = [&](std::uint32_t i, std::string_view list) {
    return i < sentence.end && !words[i].quoted() && holds_word(list, words[i].low);
  };
  if (at >= sentence.end || words[at].quoted()) return begin;
  if (words[at].small == Small::day) {
    ++at;
    if (here(at, "morning afternoon evening night")) ++at;
    return at;
  }
  if (here(at, "last this earlier later") &&
      here(at + 1,
           "week month year night fall spring summer winter morning monday tuesday "
           "wednesday thursday friday saturday sunday this that in")) {
    return here(at + 1, "this that in") ? std::min(at + 3, sentence.end) : at + 2;
  }
  if (!here(at, "on in at during after before via through over from")) return begin;
  ++at;
  if (at < sentence.end && words[at].small == Small::day) {
    ++at;
    while (at < sentence.end && !words[at].quoted() &&
           (words[at].kind == TokenKind::number || here(at, "morning afternoon evening night"))) {
      ++at;
    }
    return at;
  }
  if (words[begin].is("in") && at < sentence.end && words[at].kind == TokenKind::number) return at + 1;
  // "in a statement", "at a rally in Bergen": an occasion of speaking.
  std::uint32_t noun = at;
  while (noun < sentence.end && noun - at < 6 && !words[noun].quoted() && words[noun].kind == TokenKind::word &&
         words[noun].small != Small::preposition && words[noun].small != Small::conjunction &&
         words[noun].small != Small::subject) {
    if (holds_word(
            "statement interview speech rally conference briefing debate hearing report letter email memo tweet post "
            "interview appearance remarks press release address meeting event news column article message call "
            "summit filing testimony broadcast",
            words[noun].low)) {
      ++noun;
      if (here(noun, "conference release")) ++noun;
      // "with Radio Fjord", "in Bergen", "on Monday"
      while (here(noun, "with in at on to for")) {
        std::uint32_t next = noun + 1;
        while (next < sentence.end && !words[next].quoted() &&
               (words[next].names() || words[next].small == Small::day ||
                (next == noun + 1 && words[next].small == Small::determiner) || words[next].is("'s") ||
                words[next].is("’s") || words[next].is("reporters"))) {
          ++next;
        }
        if (next == noun + 1) break;
        noun = next;
      }
      if (noun < sentence.end && words[noun].small == Small::day) ++noun;
      return noun;
    }
    ++noun;
  }
  return begin;
}

}  // namespace onrecord
