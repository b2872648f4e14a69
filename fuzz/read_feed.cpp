// Any bytes as a feed, and its links as addresses; the same bytes as a robots.txt.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/feed.h"
#include "read/fetch.h"
#include "read/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Feed feed = read_feed(bytes);
  if (!feed.is_feed && !feed.items.empty()) std::abort();
  for (const FeedItem& item : feed.items) {
    if (item.link.empty() || item.stamp.empty()) std::abort();
    const auto address = resolve_address("https://fjord.example/news/feed.xml", item.link);
    if (address && !address->starts_with("http")) std::abort();
    if (address && resolve_address(*address, *address) != address) std::abort();
  }
  const Robots robots = Robots::parse(bytes, "onrecord");
  if (!robots.allows("/robots.txt")) std::abort();
  static_cast<void>(robots.allows(bytes.substr(0, 500)));
  return 0;
}
