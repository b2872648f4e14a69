// `onrecord follow`: feeds into a ledger, until it is stopped.
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <thread>

#include "show/asking.h"
#include "show/commands.h"
#include "show/follower.h"
#include "show/phrases.h"
#include "show/stop_signals.h"

namespace onrecord {

namespace {

// One address a line; empty lines and what stands behind # are left out.
Result<std::vector<std::string>> feeds_of(const std::string& path, Console& console, bool& refused) {
  std::ifstream file(path);
  if (!file) return tl::unexpected(Error{path, 0, "cannot be opened", "check the path"});
  std::vector<std::string> feeds;
  std::set<std::string> seen;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    const std::size_t end = line.find_first_of(" \t\r", begin);
    const std::string given = line.substr(begin, end == std::string::npos ? end : end - begin);
    const auto address = resolve_address(given, given);
    if (!address) {
      refuse({path, number, "is no http or https address", "give the address of a feed"}, console);
      refused = true;
    } else if (seen.insert(*address).second) {
      feeds.push_back(*address);
    }
  }
  if (feeds.empty()) return tl::unexpected(Error{path, 0, "names no feed", "write one address a line"});
  return feeds;
}

void tell(const FollowCounts& counts, Console& console) {
  console.out.write(fmt::format(
      "{} ({} unchanged, {} failed): {} added, {} changed, {} already there, {} without article text, {} refused, "
      "{} to be tried again\n",
      count_of(counts.feeds, "look") + " at feeds", counts.feeds_unchanged, counts.feeds_failed,
      count_of(counts.added, "article"), counts.changed, counts.known, counts.without_article, counts.gone,
      counts.failed));
  console.out.flush();
}

class Following {
 public:
  Following(Follower& follower, LedgerWriter& ledger, std::vector<std::string> feeds, bool once)
      : follower_(&follower), ledger_(&ledger), feeds_(std::move(feeds)), once_(once) {}

  Result<void> run() {
    while (!told_to_stop()) {
      const auto looked = look_at_due_feeds();
      if (!looked) return looked;
      const auto read = read_due_pages();
      if (!read) return read;
      if (once_) return {};
      const auto waited = wait();
      if (!waited) return waited;
    }
    return {};
  }

 private:
  Result<std::int64_t> due_of(const std::string& feed) const {
    const auto kept = ledger_->reading(ReadingKind::feed, feed);
    if (!kept) return tl::unexpected(kept.error());
    return feed_state(feed, *kept).next;
  }

  Result<void> look_at_due_feeds() {
    for (const std::string& feed : feeds_) {
      if (told_to_stop()) return {};
      const auto due = due_of(feed);
      if (!due) return tl::unexpected(due.error());
      if (*due > now_in_seconds()) continue;
      const auto looked = follower_->look_at(feed);
      if (!looked) return looked;
    }
    return {};
  }

  // A feed that comes due meanwhile is looked at before more pages are read.
  Result<void> read_due_pages() {
    while (!told_to_stop()) {
      const auto read = follower_->read_next_page();
      if (!read) return tl::unexpected(read.error());
      if (!*read) return {};
      if (!once_) {
        const auto looked = look_at_due_feeds();
        if (!looked) return looked;
      }
    }
    return {};
  }

  Result<void> wait() {
    const auto page = follower_->next_page_due();
    if (!page) return tl::unexpected(page.error());
    std::int64_t next = page->value_or(INT64_MAX);
    for (const std::string& feed : feeds_) {
      const auto due = due_of(feed);
      if (!due) return tl::unexpected(due.error());
      next = std::min(next, *due);
    }
    while (!told_to_stop() && now_in_seconds() < next) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return {};
  }

  Follower* follower_;
  LedgerWriter* ledger_;
  std::vector<std::string> feeds_;
  bool once_;
};

}  // namespace

int follow(const FollowChoices& choices, Console& console) {
  const auto tagger = make_tagger(choices.model);
  if (!tagger) {
    refuse(tagger.error(), console);
    return tagger.error().where == "--model" ? 2 : 1;
  }
  bool refused = false;
  auto feeds = feeds_of(choices.feeds, console, refused);
  if (!feeds) return refuse(feeds.error(), console);
  auto ledger = LedgerWriter::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  const StopOnSignals signals;
  FetchSettings settings;
  settings.agent_note = ONRECORD_VERSION;
  settings.delay = std::chrono::milliseconds(static_cast<std::int64_t>(choices.delay * 1000));
  settings.timeout =
      std::chrono::milliseconds(std::max<std::int64_t>(100, static_cast<std::int64_t>(choices.timeout * 1000)));
  PoliteVisitor visitor(settings, told_to_stop());
  Follower follower(*ledger, **tagger, visitor, {std::int64_t{choices.every} * 60, choices.retry}, console);
  const auto done = Following(follower, *ledger, std::move(*feeds), choices.once).run();
  const FollowCounts& counts = follower.counts();
  tell(counts, console);
  if (!done) return refuse(done.error(), console);
  return refused || counts.feeds_failed + counts.gone + counts.failed + counts.without_article > 0 ? 1 : 0;
}

}  // namespace onrecord
