// Quotations that go on: “…,” she said. “…” and those left open from paragraph to paragraph.
#include <algorithm>
#include <iterator>

#include "attribute/draft.h"
#include "text/text.h"

namespace onrecord {

namespace {

// Which statement a sentence or an outermost quotation belongs to, by what it overlaps.
class Owners {
 public:
  Owners(const Segments& segments, const Statements& statements)
      : segments_(segments), quotes_(segments.quotes.size()), sentences_(segments.sentences.size()) {
    for (std::uint32_t i = 0; i < segments.quotes.size(); ++i) {
      if (segments.quotes[i].depth == 0) outermost_.push_back(i);
    }
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      for (const Span span : statements[i].content) add(span, i);
    }
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      for (const Span cue : statements[i].cue) add_cue(cue, i, statements);
    }
  }

  void add(Span span, std::uint32_t statement) {
    auto at = std::ranges::upper_bound(outermost_, span.begin, {}, [&](std::uint32_t i) { return end_of(i); });
    for (; at != outermost_.end() && segments_.quotes[*at].span.begin < span.end; ++at) {
      const Quote& quote = segments_.quotes[*at];
      Owned& owned = quotes_[*at];
      owned.shared = owned.shared || (owned.by != none && owned.by != statement);
      owned.by = statement;
      owned.up_to_a_mark = owned.up_to_a_mark || (span.begin <= quote.span.begin && span.end > quote.inside.begin) ||
                           (span.end >= quote.span.end && span.begin < quote.inside.end);
    }
    for_sentences_over(span, [&](Owned& owned) {
      if (!owned.has_cue) owned.by = statement;
    });
  }

  std::uint32_t of_quote(std::size_t quote) const { return quotes_[quote].by; }
  std::uint32_t of_sentence(std::size_t sentence) const { return sentences_[sentence].by; }
  // A quotation of which a part, from one of its marks, is tagged as one statement's.
  bool is_begun(std::size_t quote) const {
    return quotes_[quote].by != none && !quotes_[quote].shared && quotes_[quote].up_to_a_mark;
  }

  // Whether a quotation opens in any of its content.
  bool quotes_someone(const Statement& statement) const {
    return std::ranges::any_of(statement.content, [&](Span span) {
      const auto next =
          std::ranges::lower_bound(segments_.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
      return next != segments_.quotes.end() && next->span.begin < span.end;
    });
  }

 private:
  struct Owned {
    std::uint32_t by = none;
    bool shared = false;  // by several statements
    bool up_to_a_mark = false;
    bool has_cue = false;  // a sentence in which the owner's cue stands
  };

  std::uint32_t end_of(std::uint32_t quote) const { return segments_.quotes[quote].span.end; }

  void add_cue(Span cue, std::uint32_t statement, const Statements& statements) {
    for_sentences_over(cue, [&](Owned& owned) {
      // Of several in one sentence the last that quotes, else the last, is the one who goes on.
      if (!owned.has_cue || quotes_someone(statements[statement]) || !quotes_someone(statements[owned.by])) {
        owned.by = statement;
      }
      owned.has_cue = true;
    });
  }

  template <class Do>
  void for_sentences_over(Span span, const Do& act) {
    auto at =
        std::ranges::upper_bound(segments_.sentences, span.begin, {}, [](const Sentence& s) { return s.span.end; });
    for (; at != segments_.sentences.end() && at->span.begin < span.end; ++at) {
      act(sentences_[static_cast<std::size_t>(at - segments_.sentences.begin())]);
    }
  }

  const Segments& segments_;
  std::vector<std::uint32_t> outermost_;  // quotations of depth 0; they do not overlap
  std::vector<Owned> quotes_;
  std::vector<Owned> sentences_;
};

// A paragraph that is a quotation as a whole, and no cross-heading in quotation marks.
bool is_long_paragraph(std::string_view text, const Quote& quote, const Paragraph& paragraph) {
  constexpr std::uint32_t shortest = 40;  // bytes
  const std::string_view mark = slice(text, {quote.span.begin, quote.inside.begin});
  return quote.closed && quote.span.contains(paragraph.span) && quote.span.size() >= shortest && mark != "'" &&
         mark != "‘";
}

// A transcript that is quoted as a whole: the label stands inside the quotation, and the next one is somebody else's.
bool has_cue_inside(const Statement& statement, Span quote) {
  return std::ranges::any_of(statement.cue, [quote](Span cue) { return quote.contains(cue); });
}

class Continuer {
 public:
  Continuer(const Article& article, const Segments& segments, Statements& statements)
      : text_(article.text), segments_(segments), statements_(statements), owners_(segments, statements) {}

