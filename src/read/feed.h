// RSS (0.9 to 2.0, RDF too) and Atom: which pages a feed names. Any bytes; no network, no external entity.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/date.h"

namespace onrecord {

struct FeedItem {
  std::string link;               // as the feed writes it, perhaps relative
  std::string stamp;              // another one: the feed says something else about the page (title, summary or day)
  std::optional<Date> published;  // the full day that the feed gives the page, else that of its last change
};

struct Feed {
  bool is_feed = false;  // false: the bytes are something else
  bool damaged = false;  // not well-formed, or broken off; the items are what could be saved
  std::string base;      // the address that links are relative to, where the feed itself names one; else empty
  std::vector<FeedItem> items;
};

// At most `most_feed_items` of the items, from the front. Time and memory are linear in the size.
Feed read_feed(std::string_view bytes);

inline constexpr std::size_t most_feed_items = 10000;

}  // namespace onrecord
