#include "show/follower.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <utility>

#include "read/feed.h"
#include "show/asking.h"
#include "show/columns.h"

namespace onrecord {

namespace {

constexpr std::uint32_t most_failures = 12;  // of a page in a row: with doubled waits, days
constexpr std::int64_t longest_wait = 24 * 60 * 60;
constexpr std::size_t pages_considered = 64;  // of those due, when one whose host is ready is looked for

std::int64_t wait_after(std::uint32_t failures, double first, const std::optional<std::int64_t>& asked) {
  const double doubled = first * std::pow(2.0, std::min(failures, 20u));
  const auto wait = static_cast<std::int64_t>(std::min(doubled, static_cast<double>(longest_wait)));
  return std::min(longest_wait, std::max(wait, asked.value_or(0)));
}

// "1 altered, 2 added"; "nothing that was said" where no statement changed.
std::string listed(const std::vector<StatementChange>& changes) {
  std::size_t counts[3] = {0, 0, 0};
  for (const StatementChange& change : changes) ++counts[static_cast<std::size_t>(change.kind)];
  std::string out;
  for (const auto& [count, word] :
       {std::pair(counts[0], "altered"), std::pair(counts[1], "removed"), std::pair(counts[2], "added")}) {
    if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, word);
  }
  return out.empty() ? "no statement" : out;
}

}  // namespace

std::int64_t now_in_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Follower::Follower(LedgerWriter& ledger, const Tagger& tagger, PoliteVisitor& visitor, FollowSettings settings,
                   Console& console)
    : ledger_(&ledger), tagger_(&tagger), visitor_(&visitor), settings_(settings), console_(&console) {}

void Follower::say(const std::string& line) {
  console_->out.write(harmless(line) + "\n");
  console_->out.flush();
}

void Follower::complain(const std::string& where, const std::string& what, const std::string& remedy) {
  refuse({where, 0, what, remedy}, *console_);
  console_->messages.flush();
}