  // What somebody is quoted with in part, from or up to a mark, is that one's as a whole.
  void complete() {
    for (std::uint32_t i = 0; i < segments_.quotes.size(); ++i) {
      const Quote& quote = segments_.quotes[i];
      if (quote.depth > 0 || !quote.closed || !owners_.is_begun(i)) continue;
      give_unless_inside(i, i);
    }
  }

  // Over paragraphs, backwards: the part that names the speaker may come last.
  void backwards() {
    for (std::uint32_t i = static_cast<std::uint32_t>(segments_.quotes.size()); i-- > 0;) {
      const std::uint32_t before = segments_.quotes[i].continues;
      if (before == none || before >= i || owners_.of_quote(i) == none || owners_.of_quote(before) != none) continue;
      give_unless_inside(before, i);
    }
  }

  void forwards() {
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < segments_.quotes.size(); ++i) {
      const Quote& quote = segments_.quotes[i];
      if (quote.depth > 0 || owners_.of_quote(i) != none) continue;
      if (quote.continues != none && quote.continues < i && owners_.of_quote(quote.continues) != none) {
        give_unless_inside(i, quote.continues);
        continue;
      }
      while (sentence < segments_.sentences.size() && segments_.sentences[sentence].span.end <= quote.span.begin) {
        ++sentence;
      }
      if (follows_its_speaker(quote, sentence)) give(i, owners_.of_sentence(sentence - 1));
    }
  }

  void finish() {
    for (Statement& statement : statements_) statement.content = fitted(text_, std::move(statement.content));
  }

 private:
  // Whether `quote` is `sentence`, without a cue of its own, behind one that attributes.
  bool follows_its_speaker(const Quote& quote, std::uint32_t sentence) const {
    if (sentence == 0 || sentence >= segments_.sentences.size()) return false;
    const Sentence& own = segments_.sentences[sentence];
    if (own.span.begin != quote.span.begin || !quote.span.contains(own.span)) return false;
    if (owners_.of_sentence(sentence) != none) return false;
    const std::uint32_t owner = owners_.of_sentence(sentence - 1);
    if (owner == none) return false;
    const Statement& statement = statements_[owner];
    if (!statement.communicated || statement.polarity == Polarity::declined) return false;
    // In a paragraph of its own only where it is all of that.
    return segments_.sentences[sentence - 1].paragraph == own.paragraph ||
           (is_long_paragraph(text_, quote, segments_.paragraphs[own.paragraph]) && owners_.quotes_someone(statement));
  }

  // Gives quotation `to_give` to the owner of quotation `owned`, unless that one's cue stands inside what it owns.
  void give_unless_inside(std::uint32_t to_give, std::uint32_t owned) {
    const std::uint32_t owner = owners_.of_quote(owned);
    if (!has_cue_inside(statements_[owner], segments_.quotes[owned].span)) give(to_give, owner);
  }

  void give(std::uint32_t quote, std::uint32_t owner) {
    statements_[owner].content.push_back(segments_.quotes[quote].span);
    owners_.add(segments_.quotes[quote].span, owner);
  }

  std::string_view text_;
  const Segments& segments_;
  Statements& statements_;
  Owners owners_;
};

}  // namespace

void continue_quotes(const Article& article, const Segments& segments, Statements& statements) {
  Continuer continuer(article, segments, statements);
  continuer.complete();
  continuer.backwards();
  continuer.forwards();
  continuer.finish();
}

}  // namespace onrecord
