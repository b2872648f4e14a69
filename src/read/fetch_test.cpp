// Addresses and robots.txt; what goes over a network is tried by tests/follow.
#include "read/fetch.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(ResolveAddress, MakesLinksAbsoluteAndDropsWhatOnlyCountsVisitors) {
  const std::string base = "https://fjord.example/news/feed.xml";
  EXPECT_EQ(resolve_address(base, "/1"), "https://fjord.example/1");
  EXPECT_EQ(resolve_address(base, "1?utm_source=rss&id=7&UTM_medium=x#top"), "https://fjord.example/news/1?id=7");
  EXPECT_EQ(resolve_address(base, "http://havn.example/a?utm_source=rss"), "http://havn.example/a");
  EXPECT_EQ(resolve_address(base, "javascript:alert(1)"), std::nullopt);
  EXPECT_EQ(resolve_address(base, "file:///etc/passwd"), std::nullopt);
  EXPECT_EQ(resolve_address("no address", "neither"), std::nullopt);
}

TEST(HostOf, IsSchemeHostAndPort) {
  EXPECT_EQ(host_of("https://fjord.example:8443/a?b"), "https://fjord.example:8443");
  EXPECT_EQ(host_of("fjord"), host_of("fjord"));
}

bool allowed(std::string_view text, std::string_view path) { return Robots::parse(text, "onrecord").allows(path); }

TEST(Robots, TheLongestRuleDecides) {
  constexpr std::string_view text = "User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow:\n";
  EXPECT_FALSE(allowed(text, "/news/1"));
  EXPECT_TRUE(allowed(text, "/news/open/1"));
  EXPECT_TRUE(allowed(text, "/sport"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /a\nAllow: /a", "/a"));
  EXPECT_TRUE(allowed("\xff\xfe any bytes", "/a"));
}

TEST(Robots, AGroupThatNamesUsWinsOverTheOneForAll) {
  constexpr std::string_view text =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: OnRecord/1.0\nCrawl-delay: 2.5\nDisallow: /private";
  EXPECT_TRUE(allowed(text, "/news"));
  EXPECT_FALSE(allowed(text, "/private/1"));
  EXPECT_EQ(Robots::parse(text, "onrecord").delay(), 2.5);
}

TEST(Robots, StarsAndTheEndAreUnderstood) {
  constexpr std::string_view text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*b*c";
  EXPECT_FALSE(allowed(text, "/x/y.pdf"));
  EXPECT_TRUE(allowed(text, "/x/y.pdf?page=2"));
  EXPECT_FALSE(allowed(text, "/a--b--c--"));
  EXPECT_TRUE(allowed(text, "/a--c--b"));
}

TEST(Robots, ACharacterThatBreaksOffIsNoHarm) {
  const std::string text = "User-agent: *\nDisallow: \xf0";  // on the heap, so that sanitizers see its end
  EXPECT_TRUE(allowed(text, "/a"));
}

TEST(Robots, ForbidAllLeavesItselfReadable) {
  EXPECT_FALSE(Robots::forbid_all().allows("/"));
  EXPECT_TRUE(Robots::forbid_all().allows("/robots.txt"));
}

}  // namespace
}  // namespace onrecord
