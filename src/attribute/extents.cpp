// Cues and sources that were cut too short or too long: around the cue's verb, and between the two.
#include <algorithm>
#include <string>

#include "attribute/draft.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

namespace onrecord {

namespace {

std::string word_at(const Article& article, const Segments& segments, std::uint32_t token) {
  return lower(slice(article.text, segments.tokens[token].span));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

// "appeared | to walk back his comments": the verb of saying is what was tagged as content's beginning.
void take_in_the_verb(const Article& article, const Segments& segments, Statement& statement) {
  const Range cue = tokens_in(segments, statement.cue.back());
  const Span content = statement.content.front();
  const Range said = tokens_in(segments, content);
  if (cue.begin >= cue.end || said.begin != cue.end || said.end < said.begin + 3) return;
  if (!is_one_of(word_at(article, segments, cue.end - 1),
                 {"appeared", "appears", "seemed", "seems", "tried", "tries", "sought", "seeks", "attempted", "rushed",
                  "moved", "continued", "began"}) ||
      word_at(article, segments, said.begin) != "to") {
    return;
  }
  // The shortest beginning that stands for an act as a whole, else a verb of saying.
  std::string phrase;
  std::uint32_t end = none;
  for (std::uint32_t i = said.begin + 1; end == none && i + 1 < said.end && i < said.begin + 4; ++i) {
    phrase += (phrase.empty() ? "" : " ") + word_at(article, segments, i);
    if (read_phrase_cue(phrase)) end = i + 1;
  }
  if (end == none) {
    const auto verb = read_cue(word_at(article, segments, said.begin + 1));
    if (!verb || !verb->verb->communicated || verb->form != VerbForm::base) return;
    end = said.begin + 2;
  }
  statement.cue.back().end = segments.tokens[end - 1].span.end;
  statement.content.front().begin = segments.tokens[end].span.begin;
}

// "Calls Comments on | the Bridge a ‘Mistake’": what is called something belongs to the content.
void give_back_the_object(const Article& article, const Segments& segments, Statement& statement) {
  const Range cue = tokens_in(segments, statement.cue.back());
  const Range said = tokens_in(segments, statement.content.front());
  if (cue.end < cue.begin + 2 || said.begin != cue.end) return;
  const auto verb = read_cue(word_at(article, segments, cue.begin));
  if (!verb || verb->verb->lemma != "call") return;
  const Small next = small_word(word_at(article, segments, cue.begin + 1));
  if ((next != Small::other && next != Small::determiner) ||
      is_one_of(word_at(article, segments, cue.begin + 1), {"out", "off", "him", "her", "them"})) {
    return;
  }
  statement.content.front().begin = segments.tokens[cue.begin + 1].span.begin;
  statement.cue.back().end = segments.tokens[cue.begin].span.end;
}

}  // namespace

void fit_source(const Article& article, const Segments& segments, Statement& statement) {
  constexpr std::uint32_t most_words = 8;
  if (statement.source.empty() || statement.cue.empty()) return;
  const Range source = tokens_in(segments, statement.source.back());
  const Range cue = tokens_in(segments, statement.cue.front());
  if (source.begin >= source.end || cue.begin >= cue.end || cue.begin < source.end + 2 ||
      cue.begin > source.end + most_words) {
    return;
  }
  if (!is_one_of(word_at(article, segments, source.end), {"speaking", "talking", "testifying", "writing"})) return;
  for (std::uint32_t i = source.end; i < cue.begin; ++i) {
    if (segments.tokens[i].kind != TokenKind::word) return;
  }
  statement.source.back().end = segments.tokens[cue.begin - 1].span.end;
}

void fit_cue(const Article& article, const Segments& segments, Statement& statement) {
  if (statement.cue.size() != 1 || statement.content.empty()) return;
  take_in_the_verb(article, segments, statement);
  give_back_the_object(article, segments, statement);
}

}  // namespace onrecord
