#include "attribute/narration.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "attribute/narration_phrases.h"
#include "text/text.h"

namespace onrecord {

namespace {

using narration::Phrase;

constexpr std::uint32_t most_object_words = 9;  // from the act to the noun that names somebody's words
constexpr std::uint32_t most_content_words = 28;
constexpr std::uint32_t most_subject_words = 12;

// One sentence's tokens in lower case, with what the patterns ask about them.
struct Clause {
  const Article& article;
  const Segments& segments;
  Range tokens;
  std::vector<std::string> words;  // by token, from tokens.begin

  std::uint32_t size() const { return tokens.size(); }
  const Token& token(std::uint32_t i) const { return segments.tokens[tokens.begin + i]; }
  bool is_word(std::uint32_t i) const { return token(i).kind == TokenKind::word || token(i).kind == TokenKind::number; }
};

bool covered(const std::vector<Span>& spans, Span span) {
  return std::ranges::any_of(spans, [span](Span other) { return other.overlaps(span); });
}

// Inside a quotation the words are a speaker's, not the reporter's. A scare quote of one to three words is the
// reporter's.
bool quoted(const Segments& segments, Span span) {
  const auto last =
      std::ranges::upper_bound(segments.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
  constexpr std::ptrdiff_t nearby = 6;
  const auto first = last - std::min<std::ptrdiff_t>(nearby, last - segments.quotes.begin());
  return std::any_of(first, last, [span](const Quote& quote) { return quote.span.overlaps(span); });
}

// Where the act's phrase ends when it begins at word `at`; the object may stand inside it ("walk those comments back").
struct Match {
  std::uint32_t first;
  std::uint32_t last;                         // behind its last word
  std::optional<std::uint32_t> inner_object;  // first word of an object inside the phrase
};

std::optional<Match> match_at(const Clause& clause, const Phrase& phrase, std::uint32_t at) {
  std::uint32_t next = at;
  std::optional<std::uint32_t> inner;
  for (std::size_t i = 0; i < phrase.words.size() && !phrase.words[i].empty(); ++i) {
    const std::string_view wanted = phrase.words[i];
    if (wanted == "~") {
      // Up to four words of an object, which must be there for the rest to follow.
      for (std::uint32_t skip = 0; skip <= 4; ++skip) {
        if (next + skip < clause.size() && narration::is(clause.words[next + skip], phrase.words[i + 1])) {
          if (skip > 0) inner = next;
          next += skip;
          break;
        }
      }
      continue;
    }
    if (next >= clause.size() || !narration::is(clause.words[next], wanted)) return std::nullopt;
    ++next;
  }
  return Match{at, next, inner};
}

// The noun phrase that names somebody's words, behind `at`: first and behind its noun. Nothing where no such noun comes
// before the clause breaks.
std::optional<Range> words_named(const Clause& clause, std::uint32_t at) {
  for (std::uint32_t i = at; i < clause.size() && i < at + most_object_words; ++i) {
    if (!clause.is_word(i) && clause.words[i] != "'s" && clause.words[i] != "’s") return std::nullopt;
    if (narration::breaks_object(clause.words[i]) && i > at) return std::nullopt;
    if (narration::names_words(clause.words[i])) return Range{at, i + 1};
    if (i == at && narration::stands_for_words(clause.words[i])) {
      const bool alone =
          i + 1 == clause.size() || !clause.is_word(i + 1) || narration::breaks_object(clause.words[i + 1]);
      if (alone) return Range{at, i + 1};
    }
  }
  return std::nullopt;
}

// The object with what belongs to it ("the comments about the bridge"), up to the next mark or the next clause.
Span content_of(const Clause& clause, std::uint32_t first, std::uint32_t noun_end) {
  std::uint32_t last = noun_end;
  while (last < clause.size() && last - first < most_content_words && clause.is_word(last) &&
         !narration::ends_content(clause.words[last])) {
    ++last;
  }
  return {clause.token(first).span.begin, clause.token(last - 1).span.end};
}

// The subject before the act: a pronoun, or the words from the clause's beginning to its verb group.
std::optional<Span> subject_of(const Clause& clause, std::uint32_t act) {
  std::uint32_t end = act;
  while (end > 0 && clause.is_word(end - 1) && narration::is_verb_group(clause.words[end - 1])) --end;
  if (end == 0) return std::nullopt;
  const auto pronoun = [&](std::uint32_t i) { return narration::is_pronoun(clause.words[i]); };
  if (pronoun(end - 1)) return clause.token(end - 1).span;
  std::uint32_t begin = end;
  while (begin > 0 && clause.is_word(begin - 1) && !narration::begins_clause(clause.words[begin - 1])) --begin;
  // "…, who walked back": the name before the comma is the subject.
  if (begin == end) return std::nullopt;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!narration::begins_relative(clause.words[i])) continue;
    end = i;
    break;
  }
  while (begin < end && narration::opens_sentence(clause.words[begin])) ++begin;
  if (begin >= end || end - begin > most_subject_words) return std::nullopt;
  return Span{clause.token(begin).span.begin, clause.token(end - 1).span.end};
}

// Whether a word of this kind stands just before the act, in the same clause.
template <class IsSuch>
bool follows(const Clause& clause, std::uint32_t act, const IsSuch& is_such) {
  for (std::uint32_t back = 1; back <= 4 && back <= act; ++back) {
    if (!clause.is_word(act - back)) return false;
    if (is_such(clause.words[act - back])) return true;
  }
  return false;
}

// "The minister may walk back …": it has not been done. May is a month, too.
bool only_possible(const Clause& clause, std::uint32_t act) {
  return follows(clause, act, narration::makes_possible) &&
         !follows(clause, act, [&](const std::string& word) {
           const auto at = static_cast<std::size_t>(&word - clause.words.data());
           return word == "may" && clause.article.text[clause.token(static_cast<std::uint32_t>(at)).span.begin] == 'M';
         });
}

}  // namespace

