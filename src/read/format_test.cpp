#include "read/format.h"

#include <gtest/gtest.h>

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
  EXPECT_EQ(detect_format("-", "<sigh> The bridge"), Format::plain_text);
}

}  // namespace
}  // namespace onrecord
