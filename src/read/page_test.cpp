#include "read/page.h"

#include <gtest/gtest.h>

#include <chrono>

#include "read/gathered.h"
#include "text/text.h"

namespace onrecord {
namespace {

const std::string first =
    "The transport minister said on Thursday that the bridge at Sundvik would open later than she had promised.";
const std::string second =
    "“I should not have named a month,” Ada Lund told reporters at the building site, where work stopped in March.";

std::string paragraphs() { return "<p>" + first + "</p><p>" + second + "</p>"; }

Article read_one(const std::string& page) {
  const Gathered all = gather(page, "a.html");
  EXPECT_EQ(all.articles.size(), 1u);
  return all.articles.empty() ? Article() : all.articles[0];
}

TEST(Page, KeepsTheParagraphsAndDropsWhatStandsAroundThem) {
  const Article article = read_one(
      "<html><head><title>Bridge Late | Sundvik Post</title><style>p{}</style></head><body><nav><a "
      "href=/>Home</a></nav><article><h1>Bridge Late</h1>"
      "<p>" +
      first +
      "</p><figure><img src=a><figcaption>The bridge at Sundvik, seen from the north shore in "
      "May.</figcaption></figure>"
      "<div class=\"related-stories\"><p>More: the ferry at Sundvik is late as well, says its captain.</p></div>"
      "<p>" +
      second +
      "</p><div class=newsletter><p>Sign up for our newsletter and never miss a bridge again.</p></div></article>"
      "<script>var p = '<p>not a paragraph at all, but a script that writes one</p>';</script><footer><p>All rights "
      "are reserved by the Sundvik Post.</p></footer></body></html>");
  EXPECT_EQ(article.text, first + "\n\n" + second);
  EXPECT_EQ(article.title, "Bridge Late");
}

TEST(Page, TakesItsFactsFromJsonLd) {
  const Article article = read_one(
      R"(<html lang="en-GB"><head><link rel="canonical" href="https://post.example/bridge"><meta property="og:title" content="Other">)"
      R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Sundvik Post"},)"
      R"({"@type":"Person","@id":"#p","name":"Per Holm"},{"@type":["NewsArticle"],"headline":"Bridge &amp; Ferry Late","datePublished":"2031-05-15T08:00:00+02:00",)"
      R"("author":[{"@type":"Person","name":"Ada Lund"},{"@id":"#p"}],"publisher":{"@id":"#o"}}]}</script></head><body>)" +
      paragraphs() + "</body></html>");
  EXPECT_EQ(article.title, "Bridge & Ferry Late");
  EXPECT_EQ(article.byline, (std::vector<std::string>{"Ada Lund", "Per Holm"}));
  EXPECT_EQ(article.published, (Date{2031, 5, 15}));
  EXPECT_EQ(article.outlet, "Sundvik Post");
  EXPECT_EQ(article.url, "https://post.example/bridge");
  EXPECT_EQ(article.language, "en-GB");
}

TEST(Page, TakesItsFactsFromMetaTags) {
  const Article article = read_one(
      "<head><meta property='og:title' content='Bridge Late'><meta property='og:site_name' content='Sundvik Post'>"
      "<meta name='author' content='By Ada Lund'><meta property='article:published_time' "
      "content='2031-05-15T08:00:00Z'>"
      "<meta property='og:url' content='https://post.example/b'></head><body>" +
      paragraphs());
  EXPECT_EQ(article.title, "Bridge Late");
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ada Lund"});
  EXPECT_EQ(article.published, (Date{2031, 5, 15}));
  EXPECT_EQ(article.outlet, "Sundvik Post");
  EXPECT_EQ(article.url, "https://post.example/b");
}

TEST(Page, TakesItsFactsFromWhatReadersSee) {
  const Article article = read_one(
      "<body><h1>Bridge Late Again</h1><span class=byline>By Ada Lund</span><time "
      "datetime='2031-05-15'>Thursday</time>" +
      paragraphs());
  EXPECT_EQ(article.title, "Bridge Late Again");
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ada Lund"});
  EXPECT_EQ(article.published, (Date{2031, 5, 15}));
  EXPECT_EQ(article.text, first + "\n\n" + second);
}

TEST(Page, WhatItDoesNotTellIsUnknown) {
  const Article article = read_one("<body>" + paragraphs());
  EXPECT_EQ(article.title, "");
  EXPECT_TRUE(article.byline.empty());
  EXPECT_EQ(article.published, std::nullopt);
  EXPECT_EQ(article.outlet, std::nullopt);
  EXPECT_EQ(article.url, std::nullopt);
}

TEST(Page, IsDecodedFromItsCharacterSet) {
  const std::string latin =
      "<meta charset=iso-8859-1><p>The caf\xe9 at Sundvik is \x93open\x94, said the owner of the ferry on Thursday "
      "evening.</p>";
  EXPECT_EQ(read_one(latin).text, "The café at Sundvik is “open”, said the owner of the ferry on Thursday evening.");
}

TEST(Page, CharacterReferencesAreCharacters) {
  EXPECT_EQ(
      read_one("<p>It&#8217;s late&nbsp;&amp; it&#146;s long, said the owner of the ferry on Thursday evening.</p>")
          .text,
      "It’s late & it’s long, said the owner of the ferry on Thursday evening.");
}

TEST(Page, ItsDescriptionAboveTheTextIsTheStandfirst) {
  const std::string summary = "The crossing at Sundvik will not open before next year, the minister says";
  const Article article = read_one("<article><h1>Bridge Late Again</h1><p class=standfirst>" + summary +
                                   "</p><div class=article-body>" + paragraphs() + "</div></article>");
  ASSERT_TRUE(article.standfirst.has_value());
  EXPECT_EQ(slice(article.text, *article.standfirst), summary);
}

TEST(Page, APageWithoutTextIsRefused) {
  const Gathered all = gather("<html><body><nav><a href=/>Home</a></nav></body></html>", "a.html");
  EXPECT_TRUE(all.articles.empty());
  EXPECT_EQ(all.errors.size(), 1u);
}

// Whatever a page holds, it is read in a time that its size bounds.
class Hostile : public testing::TestWithParam<std::string> {};

TEST_P(Hostile, IsReadInTime) {
  const auto start = std::chrono::steady_clock::now();
  const Gathered all = gather(GetParam() + paragraphs(), "a.html");
  for (const Article& article : all.articles) EXPECT_EQ(first_invalid_utf8(article.text), article.text.size());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

std::string many(std::string_view what, int times = 100000) {
  std::string all;
  for (int i = 0; i < times; ++i) all += what;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Hostile,
    testing::Values(many("<div>"), many("<p>"), many("<b><i>"), many("<table><tr><td>"), many("<a href=x>"),
                    many("<ul><li>"), many("</div>"), many("<script>"), many("<!--"), many("<svg><p>"), many("<"),
                    many("<a b='"), "<p " + many("a=1 ") + ">", "<p " + many("class=x ") + ">", many("&#1;&bogus;"),
                    many("<x-y>"), many("<script type=application/ld+json>{\"a\":[</script>"),
                    "<script type=application/ld+json>" + many("[") + "</script>", std::string(100000, '\0'),
                    many("\xff\xfe"), many("<p class=byline>By Ada Lund</p>")));

TEST(Page, ADescriptionIsNoTitleWhereTheHeadingBearsTheThingsName) {
  const Article article =
      gather(R"(<html><head><script type="application/ld+json">{"@type":"Article","name":"Storvik Bridge",
          "headline":"bridge in the north of Norland"}</script><title>Storvik Bridge - Fjordopedia</title></head>
          <body><h1>Storvik Bridge</h1><p>The bridge at Storvik was opened in May by the minister, Ada Lund.</p></body></html>)",
             "a.html")
          .articles.at(0);
  EXPECT_EQ(article.title, "Storvik Bridge");
}

std::optional<Date> day_of_page(std::string_view body) {
  std::string page = "<html><body><h1>Bridge Late Again This Year</h1>";
  page.append(body).append(
      "<p>The bridge at Storvik will open late again, said the minister, Ada Lund.</p></body></html>");
  return gather(page, "a.html").articles.at(0).published;
}

TEST(Page, TheDayOfAnotherArticleOrOfAReaderIsNotThePages) {
  EXPECT_EQ(day_of_page("<aside><time datetime=2031-05-01>May 1</time></aside><time datetime=2031-05-15>May 15</time>"),
            (Date{2031, 5, 15}));
  EXPECT_EQ(day_of_page("<div class='related-articles'><h3>Ferry</h3><time datetime=2031-05-01></time></div>"),
            std::nullopt);
  EXPECT_EQ(day_of_page("<ol class=comments><li>Jon Berg <time datetime=2031-05-20>May 20</time> Rubbish.</ol>"),
            std::nullopt);
  EXPECT_EQ(day_of_page("<article class='post comments-open'><time datetime=2031-05-15></time></article>"),
            (Date{2031, 5, 15}));
}

TEST(Page, TheDayOfAChangeIsNotThatOfPublication) {
  EXPECT_EQ(day_of_page("<p>Updated <time datetime=2031-05-20>May 20, 2031</time> | Published <time "
                        "datetime=2031-05-15>May 15, 2031</time></p>"),
            (Date{2031, 5, 15}));
  EXPECT_EQ(day_of_page("<time class=entry-updated datetime=2031-05-20>May 20</time>"), std::nullopt);
  EXPECT_EQ(day_of_page("<time itemprop=dateModified datetime=2031-05-20>May 20</time>"), std::nullopt);
  EXPECT_EQ(
      day_of_page(
          "<p>Published <time datetime=2031-05-15>May 15</time>, updated <time datetime=2031-05-20>May 20</time>"),
      (Date{2031, 5, 15}));
  EXPECT_EQ(day_of_page("<p>Last updated May 20, 2031</p>"), std::nullopt);
}

std::string paragraphs(int count) {
  std::string out;
  for (int n = 0; n < count; ++n) {
    out += "<p>The minister of bridges, Ada Lund, told reporters that bridge number " +
           std::to_string(n * 100 + count) +
           " would be open before the summer, and that nobody had asked her about money.</p>";
  }
  return out;
}

std::size_t paragraphs_read(const std::string& body) {
  const Gathered all =
      gather("<html><body><nav><a href=/>Home</a></nav>" + body + "<footer>c Post</footer></body></html>", "a.html");
  std::size_t count = 0;
  for (std::size_t at = 0; !all.articles.empty(); ++at, ++count) {
    at = all.articles[0].text.find("told reporters", at);
    if (at == std::string::npos) break;
  }
  return count;
}

TEST(Page, ATextInSeveralPiecesIsReadWhole) {
  const std::string heading = "<h1>Bridge Late Again This Year</h1>";
  EXPECT_EQ(paragraphs_read("<main>" + heading + "<div class=body1>" + paragraphs(6) +
                            "</div><div class=ad>Buy</div><div class=body2>" + paragraphs(2) + "</div></main>"),
            8u);
  EXPECT_EQ(paragraphs_read("<article>" + heading + "<div class=intro>" + paragraphs(2) +
                            "</div><button>Read on</button><div class=full>" + paragraphs(9) + "</div></article>"),
            11u);
  // Another article's box beside it is none of its pieces.
  EXPECT_EQ(paragraphs_read("<main>" + heading + "<div class=body>" + paragraphs(6) + "</div><div class=box>" +
                            paragraphs(1) + "</div></main>"),
            6u);
}

TEST(Page, APageThatStandsForAnArticleIsRefusedByWhatItIs) {
  const auto what = [](std::string_view body) {
    const Gathered all =
        gather("<html><head><title>Sundvik Post</title></head><body>" + std::string(body) + "</body></html>", "a.html");
    return all.articles.empty() && all.errors.size() == 1 ? all.errors[0].what : std::string();
  };
  EXPECT_EQ(what("<h1>404</h1><p>Sorry, nothing is here, but you may search for what you wanted to read.</p>"),
            "says that there is no such page");
  EXPECT_EQ(what("<h1>Oh no</h1><p>The page you are looking for was moved or never was here at all.</p>"),
            "says that there is no such page");
  EXPECT_EQ(
      what("<h1>We value your privacy</h1><p>We and our 812 partners store and access information on your device.</p>"),
      "asks for consent to cookies and shows no article");
  EXPECT_EQ(what("<div><p>Please verify you are a human by pressing and holding the button below.</p></div>"),
            "asks whether a person reads");
  EXPECT_EQ(what("<h1>Minister: Page Not Found in Bridge Plan</h1><p>The minister, Ada Lund, said on Monday that a "
                 "page of the "
                 "plan was not found.</p>"),
            "");
  EXPECT_EQ(
      what("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge Late\","
           "\"datePublished\":\"2031-05-15\"}</script><p>Please enable JavaScript to see pictures of the bridge.</p>"),
      "");
}

TEST(Page, TheSitesNameAtTheHeadIsNoTitle) {
  const auto title = [](std::string_view head) {
    return gather("<html><body>" + std::string(head) + paragraphs(3) + "</body></html>", "a.html").articles.at(0).title;
  };
  EXPECT_EQ(
      title("<header><h1><a href=https://post.example/>The Sundvik Post</a></h1></header><h2>Bridge Late Again</h2>"),
      "Bridge Late Again");
  EXPECT_EQ(title("<h1 class=site-title>The Sundvik Post</h1><h1>Bridge Late Again</h1>"), "Bridge Late Again");
  EXPECT_EQ(title("<h2 itemprop=headline>Bridge Late Again</h2>"), "Bridge Late Again");
}

TEST(Page, StructuredDataMayEndItsListsWithACommaMore) {
  const Article article =
      gather(
          R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge, late, ]","datePublished":"2031-05-15",
                "author":[{"name":"Ada Lund",},],}</script><p>The minister of bridges told reporters that it would be open.</p>)",
          "a.html")
          .articles.at(0);
  EXPECT_EQ(article.title, "Bridge, late, ]");
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ada Lund"});
  EXPECT_EQ(article.published, (Date{2031, 5, 15}));
}

}  // namespace
}  // namespace onrecord
