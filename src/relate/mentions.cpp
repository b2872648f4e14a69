#include "relate/mentions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint32_t most_before = 5;   // words between the determiner and its noun
constexpr std::uint32_t most_behind = 16;  // words of what the noun is about

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_definite(const std::string& word) { return word == "the"; }
bool is_demonstrative(const std::string& word) {
  return any_of(std::array{"that"sv, "those"sv, "this"sv, "these"sv, "such"sv, "any"sv}, word);
}
bool is_possessive(const std::string& word) {
  return any_of(std::array{"his"sv, "her"sv, "their"sv, "its"sv, "my"sv, "our"sv, "your"sv}, word);
}

// The token in which the word's last letter stands, with the full stop that belongs to it: "Mr.", "U.S."
Token token_of(const ArticleFacts& article, std::uint32_t word) {
  const Span span = article.words[word].span;
  const std::vector<Token>& tokens = article.segments.tokens;
  const auto behind = std::upper_bound(tokens.begin(), tokens.end(), span.end - 1,
                                       [](std::uint32_t at, const Token& token) { return at < token.span.begin; });
  if (behind == tokens.begin() || std::prev(behind)->span.end < span.end) return {.span = span};
  return *std::prev(behind);
}

// Between the words `a` and `a + 1` of one sentence stands nothing but a blank (and "'s").
bool adjoin(const ArticleFacts& article, std::uint32_t a) {
  const Token last = token_of(article, a);
  const Token next = token_of(article, a + 1);
  if (last.sentence != next.sentence) return false;
  const std::uint32_t end = article.words[a + 1].span.begin;
  const std::string_view between = slice(article.article.text, {std::min(last.span.end, end), end});
  return between.find_first_of(",.;:?!()[]\"") == std::string_view::npos && between.find("—") == std::string_view::npos;
}

// The word `a` is a possessive: "Lund's", "the ferrymen'".
bool owns(const ArticleFacts& article, std::uint32_t a) {
  const std::string_view word = slice(article.article.text, article.words[a].span);
  const std::string_view between =
      slice(article.article.text, {article.words[a].span.end, article.words[a + 1].span.begin});
  return word.ends_with("'s") || word.ends_with("’s") || between.starts_with("' ") || between.starts_with("’ ");
}

// Where the clause ends that goes on behind the word `last`: at a mark, or after enough words to tell.
Span to_clause_end(const ArticleFacts& article, Span span, std::uint32_t last) {
  for (std::uint32_t more = 0; more < most_behind && last + 1 < article.words.size() && adjoin(article, last); ++more)
    ++last;
  return {span.begin, token_of(article, last).span.end};
}

// Words that begin what a noun of saying is about: "claim that …", "attack on …", but not "claim on Thursday".
bool opens_complement(const ArticleFacts& article, std::uint32_t word) {
  static constexpr std::array openers{"that"sv,    "of"sv,   "to"sv, "for"sv, "about"sv,  "on"sv,        "over"sv,
                                      "against"sv, "from"sv, "in"sv, "by"sv,  "saying"sv, "regarding"sv, "whether"sv};
  static constexpr std::array days{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                                   "friday"sv, "saturday"sv, "sunday"sv};
  return word < article.words.size() && any_of(openers, article.words[word].text) &&
         (word + 1 == article.words.size() || !any_of(days, article.words[word + 1].text));
}

bool opens_question(const std::string& word) {
  return any_of(std::array{"whether"sv, "if"sv, "about"sv, "why"sv, "how"sv, "what"sv, "on"sv, "to"sv, "by"sv}, word);
}

}  // namespace

std::vector<WordsMention> find_mentions(const ArticleFacts& article) {
  std::vector<WordsMention> mentions;
  for (const CueMatch& match : article.cues) {
    if (match.cue == CueClass::asked && match.last < article.words.size()) {
      WordsMention asked;
      const std::uint32_t opening = opens_question(article.words[match.last - 1].text) ? match.last - 1 : match.last;
      if (opening + 1 >= article.words.size() || !opens_question(article.words[opening].text) ||
          !adjoin(article, opening))
        continue;
      asked.first = opening + 1;
      asked.noun = opening + 1;
      asked.determiner = Determiner::question;
      asked.span = article.words[asked.noun].span;
      asked.whole = to_clause_end(article, asked.span, asked.noun);
      mentions.push_back(asked);
      continue;
    }
    if (match.cue != CueClass::words_noun && match.cue != CueClass::stance_noun) continue;
    if (match.last != match.first + 1) continue;
    WordsMention mention;
    mention.noun = match.first;
    mention.first = match.first;
    mention.stance = match.cue == CueClass::stance_noun;
    bool determined = false;
    std::uint32_t at = match.first;
    for (std::uint32_t back = 0; back < most_before && at > 0 && adjoin(article, at - 1) && !determined; ++back) {
      --at;
      const std::string& word = article.words[at].text;
      if (is_definite(word)) {
        mention.determiner = Determiner::definite;
      } else if (is_demonstrative(word)) {
        mention.determiner = Determiner::demonstrative;
      } else if (is_possessive(word)) {
        mention.determiner = Determiner::own;
      } else if (owns(article, at)) {
        mention.determiner = Determiner::named;
        mention.possessor = at;
      } else if (is_function_word(word)) {
        break;
      } else {
        continue;
      }
      determined = true;
      mention.first = at;
      // "Ada Lund's", "the mayor's": the name's other words belong to the phrase.
      while (mention.possessor != none && mention.first > 0 && adjoin(article, mention.first - 1)) {
        const char initial = article.article.text[article.words[mention.first - 1].span.begin];
        const bool more = (initial >= 'A' && initial <= 'Z') || article.words[mention.first - 1].text == "the";
        if (!more) break;
        --mention.first;
      }
    }
    if (!determined && !article.words[mention.noun].text.ends_with('s')) continue;
    mention.span = {article.words[mention.first].span.begin, article.words[mention.noun].span.end};
    if (!mentions.empty() && mentions.back().determiner != Determiner::question &&
        mentions.back().span.overlaps(mention.span)) {
      if (mentions.back().noun == mention.noun) continue;  // "call" is both
      if (mention.first <= mentions.back().first)
        mentions.pop_back();
      else
        continue;
    }
    mention.whole = mention.span;
    if (mention.noun + 1 < article.words.size() && adjoin(article, mention.noun) &&
        opens_complement(article, mention.noun + 1))
      mention.whole = to_clause_end(article, mention.span, mention.noun);
    mentions.push_back(mention);
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const WordsMention& a, const WordsMention& b) { return a.span.begin < b.span.begin; });
  return mentions;
}

}  // namespace onrecord::relating
