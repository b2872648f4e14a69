#include "read/format.h"

#include <gtest/gtest.h>

#include "read/foreign.h"

namespace onrecord {
namespace {

TEST(Format, TheNameDecides) {
  EXPECT_EQ(detect_format("a.TXT", "<html>"), Format::plain_text);
  EXPECT_EQ(detect_format("a.html.gz", "{\"text\":1}"), Format::html);
  EXPECT_EQ(detect_format("a.jsonl", "text"), Format::json_lines);
}

TEST(Format, WhereTheNameDoesNotTheContentDoes) {
  EXPECT_EQ(detect_format("-", " \n{ \"text\": \"\"}"), Format::json_lines);
  EXPECT_EQ(detect_format("a.json", "{\n  \"text\": \"\"\n}"), Format::json_document);
  EXPECT_EQ(detect_format("page", "\xef\xbb\xbf<!-- x --><!DOCTYPE html>"), Format::html);
  EXPECT_EQ(detect_format("a.pdf", "%PDF-1.7"), Format::unsupported);
  EXPECT_EQ(detect_format("feed", "<?xml version=\"1.0\"?><rss>"), Format::unsupported);
  EXPECT_EQ(detect_format("-", "{bridge} is late"), Format::plain_text);
  EXPECT_EQ(detect_format("a.json", "[{\"text\": \"\"}]"), Format::json_array);
  EXPECT_EQ(detect_format("a.jsonl", "\xef\xbb\xbf\n[ {\n\"text\": \"\"}]"), Format::json_array);
  EXPECT_EQ(detect_format("a.json", "[]\n"), Format::json_array);
  EXPECT_EQ(detect_format("-", "[Editor's note] {sic} The bridge"), Format::plain_text);
  EXPECT_EQ(detect_format("-", std::string_view("<\0h\0t\0m\0l\0>\0", 12)), Format::html);
  EXPECT_EQ(detect_format("-", "<sigh> The bridge"), Format::plain_text);
}

TEST(Format, WhatHoldsNoArticleIsKnownWhateverItsName) {
  const auto what = [](std::string_view head) { return foreign_kind(head).value_or(ForeignKind{}).what; };
  EXPECT_EQ(detect_format("a.txt", "%PDF-1.7"), Format::unsupported);
  EXPECT_EQ(what("%PDF-1.7\n"), "is a PDF");
  EXPECT_EQ(what("PK\x03\x04..word/document.xml"), "is an office document or a ZIP archive");
  EXPECT_EQ(what(std::string_view("SQLite format 3\0..", 18)), "is a database (SQLite)");
  EXPECT_EQ(
      what("From: Ada Lund <ada@post.example>\r\nTo: desk\r\nMIME-Version: 1.0\r\nSubject: Bridge\r\n\r\nThe bridge"),
      "is an e-mail with its headers");
  EXPECT_EQ(what("From Lund: nothing new.\nTo us: a joke.\n"), "");
  EXPECT_EQ(what("Sundvik: the bridge is late.\n\nFrom: Ada Lund"), "");
  EXPECT_EQ(what("<?xml version=\"1.0\"?>\n<!-- made -->\n<rss version=\"2.0\"><channel><title>News"),
            "is a feed, which names articles and seldom holds them");
  EXPECT_EQ(what("<feed xmlns=\"http://www.w3.org/2005/Atom\">"),
            "is a feed, which names articles and seldom holds them");
  EXPECT_EQ(what("<!DOCTYPE html><html><head><title>rss <rss"), "");
  EXPECT_EQ(what("ID3 tags and BZh files are the bridge's business."), "");
  EXPECT_EQ(what(""), "");
}

}  // namespace
}  // namespace onrecord
