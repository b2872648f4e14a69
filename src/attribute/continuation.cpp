// Quotations that go on: “…,” she said. “…” and those left open from paragraph to paragraph.
#include <algorithm>
#include <iterator>

#include "attribute/draft.h"
#include "text/text.h"

namespace onrecord {

namespace {

// Which statement a quotation or a sentence belongs to, by what it overlaps.
class Owners {
 public:
  Owners(const Segments& segments, const Statements& statements)
      : segments_(segments),
        quote_(segments.quotes.size(), none),
        shared_(segments.quotes.size(), false),
        sentence_(segments.sentences.size(), none),
        cue_sentence_(segments.sentences.size(), false) {
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      for (const Span span : statements[i].content) add(span, i);
      for (const Span span : statements[i].cue) {
        for (const std::uint32_t sentence : sentences_over(span)) {
          // Of several in one sentence the last that quotes, else the last, is the one who goes on.
          const std::uint32_t before = cue_sentence_[sentence] ? sentence_[sentence] : none;
          if (before == none || quotes_someone(statements[i]) || !quotes_someone(statements[before])) {
            sentence_[sentence] = i;
          }
          cue_sentence_[sentence] = true;
        }
      }
    }
  }

  void add(Span span, std::uint32_t statement) {
    auto quote =
        std::ranges::lower_bound(segments_.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
    while (quote != segments_.quotes.begin() && std::prev(quote)->span.end > span.begin) --quote;
    for (; quote != segments_.quotes.end() && quote->span.begin < span.end; ++quote) {
      if (!quote->span.overlaps(span)) continue;
      std::uint32_t& owner = quote_[static_cast<std::size_t>(quote - segments_.quotes.begin())];
      if (owner != none && owner != statement)
        shared_[static_cast<std::size_t>(quote - segments_.quotes.begin())] = true;
      owner = statement;
    }
    for (const std::uint32_t sentence : sentences_over(span)) {
      if (!cue_sentence_[sentence]) sentence_[sentence] = statement;
    }
  }

  bool is_shared(std::size_t quote) const { return shared_[quote]; }
  std::uint32_t of_quote(std::size_t quote) const { return quote_[quote]; }
  std::uint32_t of_sentence(std::size_t sentence) const { return sentence_[sentence]; }

  // Whether any of its content is in quotation marks.
  bool quotes_someone(const Statement& statement) const {
    return std::ranges::any_of(statement.content, [&](Span span) {
      const auto next =
          std::ranges::lower_bound(segments_.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
      return next != segments_.quotes.end() && next->span.begin < span.end;
    });
  }

 private:
  std::vector<std::uint32_t> sentences_over(Span span) const {
    std::vector<std::uint32_t> result;
    auto at =
        std::ranges::upper_bound(segments_.sentences, span.begin, {}, [](const Sentence& s) { return s.span.end; });
    for (; at != segments_.sentences.end() && at->span.begin < span.end; ++at) {
      result.push_back(static_cast<std::uint32_t>(at - segments_.sentences.begin()));
    }
    return result;
  }

  const Segments& segments_;
  std::vector<std::uint32_t> quote_;
  std::vector<bool> shared_;  // by several statements
  std::vector<std::uint32_t> sentence_;
  std::vector<bool> cue_sentence_;
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

}  // namespace

void continue_quotes(const Article& article, const Segments& segments, Statements& statements) {
  Owners owners(segments, statements);
  const auto give = [&](Span span, std::uint32_t to) {
    Statement& statement = statements[to];
    statement.content.push_back(span);
    statement.content = fitted(article.text, std::move(statement.content));
    owners.add(span, to);
  };
  const auto& quotes = segments.quotes;
  // What somebody is quoted with in part, from or up to a mark, is that one's as a whole.
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const std::uint32_t owner = owners.of_quote(i);
    if (quotes[i].depth > 0 || !quotes[i].closed || owner == none || owners.is_shared(i)) continue;
    const bool at_an_end = std::ranges::any_of(statements[owner].content, [&](Span span) {
      return (span.begin <= quotes[i].span.begin && span.end > quotes[i].inside.begin) ||
             (span.end >= quotes[i].span.end && span.begin < quotes[i].inside.end);
    });
    if (at_an_end && !has_cue_inside(statements[owner], quotes[i].span)) give(quotes[i].span, owner);
  }
  // Over paragraphs, backwards: the part that names the speaker may come last.
  for (std::size_t i = quotes.size(); i-- > 0;) {
    const std::uint32_t before = quotes[i].continues;
    if (before == none || before >= i || owners.of_quote(i) == none || owners.of_quote(before) != none) continue;
    if (has_cue_inside(statements[owners.of_quote(i)], quotes[i].span)) continue;
    give(quotes[before].span, owners.of_quote(i));
  }
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].depth > 0 || owners.of_quote(i) != none) continue;
    const std::uint32_t before = quotes[i].continues;
    if (before != none && before < i && owners.of_quote(before) != none) {
      const std::uint32_t owner = owners.of_quote(before);
      if (!has_cue_inside(statements[owner], quotes[before].span)) give(quotes[i].span, owner);
      continue;
    }
    // In a sentence of its own behind one that quotes the same speaker.
    while (sentence < segments.sentences.size() && segments.sentences[sentence].span.end <= quotes[i].span.begin)
      ++sentence;
    if (sentence == 0 || sentence >= segments.sentences.size()) continue;
    const Sentence& own = segments.sentences[sentence];
    if (own.span.begin != quotes[i].span.begin || !quotes[i].span.contains(own.span)) continue;
    if (owners.of_sentence(sentence) != none) continue;
    // In a paragraph of its own only where it is all of that.
    const bool same = segments.sentences[sentence - 1].paragraph == own.paragraph;
    if (!same && !is_long_paragraph(article.text, quotes[i], segments.paragraphs[own.paragraph])) continue;
    const std::uint32_t owner = owners.of_sentence(sentence - 1);
    if (owner == none || !statements[owner].communicated || statements[owner].polarity == Polarity::declined) continue;
    if (!same && !owners.quotes_someone(statements[owner])) continue;
    give(quotes[i].span, owner);
  }
}

}  // namespace onrecord
