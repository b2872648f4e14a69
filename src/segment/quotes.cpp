#include "segment/quotes.h"

#include <algorithm>

#include "segment/characters.h"

namespace onrecord {

namespace {

enum class Family : std::uint8_t { doubled, single, guillemet, single_guillemet };
enum class Hint : std::uint8_t { opens, closes, either };

struct Mark {
  Family family = Family::doubled;
  Hint hint = Hint::either;
  char32_t value = 0;
};

Mark read_mark(std::string_view mark) {
  const char32_t c = char_at(mark, 0).value;
  const bool twice = char_at(mark, 0).bytes < mark.size();
  switch (c) {
    case '"':
    case 0xff02:
      return {Family::doubled, Hint::either, c};
    case 0x201c:
    case 0x201e:
    case 0x201f:
      return {Family::doubled, Hint::opens, c};
    case 0x201d:
      return {Family::doubled, Hint::closes, c};
    case 0xab:
      return {Family::guillemet, Hint::opens, c};
    case 0xbb:
      return {Family::guillemet, Hint::closes, c};
    case 0x2039:
      return {Family::single_guillemet, Hint::opens, c};
    case 0x203a:
      return {Family::single_guillemet, Hint::closes, c};
    case '`':
    case 0x2018:
    case 0x201a:
    case 0x201b:
      return {twice ? Family::doubled : Family::single, Hint::opens, c};
    case 0x2019:
      return {twice ? Family::doubled : Family::single, Hint::closes, c};
    default:
      return {twice ? Family::doubled : Family::single, Hint::either, c};
  }
}

constexpr bool is_double(Family family) { return family == Family::doubled || family == Family::guillemet; }

// Word beginnings that are written with an apostrophe: ’em, ’til, ’90s.
bool is_elision(std::string_view after) {
  std::size_t size = 0;
  while (size < after.size() && is_word(char_at(after, size).kind)) size += char_at(after, size).bytes;
  const std::string_view word = after.substr(0, size);
  for (const std::string_view known :
       {"n", "N", "em", "til", "tis", "Tis", "twas", "Twas", "cause", "bout", "round", "cuz"}) {
    if (word == known) return true;
  }
  const auto digit = [&](std::size_t i) { return i < word.size() && word[i] >= '0' && word[i] <= '9'; };
  return digit(0) && digit(1) && (size == 2 || (size == 3 && word[2] == 's'));
}

// One paragraph's marks, read from left to right with a stack of those that are open.
class Pairer {
 public:
  Pairer(std::string_view text, std::vector<Token>& tokens, std::vector<Quote>& quotes, std::vector<MarkUse>& uses)
      : text_(text), tokens_(tokens), quotes_(quotes), uses_(uses) {}

  void run(Span paragraph, Range tokens, const Paragraph* next) {
    paragraph_ = paragraph;
    first_ = tokens.begin;
    first_quote_ = quotes_.size();
    seen_double_ = false;
    drop_.clear();
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (tokens_[i].kind == TokenKind::quote_mark) mark(i);
    }
    end_paragraph(next);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (tokens_[i].kind == TokenKind::quote_mark && uses_[i] == MarkUse::unused)
        tokens_[i].kind = TokenKind::punctuation;
    }
    compact();
    set_depths();
  }

 private:
  struct Open {
    std::uint32_t token = 0;
    std::size_t quote = 0;
    Mark mark;
    std::uint32_t weak_close = none;   // where it would close if nothing better comes: “the drivers’ …”
    std::uint32_t first_child = none;  // where the first double mark inside it opens
  };

  CharKind before(std::uint32_t token) const {
    const std::uint32_t at = tokens_[token].span.begin;
    return at == paragraph_.begin ? CharKind::line_break : char_before(text_, at).kind;
  }
  CharKind after(std::uint32_t token) const {
    const std::uint32_t at = tokens_[token].span.end;
    return at >= paragraph_.end ? CharKind::line_break : char_at(text_, at).kind;
  }
  bool looks_opening(std::uint32_t token) const {
    const CharKind left = before(token);
    const bool fresh = is_blank(left) || left == CharKind::opening || left == CharKind::dash ||
                       (left == CharKind::quote && token > first_ && uses_[token - 1] == MarkUse::opens);
    return fresh && !is_blank(after(token));
  }
  bool looks_closing(std::uint32_t token) const {
    const CharKind right = after(token);
    return !is_blank(before(token)) && !is_word(right);
  }