Statements narrated_acts(const Article& article, const Segments& segments, const Statements& found) {
  std::vector<Span> taken;
  for (const Statement& statement : found) {
    taken.insert(taken.end(), statement.cue.begin(), statement.cue.end());
    taken.insert(taken.end(), statement.content.begin(), statement.content.end());
  }
  std::ranges::sort(taken);
  Statements narrated;
  for (const Sentence& sentence : segments.sentences) {
    Clause clause{article, segments, sentence.tokens, {}};
    clause.words.reserve(clause.size());
    for (std::uint32_t i = 0; i < clause.size(); ++i)
      clause.words.push_back(lower(slice(article.text, clause.token(i).span)));
    for (std::uint32_t at = 0; at < clause.size(); ++at) {
      for (const Phrase& phrase : narration::phrases_at(clause.words[at])) {
        const std::optional<Match> act = match_at(clause, phrase, at);
        if (!act || only_possible(clause, act->first)) continue;
        const Span cue{clause.token(act->first).span.begin, clause.token(act->last - 1).span.end};
        const auto after = std::ranges::upper_bound(taken, cue.begin, {}, &Span::begin);
        if (quoted(segments, cue) ||
            covered(std::vector<Span>(after - std::min<std::ptrdiff_t>(8, after - taken.begin()),
                                      after + std::min<std::ptrdiff_t>(2, taken.end() - after)),
                    cue))
          continue;
        Statement statement;
        std::vector<Span> cues{cue};
        if (act->inner_object) {
          const std::uint32_t inner = *act->inner_object;
          const std::uint32_t close = act->last - 1;
          if (phrase.object == narration::Object::words && !words_named(clause, inner)) continue;
          statement.content = {{clause.token(inner).span.begin, clause.token(close - 1).span.end}};
          cues = {{cue.begin, clause.token(inner - 1).span.end}, clause.token(close).span};
        } else if (const auto object = words_named(clause, act->last)) {
          statement.content = {content_of(clause, object->begin, object->end)};
        } else if (phrase.object == narration::Object::words) {
          continue;
        }
        if (!statement.content.empty() &&
            quoted(segments, {statement.content.front().begin, statement.content.front().begin + 1})) {
          continue;
        }
        statement.cue = cues;
        if (const auto subject = subject_of(clause, act->first)) {
          if (!subject->overlaps(cue)) statement.source = {*subject};
        }
        statement.act = phrase.act;
        if (follows(clause, act->first, narration::negates)) {
          statement.polarity = Polarity::negated;
          if (phrase.act == Act::retract) statement.act = Act::reaffirm;
        }
        statement.decision = {"narration", statement.source.empty() ? 0.5f : 0.7f};
        narrated.push_back(std::move(statement));
        at = act->last - 1;
        break;
      }
    }
  }
  return narrated;
}

}  // namespace onrecord
