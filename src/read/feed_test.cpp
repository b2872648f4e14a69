#include "read/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

using testing::ElementsAre;

std::vector<std::string> links(const Feed& feed) {
  std::vector<std::string> all;
  for (const FeedItem& item : feed.items) all.push_back(item.link);
  return all;
}

TEST(Feed, RssItemsAreLinksOrPermanentIds) {
  const Feed feed = read_feed(
      "<?xml version='1.0'?><rss version='2.0'><channel><link>https://fjord.example/</link>"
      "<item><title>One</title><link> https://fjord.example/1 </link><guid>x</guid></item>"
      "<item><guid>https://fjord.example/2</guid></item><item><guid isPermaLink='false'>3</guid></item>"
      "</channel></rss>");
  EXPECT_TRUE(feed.is_feed);
  EXPECT_FALSE(feed.damaged);
  EXPECT_THAT(links(feed), ElementsAre("https://fjord.example/1", "https://fjord.example/2"));
}

TEST(Feed, AtomEntriesAreTheirAlternateLinks) {
  const Feed feed = read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://fjord.example/news/'><entry>"
      "<link rel='self' href='/self'/><link rel='alternate' href='one'/><title type='xhtml'><div>One</div></title>"
      "</entry></feed>");
  EXPECT_EQ(feed.base, "https://fjord.example/news/");
  EXPECT_THAT(links(feed), ElementsAre("one"));
}

TEST(Feed, RdfItemsStandBesideTheChannel) {
  EXPECT_THAT(links(read_feed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/"
                              "rss/1.0/'><channel/><item><link>https://fjord.example/1</link></item></rdf:RDF>")),
              ElementsAre("https://fjord.example/1"));
}

TEST(Feed, ABareAmpersandIsOneAndEndsNothing) {
  EXPECT_THAT(
      links(read_feed("<rss><!-- a & b --><item><link>https://fjord.example/?id=1&page=2&amp;x=3&#38;y</link></item>"
                      "<item><title>A & B</title><link><![CDATA[https://fjord.example/?a=1&b=2]]></link></item>"
                      "<item><link>https://fjord.example/?q=&</link></item></rss>")),
      ElementsAre("https://fjord.example/?id=1&page=2&x=3&y", "https://fjord.example/?a=1&b=2",
                  "https://fjord.example/?q=&"));
}

TEST(Feed, TheStampIsOfWhatTheFeedTellsOfThePage) {
  const auto stamp = [](const std::string& told) {
    return read_feed("<rss><item><link>/1</link>" + told + "</item></rss>").items.at(0).stamp;
  };
  EXPECT_EQ(stamp("<title>Bridge</title>"), stamp("<title> Bridge\n</title><comments>17</comments>"));
  EXPECT_NE(stamp("<title>Bridge</title>"), stamp("<title>Bridge late</title>"));
  EXPECT_NE(stamp("<pubDate>Monday</pubDate>"), stamp("<pubDate>Tuesday</pubDate>"));
}

TEST(Feed, AnItemsDayIsThatOfPublicationElseOfItsLastChange) {
  const auto day = [](const std::string& told) {
    return read_feed("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><item><link>/1</link>" + told + "</item></rss>")
        .items.at(0)
        .published;
  };
  const Date wanted{2031, 5, 15};
  EXPECT_EQ(day("<pubDate>Thu, 15 May 2031 23:30:00 -0500</pubDate>"), wanted);
  EXPECT_EQ(day("<dc:date>2031-05-15</dc:date>"), wanted);
  EXPECT_EQ(day("<updated>2031-05-16T08:00:00Z</updated><published>2031-05-15T08:00:00Z</published>"), wanted);
  EXPECT_EQ(day("<updated>2031-05-15T08:00:00Z</updated>"), wanted);
}

TEST(Feed, AnItemWithoutAFullDayHasNone) {
  const auto day = [](const std::string& told) {
    return read_feed("<rss xmlns:event='urn:event'><item><link>/1</link>" + told + "</item></rss>")
        .items.at(0)
        .published;
  };
  EXPECT_EQ(day("<title>Bridge opens on 15 May 2031</title>"), std::nullopt);
  EXPECT_EQ(day("<pubDate>May 2031</pubDate>"), std::nullopt);
  EXPECT_EQ(day("<pubDate>0001-01-01T00:00:00Z</pubDate>"), std::nullopt);  // what some programs write for none
  EXPECT_EQ(day("<event:date>2031-06-01</event:date>"), std::nullopt);
}

TEST(Feed, WhatABrokenOneStillTellsIsKept) {
  const Feed cut =
      read_feed("\n<rss><channel><item><link>/1</link></item><item><title>R & D &nbsp;</title><link>/2</link>");
  EXPECT_TRUE(cut.damaged);
  EXPECT_THAT(links(cut), ElementsAre("/1", "/2"));
  EXPECT_FALSE(read_feed("<html><body>Not found</body></html>").is_feed);
  EXPECT_FALSE(read_feed("").is_feed);
}

TEST(Feed, EntitiesOfItsOwnAreNotBuiltUp) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaa'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  const Feed feed = read_feed(bomb + "]><rss><item><title>&a11;</title><link>/1</link></item></rss>");
  EXPECT_LE(feed.items.size(), 1u);
}

}  // namespace
}  // namespace onrecord