  void mark(std::uint32_t token) {
    const Mark mark = read_mark(slice(text_, tokens_[token].span));
    if (is_double(mark.family)) {
      double_mark(token, mark);
      seen_double_ = true;
    } else {
      single_mark(token, mark);
    }
  }

  void double_mark(std::uint32_t token, Mark mark) {
    const std::size_t partner = find_open(mark);
    const bool has_partner = partner != stack_.size();
    switch (mark.hint) {
      case Hint::opens:
        // „So“ and »so« close with the mark that others open with.
        if (has_partner && (stack_[partner].mark.value == 0x201e || stack_[partner].mark.value == 0xbb) &&
            stack_[partner].mark.value != mark.value && !looks_opening(token)) {
          return close(partner, token);
        }
        return open(token, mark);
      case Hint::closes:
        if (has_partner && !(mark.value == 0xbb && stack_[partner].mark.value == 0xbb)) return close(partner, token);
        if (looks_opening(token)) return open(token, mark);
        return stray_close(token);
      case Hint::either:
        break;
    }
    if (has_partner) {
      if (looks_opening(token)) return open(token, mark);
      return close(partner, token);
    }
    if (!looks_opening(token) && looks_closing(token)) return stray_close(token);
    open(token, mark);
  }

  void single_mark(std::uint32_t token, Mark mark) {
    const bool is_top = !stack_.empty() && stack_.back().mark.family == mark.family;
    if (mark.family == Family::single_guillemet) {
      if (is_top && !(mark.hint == Hint::opens && stack_.back().mark.hint == Hint::opens))
        return close(stack_.size() - 1, token);
      if (looks_opening(token)) open(token, mark);
      return;
    }
    if (is_top && mark.hint != Hint::opens && !is_blank(before(token))) {
      if (is_word(after(token))) return;
      if (is_plural_possessive(token)) {
        if (stack_.back().weak_close == none) stack_.back().weak_close = token;
        return;
      }
      return close(stack_.size() - 1, token);
    }
    if (mark.hint == Hint::closes || !looks_opening(token)) return;
    if (is_elision(slice(text_, {tokens_[token].span.end, paragraph_.end}))) return;
    // A second single mark that opens settles the first: it ended where it could, or it was none.
    if (is_top) give_up(stack_.size() - 1, tokens_[token].span.begin);
    open(token, mark);
  }

  // "the drivers’ union": an s before, a space and a word after. It may still be the end of a quotation.
  bool is_plural_possessive(std::uint32_t token) const {
    const std::uint32_t at = tokens_[token].span.begin;
    const std::uint32_t end = tokens_[token].span.end;
    if (at == 0 || (text_[at - 1] != 's' && text_[at - 1] != 'S')) return false;
    if (after(token) != CharKind::space || end + 1 >= paragraph_.end) return false;
    return is_word(char_at(text_, end + char_at(text_, end).bytes).kind);
  }

  // The nearest open mark that `mark` may close, among the innermost few; stack_.size() where there is none.
  std::size_t find_open(Mark mark) const {
    for (std::size_t k = 0; k < 4 && k < stack_.size(); ++k) {
      const std::size_t at = stack_.size() - 1 - k;
      if (stack_[at].mark.family == mark.family) return at;
    }
    return stack_.size();
  }

  void open(std::uint32_t token, Mark mark) {
    if (is_double(mark.family)) {
      for (std::size_t at = stack_.size(); at-- > 0;) {
        // One inside a single quotation does not end what stands around that.
        if (stack_[at].first_child != none || !is_double(stack_[at].mark.family)) break;
        stack_[at].first_child = tokens_[token].span.begin;
      }
    }
    Quote quote;
    quote.span = {tokens_[token].span.begin, paragraph_.end};
    quote.inside = {tokens_[token].span.end, paragraph_.end};
    quote.closed = false;
    if (token == first_ && left_open_ != none && mark.value == left_mark_) quote.continues = left_open_;
    uses_[token] = MarkUse::opens;
    stack_.push_back({token, quotes_.size(), mark, none, none});
    quotes_.push_back(quote);
    drop_.push_back(false);
  }

  void close(std::size_t at, std::uint32_t token) {
    while (stack_.size() > at + 1) give_up(stack_.size() - 1, tokens_[token].span.begin);
    Quote& quote = quotes_[stack_[at].quote];
    quote.inside.end = tokens_[token].span.begin;
    quote.span.end = tokens_[token].span.end;
    quote.closed = true;
    uses_[token] = MarkUse::closes;
    stack_.pop_back();
  }

