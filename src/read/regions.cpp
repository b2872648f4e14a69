#include "read/regions.h"

#include <algorithm>
#include <array>
#include <span>

#include "read/lines.h"

namespace onrecord {

namespace {

using Names = std::span<const std::string_view>;

bool is_word_byte(char c) { return is_ascii_lower(c) || is_ascii_digit(c); }

// Parts of words that show furniture wherever they stand in a class name.
constexpr auto furniture_parts = std::to_array<std::string_view>(
    {"newsletter",    "subscri",    "promo",         "sidebar",         "sharebar",  "sharing",
     "socialmedia",   "breadcrumb", "advert",        "sponsor",         "outbrain",  "taboola",
     "recirc",        "recommend",  "readmore",      "read-more",       "read-next", "more-stories",
     "popular",       "trending",   "cookie",        "consent",         "gdpr",      "paywall",
     "signup",        "sign-up",    "caption",       "image-credit",    "byline",    "author-bio",
     "authorbio",     "author-box", "authorbox",     "about-author",    "tag-list",  "author-profile",
     "authorprofile", "taglist",    "article-tags",  "post-tags",       "pullquote", "pull-quote",
     "toolbar",       "teaser",     "carousel",      "slideshow",       "gallery",   "video-player",
     "audio-player",  "related",    "infobox",       "navbar",          "most-read", "mostread",
     "most-viewed",   "skip-link",  "screen-reader", "visually-hidden", "copyright"});
// Parts of words that show what others than the article's author wrote or posted, or what stands below a picture.
constexpr auto foreign_parts = std::to_array<std::string_view>(
    {"comments", "comment-", "comment_", "commentlist", "disqus", "figcaption", "image-caption", "twitter-tweet",
     "tweet-embed", "embedded-tweet", "instagram-media", "tiktok-embed", "fb-post", "bluesky-embed", "reddit-embed",
     "mastodon-embed", "telegram-post"});
// Whole words that do.
constexpr auto furniture_words = std::to_array<std::string_view>(
    {"ad",     "ads",     "nav",      "navigation",   "menu",    "footer",  "share",   "social",  "modal",  "popup",
     "print",  "login",   "poll",     "widget",       "widgets", "rating",  "bio",     "tags",    "topics", "embed",
     "promo",  "credit",  "credits",  "masthead",     "overlay", "banner",  "aside",   "banners", "sr",     "noprint",
     "hidden", "regwall", "register", "registration", "signin",  "premium", "summary", "comment"});
constexpr auto body_parts = std::to_array<std::string_view>(
    {"articlebody", "article-body", "article__body", "article_body", "story-body", "storybody", "story__body",
     "entry-content", "post-content", "article-content", "articlecontent", "story-content", "article__content",
     "body-copy", "article-text", "articletext", "story-text", "post-body"});
constexpr auto standfirst_parts = std::to_array<std::string_view>(
    {"standfirst", "subtitle", "sub-title", "subheadline", "sub-headline", "article-summary", "article__summary",
     "article-intro", "excerpt", "teaser-text", "lead-text", "subhead"});
constexpr auto standfirst_words = std::to_array<std::string_view>({"dek", "deck", "lede"});
constexpr auto foreign_tags =
    std::to_array<std::string_view>({"nav", "footer", "aside", "figure", "figcaption", "dialog", "menu", "address"});

// The one of `parts` that stands anywhere in a class name; empty where none does.
std::string_view part_in(std::string_view hints, Names parts) {
  const auto found =
      std::ranges::find_if(parts, [&](std::string_view part) { return hints.find(part) != std::string_view::npos; });
  return found == parts.end() ? std::string_view() : *found;
}

// Class names are runs of words ("story-body__text ad"): the first word that is one of `words`.
std::string_view word_in(std::string_view hints, Names words) {
  for (std::size_t i = 0; i < hints.size();) {
    const std::size_t begin = i;
    while (i < hints.size() && is_word_byte(hints[i])) ++i;
    const auto found = std::ranges::find(words, hints.substr(begin, i - begin));
    if (found != words.end()) return *found;
    if (i == begin) ++i;
  }
  return {};
}

}  // namespace

Naming region_of(const Element& element) {
  if (element.hidden) return {Region::foreign, "hidden"};
  if (element.itemprop == "articlebody") return {Region::body, "articlebody"};
  if (const auto tag = std::ranges::find(foreign_tags, element.name); tag != foreign_tags.end())
    return {Region::foreign, *tag};
  const bool whole =
      element.name == "html" || element.name == "body" || element.name == "main" || element.name == "article";
  if (whole || element.hints.empty()) return {};
  const std::string_view hints = element.hints;
  if (const auto by = part_in(hints, foreign_parts); !by.empty()) return {Region::foreign, by};
  if (const auto by = part_in(hints, standfirst_parts); !by.empty()) return {Region::standfirst, by};
  if (const auto by = word_in(hints, standfirst_words); !by.empty()) return {Region::standfirst, by};
  if (const auto by = part_in(hints, furniture_parts); !by.empty()) return {Region::furniture, by};
  if (const auto by = word_in(hints, furniture_words); !by.empty()) return {Region::furniture, by};
  if (const auto by = part_in(hints, body_parts); !by.empty()) return {Region::body, by};
  return {};
}

}  // namespace onrecord
