// What must hold for any bytes whatever: reading never fails but by an Error, the stages never fail at all, and what
// they make passes the invariants; the number of threads changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "onrecord/record.h"
#include "pipeline.h"
#include "pipeline_check.h"
#include "read/read.h"
#include "text/text.h"

namespace onrecord {
namespace {

// Words, marks and breaks that news texts are made of, so that made-up texts reach every decider.
const std::vector<std::string> pieces{"Ada Lund",
                                      "Lund",
                                      "she",
                                      "he",
                                      "They",
                                      "the minister",
                                      "a spokesman for the ministry",
                                      "Officials",
                                      " said",
                                      " says",
                                      " told Radio Fjord",
                                      " denied",
                                      " walked back",
                                      " the comments",
                                      " according to",
                                      " claims that ",
                                      "“",
                                      "”",
                                      "\"",
                                      "‘",
                                      "’",
                                      "'",
                                      "«",
                                      "»",
                                      ",",
                                      ".",
                                      ":",
                                      ";",
                                      " — ",
                                      "?",
                                      "!",
                                      "(",
                                      ")",
                                      "...",
                                      "…",
                                      " on Wednesday",
                                      " yesterday",
                                      " last week",
                                      " May 15",
                                      " 2031",
                                      " It was a mistake",
                                      " the bridge will open",
                                      " not",
                                      "U.S.",
                                      " Mr. ",
                                      " that ",
                                      "\n",
                                      "\n\n",
                                      "\r\n",
                                      "\u00a0",
                                      " ",
                                      "  ",
                                      "é",
                                      "日本",
                                      "😀",
                                      "\u200b",
                                      "1,000",
                                      "%",
                                      "LUND:",
                                      "Q:",
                                      "A:",
                                      "OSLO, May 15 (NNB) —",
                                      "By Ada Holm",
                                      "#",
                                      "@lund",
                                      "http://x.example/a?b=c"};

std::string made_up_text() {
  const auto chosen = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
  std::string text;
  for (const std::size_t piece : chosen) text += pieces[piece];
  return text;
}

Record processed(std::string text) {
  Article article;
  article.text = std::move(text);
  article.id = identity(article);
  article.published = Date{2031, 5, 16};
  const auto tagger = make_rule_tagger();
  TagScratch scratch;
  StageTimes times;
  return process(std::move(article), *tagger, scratch, times);
}

TEST(Properties, InvariantsHoldForTextsOfNewsPieces) {
  EXPECT_TRUE(rc::check([] { check(processed(made_up_text())); }));
}

TEST(Properties, InvariantsHoldForAnyCharacters) {
  EXPECT_TRUE(rc::check([] {
    const auto points = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::inRange<char32_t>(0, 0x80), rc::gen::inRange<char32_t>(0x80, 0x2100),
                       rc::gen::inRange<char32_t>(0x2000, 0x2070), rc::gen::inRange<char32_t>(0xe000, 0x10000),
                       rc::gen::inRange<char32_t>(0x10000, 0x110000)));
    std::string text;
    for (const char32_t c : points) append_utf8(text, c);
    RC_ASSERT(first_invalid_utf8(text) == text.size());
    check(processed(text));
  }));
}

TEST(Properties, AnyBytesAreReadOrRefusedInOneLine) {
  EXPECT_TRUE(rc::check([] {
    const auto bytes = *rc::gen::arbitrary<std::string>();
    const std::string name =
        *rc::gen::element<std::string>("a.txt", "a.html", "a.jsonl", "a", "a.txt.gz", "a.jsonl.gz");
    std::size_t given = 0;
    read_bytes(bytes, name, {}, [&](Result<Article>&& result) {
      ++given;
      if (result) {
        RC_ASSERT(first_invalid_utf8(result->text) == result->text.size());
        RC_ASSERT(first_invalid_utf8(result->title) == result->title.size());
      } else {
        RC_ASSERT(to_line(result.error()).find('\n') == std::string::npos);
        RC_ASSERT(!result.error().what.empty());
      }
    });
    RC_ASSERT(given >= 1 || name.find("jsonl") != std::string::npos || bytes.empty());
  }));
}

TEST(Properties, ThreadsChangeNothing) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "onrecord-properties";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "articles.jsonl").string();
  {
    std::ofstream out(path);
    for (int i = 0; i < 60; ++i) {
      out << R"({"id": "a)" << i << R"(", "text": "Ada Lund said the bridge would open in )" << i
          << R"( days. “It will,” she said on Monday."})" << "\n";
      if (i % 7 == 0) out << "no JSON\n";
    }
  }
  const auto tagger = make_rule_tagger();
  const auto run = [&](unsigned threads) {
    std::vector<std::string> seen;
    process_all({path}, {}, *tagger, threads, [&](Result<Record>&& record) {
      std::string line = record ? record->article.id : to_line(record.error());
      if (record) {
        for (const Statement& statement : record->statements) {
          for (const Span span : statement.content) line += " " + std::string(slice(record->article.text, span));
        }
      }
      seen.push_back(line);
    });
    return seen;
  };
  const auto alone = run(1);
  EXPECT_EQ(alone.size(), 69u);
  EXPECT_EQ(run(2), alone);
  EXPECT_EQ(run(5), alone);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace onrecord
