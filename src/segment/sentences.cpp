#include "segment/sentences.h"

#include "segment/abbreviations.h"
#include "segment/characters.h"

namespace onrecord {

namespace {

class Splitter {
 public:
  Splitter(std::string_view text, Range tokens, const std::vector<MarkUse>& uses, const std::vector<Token>& all)
      : text_(text), range_(tokens), uses_(uses), tokens_(all) {}

  // One past the last token of the sentence when one ends with the stop at `i`; else 0.
  std::uint32_t end_after(std::uint32_t i) const {
    const std::string_view word = word_of(i);
    const bool stop = tokens_[i].kind == TokenKind::punctuation && char_at(word, 0).kind == CharKind::stop;
    const bool dotted = !stop && word.size() > 1 && word.back() == '.' && tokens_[i].kind != TokenKind::quote_mark;
    if (!stop && !dotted) return 0;
    std::uint32_t next = i + 1;
    bool quoted = false;
    while (next < range_.end && belongs_to_stop(next)) {
      quoted = quoted || uses_[next] == MarkUse::closes;
      ++next;
    }
    if (next == range_.end) return next;
    if (!parted(next)) return 0;
    std::uint32_t first = next;
    while (first < range_.end && (uses_[first] == MarkUse::opens || is_kind(first, CharKind::opening))) ++first;
    if (first == range_.end) return 0;
    if (!may_begin(first)) return 0;
    if (dotted) return ends_abbreviation(i, next, first) ? next : 0;
    if (word == "." && i == range_.begin + 1 && tokens_[range_.begin].kind == TokenKind::number) return 0;  // "1. Lund"
    if (is_ellipsis(i) && word_of(first) == "I") return 0;
    if (quoted && word != "." && asks(first)) return 0;
    return next;
  }

 private:
  std::string_view word_of(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  bool is_kind(std::uint32_t i, CharKind kind) const {
    return tokens_[i].kind != TokenKind::word && char_at(text_, tokens_[i].span.begin).kind == kind;
  }
  bool touches(std::uint32_t i) const { return tokens_[i - 1].span.end == tokens_[i].span.begin; }

  // Closing marks and further stops right behind a stop.
  bool belongs_to_stop(std::uint32_t i) const {
    if (uses_[i] == MarkUse::closes) return true;
    if (uses_[i] == MarkUse::opens) return false;
    if (is_kind(i, CharKind::stop)) return true;
    return touches(i) && is_kind(i, CharKind::closing);
  }

  // White space, or the missing one of “end.”The.
  bool parted(std::uint32_t i) const {
    return !touches(i) || uses_[i - 1] == MarkUse::closes || is_kind(i - 1, CharKind::stop);
  }

  bool may_begin(std::uint32_t i) const {
    const Token& token = tokens_[i];
    switch (token.kind) {
      case TokenKind::number:
        return true;
      case TokenKind::symbol:
        return true;
      case TokenKind::word: {
        const CharKind first = char_at(text_, token.span.begin).kind;
        return first != CharKind::lower;
      }
      default:
        return false;
    }
  }

  bool is_ellipsis(std::uint32_t i) const {
    const std::string_view word = word_of(i);
    return word.size() > 1 || (i > range_.begin && word_of(i - 1) == ".");
  }

  // Whether the sentence ends with the abbreviation at `i`, given that `first` is the next word.
  bool ends_abbreviation(std::uint32_t i, std::uint32_t next, std::uint32_t first) const {
    if (next > i + 1) return true;  // a closing mark stands between: “in the U.S.” The
    std::string_view word = word_of(i);
    word.remove_suffix(1);
    const Abbreviation kind = abbreviation(word);
    if (kind == Abbreviation::title) return false;
    return tokens_[first].kind == TokenKind::word && begins_sentences(word_of(first));
  }

  // “Why?” Lund asked.
  bool asks(std::uint32_t first) const {
    for (std::uint32_t i = first + 1; i < range_.end && i <= first + 5; ++i) {
      if (tokens_[i].kind == TokenKind::punctuation && !is_kind(i, CharKind::mark)) return false;
      if (is_asking_verb(word_of(i))) return true;
    }
    return is_asking_verb(word_of(first));
  }

  std::string_view text_;
  Range range_;
  const std::vector<MarkUse>& uses_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void append_sentences(std::string_view text, std::uint32_t paragraph, Range tokens, const std::vector<MarkUse>& uses,
                      Segments& segments) {
  const auto index = [&] { return static_cast<std::uint32_t>(segments.sentences.size()); };
  segments.paragraphs[paragraph].sentences = {index(), index()};
  const Splitter splitter(text, tokens, uses, segments.tokens);
  std::uint32_t begin = tokens.begin;
  const auto cut = [&](std::uint32_t end) {
    if (begin == end) return;
    for (std::uint32_t i = begin; i < end; ++i) segments.tokens[i].sentence = index();
    segments.sentences.push_back(
        {{segments.tokens[begin].span.begin, segments.tokens[end - 1].span.end}, {begin, end}, paragraph});
    begin = end;
  };
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (const std::uint32_t end = splitter.end_after(i); end != 0) {
      cut(end);
      i = end - 1;
    }
  }
  cut(tokens.end);
  segments.paragraphs[paragraph].sentences.end = index();
}

}  // namespace onrecord
