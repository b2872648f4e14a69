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
        sentence_(segments.sentences.size(), none),
        cue_sentence_(segments.sentences.size(), false) {
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      for (const Span span : statements[i].content) add(span, i);
      for (const Span span : statements[i].cue) {
        for (const std::uint32_t sentence : sentences_over(span)) {
          sentence_[sentence] = i;
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
      if (quote->span.overlaps(span)) quote_[static_cast<std::size_t>(quote - segments_.quotes.begin())] = statement;
    }
    for (const std::uint32_t sentence : sentences_over(span)) {
      if (!cue_sentence_[sentence]) sentence_[sentence] = statement;
    }
  }

  std::uint32_t of_quote(std::size_t quote) const { return quote_[quote]; }
  std::uint32_t of_sentence(std::size_t sentence) const { return sentence_[sentence]; }

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
  std::vector<std::uint32_t> sentence_;
  std::vector<bool> cue_sentence_;
};

bool is_quoted(const Segments& segments, const Statement& statement) {
  return std::ranges::any_of(statement.content, [&](Span span) {
    const auto next =
        std::ranges::lower_bound(segments.quotes, span.begin, {}, [](const Quote& q) { return q.span.begin; });
    return next != segments.quotes.end() && next->span.begin < span.end && next->span.end - next->span.begin > 24;
  });
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
  // Over paragraphs, backwards: the part that names the speaker may come last.
  for (std::size_t i = quotes.size(); i-- > 0;) {
    const std::uint32_t before = quotes[i].continues;
    if (before == none || before >= i || owners.of_quote(i) == none || owners.of_quote(before) != none) continue;
    give(quotes[before].span, owners.of_quote(i));
  }
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].depth > 0 || owners.of_quote(i) != none) continue;
    const std::uint32_t before = quotes[i].continues;
    if (before != none && before < i && owners.of_quote(before) != none) {
      give(quotes[i].span, owners.of_quote(before));
      continue;
    }
    // In a sentence of its own behind one that quotes the same speaker.
    while (sentence < segments.sentences.size() && segments.sentences[sentence].span.end <= quotes[i].span.begin)
      ++sentence;
    if (sentence == 0 || sentence >= segments.sentences.size()) continue;
    const Sentence& own = segments.sentences[sentence];
    if (own.span.begin != quotes[i].span.begin || !quotes[i].span.contains(own.span)) continue;
    if (owners.of_sentence(sentence) != none || segments.sentences[sentence - 1].paragraph != own.paragraph) continue;
    const std::uint32_t owner = owners.of_sentence(sentence - 1);
    if (owner == none || !is_quoted(segments, statements[owner])) continue;
    // What stands between the statement and the quotation is at most its cue.
    give(quotes[i].span, owner);
  }
}

}  // namespace onrecord
