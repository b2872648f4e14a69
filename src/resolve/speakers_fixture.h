// For the tests of whom sources mean: an article whose statements are marked by hand.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "resolve/resolve.h"
#include "segment/segment.h"

namespace onrecord {

// An article whose statements are marked by their source and cue; what follows the cue to the sentence's end is
// content.
class Speakers : public testing::Test {
 public:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

 protected:
  void read(const std::string& text) { article_.text = text; }

  // The first `source` followed by `cue` at or behind `from`; statements are added in their order.
  void say(const std::string& source, const std::string& cue) {
    const std::string both = source.empty() ? cue : source + " " + cue;
    const std::size_t begin = article_.text.find(both, from_);
    ASSERT_NE(begin, std::string::npos) << both;
    const std::size_t end = begin + both.size();
    Statement statement;
    if (!source.empty()) statement.source.push_back(span(begin, begin + source.size()));
    statement.cue.push_back(span(end - cue.size(), end));
    const std::size_t stop = std::min(article_.text.find('.', end), article_.text.size());
    if (stop > end + 1) statement.content.push_back(span(end + 1, stop));
    statement.decision = {"test", 1.0f};
    statements_.push_back(statement);
    from_ = end;
  }

  void resolve_all() { resolution_ = resolve(article_, segment(article_), tags_, statements_); }

  std::string name(std::size_t statement) const {
    const std::uint32_t speaker = resolution_.statements.at(statement).speaker;
    return speaker == none ? "" : resolution_.speakers[speaker].name;
  }
  SpeakerKind kind(std::size_t statement) const {
    return resolution_.speakers.at(resolution_.statements.at(statement).speaker).kind;
  }

  Article article_;
  Tags tags_;
  Statements statements_;
  Resolution resolution_;
  std::size_t from_ = 0;
};

// A text of which one statement is resolved.
class OneSpeaker : public testing::Test {
 protected:
  // Who says what stands behind the last `source` that "said" follows.
  static Speaker who(const std::string& text, const std::string& source) {
    Article article;
    article.text = text;
    const std::size_t begin = text.rfind(source + " said");
    EXPECT_NE(begin, std::string::npos) << source;
    const std::size_t cue = begin + source.size() + 1;
    Statement statement;
    statement.source.push_back(Speakers::span(begin, cue - 1));
    statement.cue.push_back(Speakers::span(cue, cue + 4));
    statement.content.push_back(Speakers::span(cue + 5, text.find('.', cue)));
    statement.decision = {"test", 1.0f};
    const Resolution resolution = resolve(article, segment(article), {}, {statement});
    const std::uint32_t speaker = resolution.statements[0].speaker;
    return speaker == none ? Speaker{} : resolution.speakers[speaker];
  }
};

}  // namespace onrecord