  // Takes the topmost open mark from the stack without a partner; it reaches to `end` at most.
  void give_up(std::size_t at, std::uint32_t end) {
    const Open open = stack_[at];
    stack_.pop_back();
    Quote& quote = quotes_[open.quote];
    if (open.weak_close != none) {
      quote.inside.end = tokens_[open.weak_close].span.begin;
      quote.span.end = tokens_[open.weak_close].span.end;
      quote.closed = true;
      uses_[open.weak_close] = MarkUse::closes;
      return;
    }
    const std::uint32_t limit = open.first_child == none ? end : std::min(end, open.first_child);
    const Span inside = trim(text_, {quote.inside.begin, limit});
    if (!is_double(open.mark.family) || inside.empty()) {
      drop_[open.quote - first_quote_] = true;
      uses_[open.token] = MarkUse::unused;
      return;
    }
    quote.inside.end = inside.end;
    quote.span.end = inside.end;
  }

  // A closing mark that nothing opened: the end of a quotation left open in the paragraph before, when this paragraph
  // goes on without setting a mark at its start; else a stray.
  void stray_close(std::uint32_t token) {
    if (seen_double_ || left_open_ == none || char_at(text_, paragraph_.begin).kind == CharKind::quote) return;
    Quote quote;
    quote.span = {paragraph_.begin, tokens_[token].span.end};
    quote.inside = {paragraph_.begin, tokens_[token].span.begin};
    quote.continues = left_open_;
    uses_[token] = MarkUse::closes;
    while (!stack_.empty()) give_up(stack_.size() - 1, tokens_[token].span.begin);
    quotes_.insert(quotes_.begin() + static_cast<std::ptrdiff_t>(first_quote_), quote);
    drop_.insert(drop_.begin(), false);
  }

  void end_paragraph(const Paragraph* next) {
    left_open_ = none;
    std::size_t keep = none;
    const bool goes_on = !stack_.empty() && next_opens(stack_.front().mark, next);
    while (!stack_.empty()) {
      const Open& open = stack_.back();
      const bool last = stack_.size() == 1;
      if (last && open.weak_close == none &&
          (is_double(open.mark.family) ? goes_on || open.first_child == none : goes_on && open.token == first_)) {
        keep = open.quote;
        left_mark_ = open.mark.value;
        const Span inside = trim(text_, {quotes_[keep].inside.begin, paragraph_.end});
        if (inside.empty()) {
          keep = none;
          give_up(0, paragraph_.end);
        } else {
          stack_.pop_back();
        }
      } else {
        give_up(stack_.size() - 1, paragraph_.end);
      }
    }
    if (keep != none) left_open_ = static_cast<std::uint32_t>(keep);
  }

  bool next_opens(Mark mark, const Paragraph* next) const {
    if (next == nullptr) return false;
    const Char c = char_at(text_, next->span.begin);
    if (c.kind != CharKind::quote) return false;
    return c.value == mark.value;
  }

  void compact() {
    std::size_t to = first_quote_;
    for (std::size_t from = first_quote_; from < quotes_.size(); ++from) {
      if (drop_[from - first_quote_]) continue;
      if (left_open_ == from) left_open_ = static_cast<std::uint32_t>(to);
      quotes_[to++] = quotes_[from];
    }
    quotes_.resize(to);
  }

  void set_depths() {
    ends_.clear();
    for (std::size_t i = first_quote_; i < quotes_.size(); ++i) {
      while (!ends_.empty() && ends_.back() <= quotes_[i].span.begin) ends_.pop_back();
      quotes_[i].depth = static_cast<std::uint8_t>(std::min<std::size_t>(ends_.size(), 255));
      ends_.push_back(quotes_[i].span.end);
    }
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::vector<Quote>& quotes_;
  std::vector<MarkUse>& uses_;
  Span paragraph_;
  std::uint32_t first_ = 0;
  std::size_t first_quote_ = 0;
  bool seen_double_ = false;
  std::uint32_t left_open_ = none;  // the quotation that the paragraph before left open
  char32_t left_mark_ = 0;          // and its mark
  std::vector<Open> stack_;
  std::vector<bool> drop_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace

std::vector<MarkUse> pair_quotes(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                 const std::vector<std::uint32_t>& first_token, std::vector<Token>& tokens,
                                 std::vector<Quote>& quotes) {
  std::vector<MarkUse> uses(tokens.size(), MarkUse::unused);
  Pairer pairer(text, tokens, quotes, uses);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    pairer.run(paragraphs[p].span, {first_token[p], first_token[p + 1]},
               p + 1 < paragraphs.size() ? &paragraphs[p + 1] : nullptr);
  }
  return uses;
}

}  // namespace onrecord
