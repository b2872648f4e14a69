// An article's words as resolving reads them: tokens in lower case with their classes, possessive endings folded into
// the word before, and for each word the sentence and the quotation that it stands in. Made once an article; owns its
// strings, refers to the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/segments.h"
#include "resolve/lexicon.h"

namespace onrecord::resolving {

struct Word {
  Span span;          // without a possessive ending
  std::string lower;  // straight apostrophes; without the full stop of an abbreviation
  WordClasses classes = 0;
  CaseClass letters = CaseClass::other;
  TokenKind kind = TokenKind::word;
  bool possessive = false;  // "Lund's", "Lunds'"
  std::uint32_t sentence = 0;
  std::uint32_t quote = none;  // the outermost quotation that it stands in

  bool is(WordClasses wanted) const { return (classes & wanted) != 0; }
  bool capitalised() const {
    return letters == CaseClass::initial || letters == CaseClass::upper ||
           (letters == CaseClass::mixed && starts_upper);
  }
  bool starts_upper = false;
};

struct ReadSentence {
  Range words;
  bool title_case = false;  // a headline: capitals tell nothing about names in it
  std::uint32_t paragraph = 0;
};

struct Reading {
  std::string text;  // the article's, a paragraph a line: names and roles are read from it, and hold no line end
  const Segments* segments = nullptr;
  std::vector<Word> words;
  std::vector<ReadSentence> sentences;  // parallel to Segments::sentences

  std::string_view of(Span span) const { return slice(text, span); }
  // The first word that ends after `offset`; words.size() behind the last.
  std::uint32_t word_at(std::uint32_t offset) const;
  // The words that lie in `span`, touched ones included.
  Range words_in(Span span) const;
  std::uint32_t paragraph_of(std::uint32_t word) const { return sentences[words[word].sentence].paragraph; }
  // The text from the first to the last word of `range`, possessive ending of the last one excluded.
  Span span_of(Range range) const { return {words[range.begin].span.begin, words[range.end - 1].span.end}; }
};

Reading read_words(const Article& article, const Segments& segments);

}  // namespace onrecord::resolving
