#include "read/regions.h"

#include <algorithm>
#include <array>
#include <span>

#include "read/lines.h"

namespace onrecord {

namespace {

using Names = std::span<const std::string_view>;

bool is_word_byte(char c) { return is_ascii_lower(c) || is_ascii_digit(c); }

// Class names are runs of words ("story-body__text", "relatedLinks" in lower case). Calls `see` with each word.
template <class See>
bool any_word(std::string_view hints, const See& see) {
  for (std::size_t i = 0; i < hints.size();) {
    if (!is_word_byte(hints[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < hints.size() && is_word_byte(hints[i])) ++i;
    if (see(hints.substr(begin, i - begin))) return true;
  }
  return false;
}

// Parts of words that show furniture wherever they stand in a class name.
constexpr std::array<std::string_view, 58> furniture_parts{
    "comment",         "disqus",       "newsletter", "subscri",      "promo",        "sidebar",      "sharebar",
    "sharing",         "socialmedia",  "breadcrumb", "advert",       "sponsor",      "outbrain",     "taboola",
    "recirc",          "recommend",    "readmore",   "read-more",    "read-next",    "more-stories", "popular",
    "trending",        "cookie",       "consent",    "gdpr",         "paywall",      "signup",       "sign-up",
    "caption",         "image-credit", "byline",     "author-bio",   "authorbio",    "author-box",   "authorbox",
    "about-author",    "tag-list",     "taglist",    "article-tags", "post-tags",    "pullquote",    "pull-quote",
    "toolbar",         "teaser",       "carousel",   "slideshow",    "video-player", "audio-player", "related",
    "infobox",         "navbar",       "most-read",  "mostread",     "most-viewed",  "skip-link",    "screen-reader",
    "visually-hidden", "copyright"};
// Whole words that do.
constexpr std::array<std::string_view, 31> furniture_words{
    "ad",      "ads",      "nav",     "navigation", "menu",   "footer",  "share", "social", "modal",  "popup", "print",
    "login",   "poll",     "widget",  "widgets",    "rating", "bio",     "tags",  "topics", "embed",  "promo", "credit",
    "credits", "masthead", "overlay", "banner",     "aside",  "banners", "dek2",  "sr",     "noprint"};
constexpr std::array<std::string_view, 18> body_parts{
    "articlebody",      "article-body",  "article__body", "article_body",    "story-body",     "storybody",
    "story__body",      "entry-content", "post-content",  "article-content", "articlecontent", "story-content",
    "article__content", "body-copy",     "article-text",  "articletext",     "story-text",     "post-body"};
constexpr std::array<std::string_view, 12> standfirst_parts{
    "standfirst",       "subtitle",      "sub-title", "subheadline", "sub-headline", "article-summary",
    "article__summary", "article-intro", "excerpt",   "teaser-text", "lead-text",    "subhead"};
constexpr std::array<std::string_view, 4> standfirst_words{"dek", "deck", "lede", "intro"};
constexpr std::array<std::string_view, 8> furniture_tags{"nav",        "footer", "aside", "figure",
                                                         "figcaption", "dialog", "menu",  "address"};

bool holds_part(std::string_view hints, Names parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return hints.find(part) != std::string_view::npos; });
}

bool holds_word(std::string_view hints, Names words) {
  return any_word(hints, [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
}

}  // namespace

Region region_of(const Element& element) {
  if (element.hidden) return Region::furniture;
  if (element.itemprop == "articlebody") return Region::body;
  if (std::ranges::find(furniture_tags, element.name) != furniture_tags.end()) return Region::furniture;
  if (element.name == "html" || element.name == "body" || element.name == "main" || element.name == "article")
    return Region::plain;
  if (element.hints.empty()) return Region::plain;
  if (holds_part(element.hints, standfirst_parts) || holds_word(element.hints, standfirst_words))
    return Region::standfirst;
  if (holds_part(element.hints, furniture_parts) || holds_word(element.hints, furniture_words))
    return Region::furniture;
  if (holds_part(element.hints, body_parts)) return Region::body;
  return Region::plain;
}

}  // namespace onrecord
