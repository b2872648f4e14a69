#include "segment/tokens.h"

#include "segment/abbreviations.h"
#include "segment/characters.h"

namespace onrecord {

namespace {

constexpr char32_t right_single = 0x2019;

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == right_single || c == 0x2018 || c == 0x2bc || c == 0xb4 || c == 0xff07;
}

CaseClass case_class(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const Char c = char_at(word, i);
    if (c.kind == CharKind::upper) {
      if (upper + lower == 0) first_upper = true;
      ++upper;
    } else if (c.kind == CharKind::lower) {
      ++lower;
    }
    i += c.bytes;
  }
  if (upper == 0) return lower == 0 ? CaseClass::other : CaseClass::lower;
  if (lower == 0) return upper == 1 ? CaseClass::initial : CaseClass::upper;
  return first_upper && upper == 1 ? CaseClass::initial : CaseClass::mixed;
}

class Cutter {
 public:
  Cutter(std::string_view text, Span paragraph, std::vector<Token>& tokens)
      : text_(text.substr(0, paragraph.end)), at_(paragraph.begin), end_(paragraph.end), tokens_(tokens) {}

  void run() {
    while (at_ < end_) {
      const Char c = char_at(text_, at_);
      if (is_blank(c.kind)) {
        at_ += c.bytes;
      } else if (is_word(c.kind)) {
        word(at_);
      } else if ((c.value == '@' || c.value == '#') && is_word(kind(at_ + 1))) {
        word(at_ + 1);
      } else if (c.value == '.' && kind(at_ + 1) == CharKind::digit &&
                 (at_ == 0 || !is_word(char_before(text_, at_).kind))) {
        word(at_ + 1);
      } else {
        mark(c);
      }
    }
  }

 private:
  CharKind kind(std::uint32_t offset) const { return offset < end_ ? char_at(text_, offset).kind : CharKind::space; }

  void emit(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
    Token token;
    token.span = {begin, end};
    token.kind = kind;
    if (kind == TokenKind::word) token.letters = case_class(slice(text_, token.span));
    tokens_.push_back(token);
  }

  // A mark, or a run of the same one that is read as one: "...", "--", "``", "''".
  void mark(Char c) {
    std::uint32_t end = at_ + c.bytes;
    const auto same_at = [&](std::uint32_t offset) { return offset < end_ && char_at(text_, offset).value == c.value; };
    const std::uint32_t begin = at_;
    if (c.value == '.' || c.value == '-') {
      while (same_at(end)) end += c.bytes;
    } else if ((c.value == '`' || c.value == '\'' || c.value == 0x2018 || c.value == right_single) && same_at(end) &&
               !same_at(end + c.bytes)) {
      end += c.bytes;
    }
    at_ = end;
    const bool quote = c.kind == CharKind::quote;
    emit(begin, end,
         quote                        ? TokenKind::quote_mark
         : c.kind == CharKind::symbol ? TokenKind::symbol
                                      : TokenKind::punctuation);
  }

  // The end of the word that has begun before `at`, without a full stop of its own.
  std::uint32_t word_end(std::uint32_t at) {
    while (at < end_) {
      const Char c = char_at(text_, at);
      if (is_word(c.kind)) {
        at += c.bytes;
        continue;
      }
      const std::uint32_t next = at + c.bytes;
      const CharKind after = kind(next);
      const CharKind before = char_before(text_, at).kind;
      if (is_apostrophe(c.value)) {
        if (!is_letter(after)) break;
      } else if (c.value == '-' || c.value == 0x2010 || c.value == 0x2011) {
        if (!is_word(after) || !is_word(before)) {
          // "U.S.-led": the full stop has just been taken in.
          if (!(is_word(after) && char_before(text_, at).value == '.')) break;
        }
      } else if (c.value == '.') {
        if (!joins(at, before, after)) break;
      } else if (c.value == ',' || c.value == ':') {
        if (before != CharKind::digit || after != CharKind::digit) break;
      } else if (c.value == '&' || c.value == '@') {
        if (!is_word(before) || !is_word(after)) break;
      } else {
        break;
      }
      at = next;
    }
    return at;
  }

  // Whether the full stop at `at` stands inside a word: "3.5", "U.S", "example.com", "a.m.-"; not in "end.The".
  bool joins(std::uint32_t at, CharKind before, CharKind after) const {
    if (after == CharKind::dash) {
      // "U.S.-led", but not "the end.-"
      return before == CharKind::upper && at >= 2 && text_[at - 2] == '.' && is_word(kind(at + 2));
    }
    if (!is_word(after)) return false;
    if (after == CharKind::digit || before == CharKind::digit) return before == CharKind::digit || is_letter(before);
    if (after != CharKind::upper) return true;
    const Char letter = char_at(text_, at + 1);
    const bool new_sentence = kind(at + 1 + letter.bytes) == CharKind::lower;
    const bool single_before = at < 2 || !is_letter(char_before(text_, at - char_before(text_, at).bytes).kind);
    return !new_sentence || single_before;
  }

