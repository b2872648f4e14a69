// Attributions inside what somebody else is quoted with. Only the forms that leave no doubt.
#include "tag/rule_deciders.h"
#include "tag/rule_phrases.h"

namespace onrecord {

namespace {

constexpr std::string_view decider = "nested-quotation";

// “…, as Moe said in May, …”: the clause before it is Moe's too.
void as_clause(const RuleText& text, Range range, std::uint32_t as, Findings& found) {
  const auto& words = text.words;
  const std::uint32_t quote = words[as].quote;
  if (as + 3 >= range.end || !words[as - 1].is_mark(',')) return;
  std::uint32_t verb = as + 1;
  while (verb < range.end && verb - as < 8 && words[verb].quote == quote && words[verb].kind == TokenKind::word &&
         !(words[verb].cue && words[verb].cue->form == VerbForm::past)) {
    ++verb;
  }
  if (verb >= range.end || verb == as + 1 || words[verb].quote != quote || !words[verb].cue ||
      words[verb].cue->form != VerbForm::past || !words[verb].cue->verb->communicated) {
    return;
  }
  std::uint32_t subject_end = verb;
  while (subject_end > as + 1 &&
         (words[subject_end - 1].small == Small::auxiliary || words[subject_end - 1].small == Small::adverb))
    --subject_end;
  // "as I said" is the speaker's own; "as is said" has no source.
  const RuleWord& first = words[as + 1];
  if (subject_end == as + 1 || first.is("i") || first.is("we") || first.is("you") || first.is("it")) return;
  for (std::uint32_t i = as + 1; i < subject_end; ++i) {
    if (words[i].small == Small::preposition && !words[i].is("of") && !words[i].is("for")) return;
  }
  constexpr std::uint32_t longest_clause = 80;  // words
  std::uint32_t begin = as;
  while (begin > range.begin && words[begin - 1].quote == quote && as - begin < longest_clause) --begin;
  if (as - begin == longest_clause) return;
  if (text.opens_quote(begin)) ++begin;
  if (begin + 2 >= as) return;
  found.add_nested({text.span(subject_end, verb + 1),
                    text.span(as + 1, subject_end),
                    {text.span(begin, as - 1)},
                    true,
                    0.8f,
                    decider});
}

// “Then Moe said, ‘I quit’”: a quotation inside, right behind a verb of saying with its subject.
void inner_quote(const RuleText& text, Range range, const Quote& inner, std::uint32_t at, Findings& found) {
  const auto& words = text.words;
  std::uint32_t verb = at;
  while (verb > range.begin && (words[verb - 1].is_mark(',') || words[verb - 1].is_mark(':'))) --verb;
  // "told me, ‘…’"
  if (verb > range.begin + 1 &&
      (words[verb - 1].is("me") || words[verb - 1].is("us") || words[verb - 1].is("him") || words[verb - 1].is("them")))
    --verb;
  if (verb <= range.begin + 1) return;
  --verb;
  if (!words[verb].cue || words[verb].cue->verb->frames == 0 || (words[verb].cue->verb->frames & quotation) == 0 ||
      words[verb].cue->form == VerbForm::ing || words[verb].cue->form == VerbForm::base) {
    return;
  }
  std::uint32_t group = verb;
  while (group > range.begin && (words[group - 1].small == Small::auxiliary || words[group - 1].small == Small::adverb))
    --group;
  if (group == range.begin) return;
  std::uint32_t begin = group - 1;
  const RuleWord& last = words[begin];
  if (last.is("he") || last.is("she") || last.is("they")) {
    // a pronoun alone
  } else if (last.names()) {
    while (begin > range.begin && words[begin - 1].names() && words[begin - 1].quote == last.quote &&
           words[begin - 1].small == Small::other)
      --begin;
  } else {
    return;
  }
  found.add_nested({text.span(group, verb + 1), text.span(begin, group), {inner.span}, true, 0.8f, decider});
}

}  // namespace

void find_nested(const RuleText& text, Findings& found) {
  const auto& words = text.words;
  const auto& quotes = text.segments.quotes;
  std::size_t next = 0;
  for (const Sentence& sentence : text.segments.sentences) {
    const Range range = sentence.tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      while (next < quotes.size() && quotes[next].span.begin < words[i].span.begin) ++next;
      if (!words[i].quoted()) continue;
      if (words[i].is("as") && i > range.begin) as_clause(text, range, i, found);
      if (next < quotes.size() && quotes[next].span.begin == words[i].span.begin && quotes[next].depth == 1 &&
          quotes[next].closed) {
        inner_quote(text, range, quotes[next], i, found);
      }
    }
  }
}

}  // namespace onrecord
