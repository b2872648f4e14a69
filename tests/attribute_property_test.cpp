// Whatever tags and links come in, `attribute` gives statements that keep the invariants; and the same ones again.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "attribute/attribute.h"
#include "pipeline_check.h"
#include "segment/segment.h"
#include "tag/tag.h"

namespace onrecord {
namespace {

rc::Gen<std::string> texts() {
  const auto piece =
      rc::gen::element<std::string>("“", "”", "\"", "'", "’", "‘", "Lund", "said", "that", "it", "denied", ".", ",",
                                    " ", " ", " ", "\n", "—", "é", "日", ":", "not", "declined", "to comment");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text = "Moe ";
    for (const std::string& p : pieces) text += p;
    return text;
  });
}

// Tags between any two token ends, of any role, overlapping as they like, and links between any two of them.
Tags tags_over(const Segments& segments) {
  Tags tags;
  const auto size = static_cast<std::uint32_t>(segments.tokens.size());
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    const auto first = *rc::gen::inRange(0u, size);
    const auto last = *rc::gen::inRange(first, std::min(size, first + 20));
    const auto role = static_cast<TagRole>(*rc::gen::inRange(0, 4));
    const auto score = static_cast<float>(*rc::gen::inRange(0, 101)) / 100.0f;
    tags.tags.push_back(
        {role, {segments.tokens[first].span.begin, segments.tokens[last].span.end}, score, score, "made-up"});
  }
  if (!tags.tags.empty()) {
    const auto links = *rc::gen::inRange(0, 16);
    for (int i = 0; i < links; ++i) {
      const auto any = rc::gen::inRange(0u, static_cast<std::uint32_t>(tags.tags.size()));
      tags.links.push_back({*any, *any, static_cast<float>(*rc::gen::inRange(0, 101)) / 100.0f});
    }
  }
  return tags;
}

RC_GTEST_PROP(AttributeProperty, KeepsTheInvariantsOfStatements, ()) {
  Article article;
  article.text = *texts();
  const Segments segments = segment(article);
  const Tags tags = tags_over(segments);
  const Statements statements = attribute(article, segments, tags);
  check(article, statements);
  const auto first = [](const Statement& s) {
    std::uint32_t at = none;
    for (const auto* spans : {&s.content, &s.cue, &s.source}) {
      if (!spans->empty()) at = std::min(at, spans->front().begin);
    }
    return at;
  };
  for (std::size_t i = 1; i < statements.size(); ++i) RC_ASSERT(first(statements[i - 1]) <= first(statements[i]));
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::size_t steps = 0;
    for (std::uint32_t at = statements[i].within; at != none; at = statements[at].within) {
      RC_ASSERT(++steps <= statements.size());
    }
  }
}

RC_GTEST_PROP(RuleTaggerProperty, GivesTagsAndStatementsThatHold, ()) {
  Article article;
  article.text = *texts();
  const Segments segments = segment(article);
  TagScratch scratch;
  const Tags tags = make_rule_tagger()->tag(article, segments, scratch);
  check(article, tags);
  check(article, attribute(article, segments, tags));
}

}  // namespace
}  // namespace onrecord