  // True where the word without its full stop is a single letter or letters parted by full stops: "J", "U.S", "a.m".
  static bool is_dotted(std::string_view word) {
    bool letter_due = true;
    bool any_dot = false;
    for (std::size_t i = 0; i < word.size();) {
      const Char c = char_at(word, i);
      if (letter_due != is_letter(c.kind)) return false;
      if (!letter_due && c.value != '.') return false;
      any_dot = any_dot || c.value == '.';
      letter_due = !letter_due;
      i += c.bytes;
    }
    return !letter_due && (any_dot || char_at(word, 0).kind == CharKind::upper);
  }

  bool takes_full_stop(Span word) const {
    if (word.end >= end_ || text_[word.end] != '.') return false;
    const std::uint32_t after = word.end + 1;
    if (after < end_ && text_[after] == '.') return false;
    std::string_view letters = slice(text_, word);
    if (letters.size() > 12) return false;
    if (const std::size_t hyphen = letters.rfind('-'); hyphen != std::string_view::npos)
      letters.remove_prefix(hyphen + 1);
    if (letters.empty()) return false;
    if (is_dotted(letters)) {
      // A lone letter at the very end of what is said is no initial: "Plan B.”"
      return letters.size() > 1 || is_blank(kind(after)) || kind(after) == CharKind::mark;
    }
    if (letters == "Ph.D" || letters == "M.Sc" || letters == "B.Sc") return true;
    const Abbreviation found = abbreviation(letters);
    if (found == Abbreviation::no) return false;
    if (found != Abbreviation::number) return true;
    if (letters != "No" && letters != "Nos") return true;
    std::uint32_t next = after;
    while (next < end_ && is_blank(kind(next))) next += char_at(text_, next).bytes;
    return kind(next) == CharKind::digit;
  }

  void word(std::uint32_t at) {
    const std::uint32_t begin = at_;
    if (is_address(begin)) {
      at_ = address_end(begin);
      return emit(begin, at_, TokenKind::word);
    }
    Span span{begin, word_end(at)};
    if (takes_full_stop(span)) ++span.end;
    at_ = span.end;
    const std::uint32_t clitic = clitic_begin(span);
    const Char first = char_at(text_, begin);
    const bool number = first.kind == CharKind::digit || first.value == '.';
    if (clitic > begin) emit(begin, clitic, number ? TokenKind::number : TokenKind::word);
    if (clitic < span.end) emit(clitic, span.end, clitic == begin && number ? TokenKind::number : TokenKind::word);
  }

  // Where "’s", "’re", "n’t" … begins inside `span`; the end (or, for a bare word, the begin) where there is none.
  std::uint32_t clitic_begin(Span span) const {
    const std::string_view word = slice(text_, span);
    for (std::uint32_t letters = 1; letters <= 2 && letters + 1 < word.size(); ++letters) {
      const Char mark = char_before(word, word.size() - letters);
      if (!is_apostrophe(mark.value)) continue;
      const auto at = static_cast<std::uint32_t>(word.size() - letters - mark.bytes);
      if (at == 0) break;
      const std::string_view tail = word.substr(word.size() - letters);
      const auto is = [&](std::string_view low, std::string_view high) { return tail == low || tail == high; };
      if (is("t", "T")) {
        if (at >= 2 && (word[at - 1] == 'n' || word[at - 1] == 'N')) return span.begin + at - 1;
      } else if (is("s", "S") || is("d", "D") || is("m", "M") || is("re", "RE") || is("ve", "VE") || is("ll", "LL")) {
        return span.begin + at;
      }
      break;
    }
    return span.end;
  }

  bool is_address(std::uint32_t begin) const {
    const std::string_view rest = text_.substr(begin, 8);
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  }

  std::uint32_t address_end(std::uint32_t begin) const {
    std::uint32_t at = begin;
    while (at < end_) {
      const Char c = char_at(text_, at);
      if (is_blank(c.kind) || c.kind == CharKind::quote || c.value == '<' || c.value == '>' || c.value == ')') break;
      at += c.bytes;
    }
    while (at > begin + 1 &&
           (char_before(text_, at).kind == CharKind::stop || char_before(text_, at).kind == CharKind::mark)) {
      at -= char_before(text_, at).bytes;
    }
    return at;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<Token>& tokens_;
};

}  // namespace

void append_tokens(std::string_view text, Span paragraph, std::vector<Token>& tokens) {
  Cutter(text, paragraph, tokens).run();
}

}  // namespace onrecord
