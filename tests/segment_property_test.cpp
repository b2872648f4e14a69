// Whatever the text, `segment` keeps the invariants of its arrays, and every character but white space is in one token.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "pipeline_check.h"
#include "segment/segment.h"
#include "text/text.h"

namespace onrecord {
namespace {

rc::Gen<std::string> texts() {
  const auto piece = rc::gen::element<std::string>(
      "“", "”", "\"", "'", "’", "‘", "''", "``", "«", "»", "„", "s", "Lund", "said", "U.S.", "Mr.", ".", "...", "…",
      "!", "?", ",", " ", " ", " ", "\n", "\n", "—", "-", "(", ")", "12", "3.5", "é", "Ø", "日", "n't", "’s",
      "http://x.y/z", "@a", "\xc2\xa0", "😀", "\xe2\x80\x8b", ":", "&", "\r\n", "i");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& p : pieces) text += p;
    return text;
  });
}

RC_GTEST_PROP(SegmentProperty, KeepsItsInvariants, ()) {
  Article article;
  article.text = *texts();
  const Segments segments = segment(article);
  check(article, segments);
  std::string left;
  std::size_t at = 0;
  for (const Token& token : segments.tokens) {
    left += article.text.substr(at, token.span.begin - at);
    at = token.span.end;
  }
  left += article.text.substr(at);
  RC_ASSERT(trim(left, {0, static_cast<std::uint32_t>(left.size())}).empty());
}

RC_GTEST_PROP(SegmentProperty, NestsItsQuotes, ()) {
  Article article;
  article.text = *texts();
  const Segments segments = segment(article);
  for (std::size_t i = 1; i < segments.quotes.size(); ++i) {
    const Span before = segments.quotes[i - 1].span;
    const Span span = segments.quotes[i].span;
    RC_ASSERT(before.begin < span.begin);
    RC_ASSERT(before.contains(span) || !before.overlaps(span));
  }
}

}  // namespace
}  // namespace onrecord
