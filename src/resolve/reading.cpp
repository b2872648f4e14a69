#include "resolve/reading.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord::resolving {

namespace {

constexpr std::string_view curly = "\xe2\x80\x99";

// Lower case with straight apostrophes; "U.S." and "Sen." lose their last full stop.
std::string plain_lower(std::string_view text) {
  std::string made = lower(text);
  for (std::size_t at = made.find(curly); at != std::string::npos; at = made.find(curly, at))
    made.replace(at, curly.size(), "'");
  if (made.size() > 1 && made.back() == '.') made.pop_back();
  return made;
}

bool is_possessive_ending(std::string_view text) {
  return text == "'s" || text == "\xe2\x80\x99s" || text == "'" || text == curly || text == "'S" ||
         text == "\xe2\x80\x99S";
}

// Length of a possessive ending at the end of a token that keeps it; 0 where there is none.
std::size_t possessive_length(std::string_view text) {
  for (const std::string_view ending :
       {std::string_view("'s"), std::string_view("\xe2\x80\x99s"), std::string_view("\xe2\x80\x99S")}) {
    if (text.size() > ending.size() && text.ends_with(ending)) return ending.size();
  }
  if (text.size() > 2 && text.ends_with("s'")) return 1;
  if (text.size() > 4 && text.ends_with("s\xe2\x80\x99")) return curly.size();
  return 0;
}

// Outermost quotations only, in order of their begin.
std::vector<std::uint32_t> outer_quotes(const Segments& segments) {
  std::vector<std::uint32_t> outer;
  for (std::uint32_t i = 0; i < segments.quotes.size(); ++i) {
    if (segments.quotes[i].depth == 0) outer.push_back(i);
  }
  return outer;
}

bool is_title_case(const Reading& reading, Range range) {
  std::uint32_t long_words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Word& word = reading.words[i];
    if (word.kind != TokenKind::word || word.span.size() < 4) continue;
    ++long_words;
    capitals += word.capitalised();
  }
  return long_words >= 4 && capitals * 100 >= long_words * 85;
}

}  // namespace

std::uint32_t Reading::word_at(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(
      std::ranges::partition_point(words, [&](const Word& word) { return word.span.end <= offset; }) - words.begin());
}

Range Reading::words_in(Span span) const {
  Range range{word_at(span.begin), 0};
  range.end = static_cast<std::uint32_t>(
      std::ranges::partition_point(words, [&](const Word& word) { return word.span.begin < span.end; }) -
      words.begin());
  range.end = std::max(range.begin, range.end);
  return range;
}

Reading read_words(const Article& article, const Segments& segments) {
  Reading reading;
  reading.text = with_open_line_ends(article.text);
  reading.segments = &segments;
  reading.words.reserve(segments.tokens.size());
  reading.sentences.resize(segments.sentences.size());
  const std::vector<std::uint32_t> outer = outer_quotes(segments);
  std::size_t next_quote = 0;
  for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
    ReadSentence& sentence = reading.sentences[s];
    sentence.paragraph = segments.sentences[s].paragraph;
    sentence.words.begin = static_cast<std::uint32_t>(reading.words.size());
    const Range tokens = segments.sentences[s].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = segments.tokens[t];
      std::string_view text = slice(article.text, token.span);
      const bool touches =
          reading.words.size() > sentence.words.begin && reading.words.back().span.end == token.span.begin;
      if (touches && token.kind != TokenKind::quote_mark && is_possessive_ending(text) &&
          reading.words.back().kind == TokenKind::word) {
        reading.words.back().possessive = true;
        continue;
      }
      Word word;
      word.span = token.span;
      word.kind = token.kind;
      word.letters = token.letters;
      word.sentence = s;
      if (token.kind == TokenKind::word) {
        const std::size_t ending = possessive_length(text);
        if (ending != 0) {
          word.possessive = true;
          word.span.end -= static_cast<std::uint32_t>(ending);
          text.remove_suffix(ending);
        }
        word.lower = plain_lower(text);
        word.classes = classes_of(word.lower);
        word.starts_upper = !text.empty() && lower(text.substr(0, code_point_at(text, 0).bytes)) !=
                                                 text.substr(0, code_point_at(text, 0).bytes);
      } else {
        word.lower = std::string(text);
      }
      while (next_quote < outer.size() && segments.quotes[outer[next_quote]].span.end <= word.span.begin) ++next_quote;
      if (next_quote < outer.size() && segments.quotes[outer[next_quote]].span.begin <= word.span.begin)
        word.quote = outer[next_quote];
      reading.words.push_back(std::move(word));
    }
    sentence.words.end = static_cast<std::uint32_t>(reading.words.size());
    sentence.title_case = is_title_case(reading, sentence.words);
  }
  return reading;
}

}  // namespace onrecord::resolving
