#include "read/markup.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace onrecord {
namespace {

TEST(Markup, KeepsWhatTheTreeNeeds) {
  EXPECT_EQ(clean_markup("<P onclick='x()' CLASS=\"a\">One <b>two</b></P>").html, "<p class=\"a\">One two</p>");
}

TEST(Markup, DropsScriptsStylesAndComments) {
  EXPECT_EQ(clean_markup("a<script>if (a < b) { '</p>' }</script><!-- <p> -->b<style>p{}</style>c").html, "a b c");
}

TEST(Markup, WhatIsNeverClosedSwallowsNothing) {
  EXPECT_EQ(clean_markup("a<svg>b<!-- c>d").html, "abd");
  EXPECT_EQ(clean_markup("<p class=\"a>b").html, "<p class=\"a\">b");
}

TEST(Markup, HandsOutJsonLd) {
  const std::string page = "<script type='application/ld+json'>{\"a\":1}</script><script>x</script>";
  const Markup markup = clean_markup(page);
  ASSERT_EQ(markup.structured.size(), 1u);
  EXPECT_EQ(markup.structured[0], "{\"a\":1}");
}

TEST(Markup, NestingIsBounded) {
  std::string page;
  for (int i = 0; i < 1000; ++i) page += "<div>";
  const std::string html = clean_markup(page + "text").html;
  std::size_t open = 0;
  for (std::size_t at = html.find("<div>"); at != std::string::npos; at = html.find("<div>", at + 1)) ++open;
  EXPECT_EQ(open, deepest_nesting);
  EXPECT_NE(html.find("text"), std::string::npos);
}

TEST(Markup, ABlockEndsAParagraph) { EXPECT_EQ(clean_markup("<p>a<div>b</div>").html, "<p>a</p><div>b</div>"); }

TEST(Markup, ASignIsNoTag) { EXPECT_EQ(clean_markup("a < b <3").html, "a &lt; b &lt;3"); }

}  // namespace
}  // namespace onrecord
