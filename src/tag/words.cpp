#include "tag/words.h"

#include "tag/characters.h"
#include "text/text.h"

namespace onrecord::model {

namespace {

// Counts of the letters of the word being read.
struct LetterCount {
  std::uint32_t upper = 0, lower = 0;
  bool first_is_upper = false;

  void add(char32_t c) {
    if (is_upper(c)) {
      if (upper + lower == 0) first_is_upper = true;
      ++upper;
    } else if (is_lower(c)) {
      ++lower;
    }
  }
  Letters letters() const {
    if (upper + lower == 0) return Letters::none;
    if (upper == 0) return Letters::lower;
    if (lower == 0 && upper >= 2) return Letters::upper;
    return upper == 1 && first_is_upper ? Letters::initial : Letters::mixed;
  }
};

class Splitter {
 public:
  Splitter(const Vocabulary& vocabulary, Words& out) : vocabulary_(vocabulary), out_(out) {
    out.words.clear();
    out.pieces.clear();
  }

  void take(char32_t c, Span span) {
    const CharacterKind kind = kind_of(c);
    if (kind == CharacterKind::dropped) return;
    if (kind != CharacterKind::letter) close();
    if (kind == CharacterKind::space) {
      if (c == U'\n' || c == U'\r') {
        fresh_ = true;
        inside_ = false;
      }
      return;
    }
    if (!open_) {
      open_ = true;
      span_ = span;
      quotation_ = inside_ ? Quotation::inside : Quotation::outside;
      count_ = {};
      out_.plain.clear();
    }
    span_.end = span.end;
    append_plain(c, kind, out_.plain);
    if (kind == CharacterKind::single) {
      mark(c);
      close();
    } else {
      count_.add(c);
    }
  }

  void close() {
    if (!open_) return;
    open_ = false;
    const auto first = static_cast<std::uint32_t>(out_.pieces.size());
    const std::uint32_t pieces = vocabulary_.append_pieces(out_.plain, out_.pieces);
    out_.words.push_back({span_, first, pieces, count_.letters(), quotation_, fresh_});
    fresh_ = false;
  }

 private:
  void mark(char32_t c) {
    const bool opens = c == U'\u201C' || c == U'\u00AB';
    const bool closes = c == U'\u201D' || c == U'\u00BB';
    if (!opens && !closes && c != U'"') return;
    quotation_ = Quotation::mark;
    inside_ = opens || (!closes && !inside_);
  }

  const Vocabulary& vocabulary_;
  Words& out_;
  Span span_;
  LetterCount count_;
  Quotation quotation_ = Quotation::outside;
  bool open_ = false;    // a word is being read
  bool fresh_ = true;    // the next word starts a paragraph
  bool inside_ = false;  // double quotation marks
};

}  // namespace

void split_words(std::string_view text, const Vocabulary& vocabulary, Words& out) {
  Splitter splitter(vocabulary, out);
  const std::vector<Span> soft = soft_line_ends(text);
  auto next_soft = soft.begin();
  for (std::size_t at = 0; at < text.size();) {
    if (next_soft != soft.end() && at == next_soft->begin) {
      splitter.take(U' ', *next_soft);
      at = (next_soft++)->end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const auto begin = static_cast<std::uint32_t>(at);
    at += point.bytes;
    splitter.take(point.value, {begin, static_cast<std::uint32_t>(at)});
  }
  splitter.close();
}

}  // namespace onrecord::model
