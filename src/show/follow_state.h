// What `follow` remembers of each feed and page, as the ledger keeps it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "ledger/ledger.h"
#include "onrecord/date.h"

namespace onrecord {

struct FeedState {
  std::string address;
  std::string etag, last_modified;  // of the version whose items are all known to the ledger
  std::uint32_t failures = 0;       // in a row
  std::int64_t next = 0;            // seconds since 1970; when to look again
};

struct PageState {
  std::string address;
  std::string etag, last_modified;
  std::map<std::string, std::string> stamps;  // FeedItem::stamp by the feed that named it
  std::map<std::string, Date> days;           // FeedItem::published by the feed that told it
  std::string article;                        // ledger id of the version that it last held; empty: none
  std::string outcome;                        // "article", "no article text", "status 404" …; empty: not known yet
  std::uint32_t failures = 0;                 // in a row
  std::optional<std::int64_t> due;

  // The earliest day that a feed gives the page; whatever the order that feeds are looked at in.
  std::optional<Date> published() const;
};

ReadingState to_reading(const FeedState& state);
ReadingState to_reading(const PageState& state);
// A state that cannot be understood counts as none: the feed or page is read anew.
FeedState feed_state(const std::string& address, const std::optional<ReadingState>& kept);
PageState page_state(const std::string& address, const std::optional<ReadingState>& kept);

}  // namespace onrecord