Result<void> Follower::look_at(const std::string& address) {
  const auto kept = ledger_->reading(ReadingKind::feed, address);
  if (!kept) return tl::unexpected(kept.error());
  FeedState feed = feed_state(address, *kept);
  ++counts_.feeds;
  const Fetched fetched = visitor_->get({address, feed.etag, feed.last_modified});
  const std::int64_t now = now_in_seconds();
  if (fetched.outcome == Fetched::Outcome::stopped) return {};
  if (fetched.outcome == Fetched::Outcome::fetched) return note_items(std::move(feed), fetched);
  if (fetched.outcome == Fetched::Outcome::unchanged) {
    ++counts_.feeds_unchanged;
    feed.failures = 0;
    feed.next = now + settings_.every;
  } else {
    ++counts_.feeds_failed;
    feed.next = now + wait_after(feed.failures++, settings_.retry, fetched.retry_after);
    complain(address, fetched.what, "it is tried again later");
  }
  const auto done = ledger_->add({}, [&](auto) { return Bookkeeping{{to_reading(feed)}, {}}; });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<void> Follower::note_items(FeedState state, const Fetched& fetched) {
  const std::int64_t now = now_in_seconds();
  const Feed feed = read_feed(fetched.body);
  if (!feed.is_feed) {
    complain(state.address, "is no RSS or Atom feed", "give the address of the feed itself");
    ++counts_.feeds_failed;
  }
  if (feed.damaged) complain(state.address, "is damaged", "what could be read of it is followed");
  state.failures = 0;
  state.next = now + settings_.every;
  // What is damaged, or no feed, may be a whole one the next time though it bears the same mark.
  const bool whole = feed.is_feed && !feed.damaged;
  state.etag = whole ? fetched.etag : "";
  state.last_modified = whole ? fetched.last_modified : "";
  const std::string base = resolve_address(fetched.address, feed.base).value_or(fetched.address);
  Bookkeeping kept;
  std::set<std::string> seen;
  for (const FeedItem& item : feed.items) {
    const auto address = resolve_address(feed.base.empty() ? fetched.address : base, item.link);
    if (!address || !seen.insert(*address).second) continue;
    const auto known = ledger_->reading(ReadingKind::page, *address);
    if (!known) return tl::unexpected(known.error());
    PageState page = page_state(*address, *known);
    // Feeds tell of one page in different words: only what this feed says otherwise than before is a change.
    std::string& stamp = page.stamps[state.address];
    if (stamp == item.stamp) continue;
    if (!*known || !stamp.empty()) {
      page.due = now;
      page.failures = 0;
    }
    stamp = item.stamp;
    page.days.erase(state.address);
    if (item.published) page.days[state.address] = *item.published;
    kept.states.push_back(to_reading(page));
  }
  kept.states.push_back(to_reading(state));
  const auto done = ledger_->add({}, [&](auto) { return kept; });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<std::optional<std::int64_t>> Follower::next_page_due() const {
  const auto due = ledger_->due(ReadingKind::page, 1);
  if (!due) return tl::unexpected(due.error());
  return due->empty() ? std::nullopt : due->front().due;
}

Result<bool> Follower::read_next_page() {
  const auto due = ledger_->due(ReadingKind::page, pages_considered);
  if (!due) return tl::unexpected(due.error());
  const ReadingState* best = nullptr;
  std::chrono::milliseconds best_wait{0};
  const std::int64_t now = now_in_seconds();
  for (std::size_t i = 0; i < due->size() && *(*due)[i].due <= now; ++i) {
    const std::chrono::milliseconds wait = visitor_->wait_for((*due)[i].name);
    if (best != nullptr && wait >= best_wait) continue;
    best = &(*due)[i];
    best_wait = wait;
  }
  if (best == nullptr) return false;
  const auto done = read_page(page_state(best->name, *best));
  if (!done) return tl::unexpected(done.error());
  return true;
}

Result<void> Follower::read_page(PageState page) {
  const Fetched fetched = visitor_->get({page.address, page.etag, page.last_modified});
  switch (fetched.outcome) {
    case Fetched::Outcome::stopped:
      return {};
    case Fetched::Outcome::fetched:
      return keep_article(std::move(page), fetched);
    case Fetched::Outcome::unchanged:
      ++counts_.known;
      return keep(std::move(page), "article");
    case Fetched::Outcome::failed:
      return keep_failure(std::move(page), fetched);
    case Fetched::Outcome::gone:
    case Fetched::Outcome::refused:
    case Fetched::Outcome::forbidden:
      break;
  }
  ++counts_.gone;
  complain(page.address, fetched.what, "it is left out until its feed tells of a change");
  return keep(std::move(page), fetched.what);
}

Result<void> Follower::keep(PageState page, std::string outcome) {
  page.outcome = std::move(outcome);
  page.failures = 0;
  page.due = std::nullopt;
  const auto done = ledger_->add({}, [&](auto) { return Bookkeeping{{to_reading(page)}, {}}; });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<void> Follower::keep_failure(PageState page, const Fetched& fetched) {
  ++counts_.failed;
  if (page.failures >= most_failures) {
    complain(page.address, fetched.what, "it is given up after many attempts");
    return keep(std::move(page), fetched.what);
  }
  page.due = now_in_seconds() + wait_after(page.failures++, settings_.retry, fetched.retry_after);
  complain(page.address, fetched.what, "it is tried again later");
  const auto done = ledger_->add({}, [&](auto) { return Bookkeeping{{to_reading(page)}, {}}; });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<void> Follower::keep_article(PageState page, const Fetched& fetched) {
  std::optional<Article> article;
  std::optional<Error> error;
  std::size_t articles = 0;
  ReadOptions options;
  options.published = page.published();
  read_bytes(fetched.body, page.address, options, [&](Result<Article>&& read) {
    if (!read) {
      if (!error) error = std::move(read.error());
    } else if (articles++ == 0) {
      article = std::move(*read);
    }
  });
  page.etag = fetched.etag;
  page.last_modified = fetched.last_modified;
  if (error) complain(error->where, error->what, error->remedy);
  if (!article) {
    ++counts_.without_article;
    return keep(std::move(page), "no article text");
  }
  if (!article->url) {
    article->url = fetched.address;
    article->id = identity(*article);
  }
  return add(std::move(page), process(std::move(*article), *tagger_, scratch_, times_));
}

Result<void> Follower::add(PageState page, Record record) {
  const std::string earlier = page.article;
  page.outcome = "article";
  page.failures = 0;
  page.due = std::nullopt;
  const std::vector<Record> batch{std::move(record)};
  const auto receipts = ledger_->add(batch, [&](std::span<const Receipt> given) {
    Bookkeeping kept;
    page.article = given[0].article.empty() ? earlier : given[0].article;
    if (!earlier.empty() && page.article != earlier)
      kept.replaced.push_back({earlier, page.article, moment_to_iso(now_in_seconds())});
    kept.states.push_back(to_reading(page));
    return kept;
  });
  if (!receipts) return tl::unexpected(receipts.error());
  const Receipt& receipt = receipts->front();
  if (receipt.error) {
    ++counts_.without_article;
    refuse(*receipt.error, *console_);
    return {};
  }
  const std::size_t statements = batch[0].statements.size();
  if (!earlier.empty() && earlier != receipt.article) {
    ++counts_.changed;
    const auto revisions = ledger_->revisions(receipt.article);
    if (!revisions) return tl::unexpected(revisions.error());
    const auto changes = revisions->empty() ? std::vector<StatementChange>() : revisions->back().changes;
    say(fmt::format("changed {}  {:>3} statements  {}  (was {}: {})", receipt.article, statements, page.address,
                    earlier, listed(changes)));
  } else if (receipt.outcome == Receipt::Outcome::added) {
    ++counts_.added;
    say(fmt::format("added   {}  {:>3} statements  {}", receipt.article, statements, page.address));
  } else {
    ++counts_.known;
  }
  return {};
}

}  // namespace onrecord
