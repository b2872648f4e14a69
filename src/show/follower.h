// Feeds and pages into a ledger, one step at a time. Every step leaves the ledger and what is known of feeds and pages
// in one transaction: whatever stops the program, nothing that a feed named is forgotten and nothing is added twice.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "pipeline.h"
#include "read/fetch.h"
#include "show/console.h"
#include "show/follow_state.h"

namespace onrecord {

struct FollowSettings {
  std::int64_t every = 900;  // seconds between two looks at one feed
  double retry = 60;         // seconds before what failed is tried again the first time
};

// What became of feeds and pages since it was made.
struct FollowCounts {
  std::size_t feeds = 0, feeds_unchanged = 0, feeds_failed = 0;
  std::size_t added = 0, changed = 0, known = 0, without_article = 0, gone = 0, failed = 0;
};

class Follower {
 public:
  // All references must outlive it. `now` is read from the system's clock at every step.
  Follower(LedgerWriter& ledger, const Tagger& tagger, PoliteVisitor& visitor, FollowSettings settings,
           Console& console);

  // Looks at one feed and notes what it names. Fails only where the ledger does.
  Result<void> look_at(const std::string& feed);
  // Reads the due page whose host is ready first; false where none is due.
  Result<bool> read_next_page();

  // When the next page is due; nothing where none is.
  Result<std::optional<std::int64_t>> next_page_due() const;
  const FollowCounts& counts() const { return counts_; }

 private:
  Result<void> note_items(FeedState feed, const Fetched& fetched);
  Result<void> read_page(PageState page);
  Result<void> keep_article(PageState page, const Fetched& fetched);
  Result<void> keep(PageState page, std::string outcome);
  Result<void> keep_failure(PageState page, const Fetched& fetched);
  Result<void> add(PageState page, Record record);
  void say(const std::string& line);
  void complain(const std::string& where, const std::string& what, const std::string& remedy);

  LedgerWriter* ledger_;
  const Tagger* tagger_;
  PoliteVisitor* visitor_;
  FollowSettings settings_;
  Console* console_;
  TagScratch scratch_;
  StageTimes times_;
  FollowCounts counts_;
};

std::int64_t now_in_seconds();

}  // namespace onrecord
