#include "resolve/dates.h"

#include "resolve/date_reader.h"

namespace onrecord::resolving {

Way way_of(std::string_view word) {
  if (among(word, {"last", "past", "previous"})) return Way::last;
  if (among(word, {"this", "current", "same", "that"})) return Way::current;
  if (among(word, {"next", "coming", "upcoming", "following"})) return Way::next;
  return Way::none;
}

std::vector<DatePhrase> DateReader::run() {
  for (std::size_t i = 0; i < items_.size();) {
    DatePhrase phrase;
    end_ = i;
    if (!may_begin(i) || !read_at(i, phrase) || end_ == i) {
      ++i;
      continue;
    }
    phrase.words = {items_[i].word, items_[end_ - 1].word + 1};
    // Whatever was read, no span ends before it begins: the ledger would refuse the article.
    if (phrase.from && phrase.to && days_from_epoch(*phrase.from) > days_from_epoch(*phrase.to))
      phrase.from = phrase.to = std::nullopt;
    if (phrase.from && published_ && days_from_epoch(*phrase.from) > days_from_epoch(*published_)) phrase.ahead = true;
    if (i > 0 && is(i - 1, "come")) phrase.ahead = true;  // "come November"
    if (found_.empty() || found_.back().words.end <= phrase.words.begin) found_.push_back(std::move(phrase));
    i = end_;
  }
  return std::move(found_);
}

std::vector<DatePhrase> find_dates(const Reading& reading, Range words, std::optional<Date> published) {
  return DateReader(reading, words, published).run();
}

}  // namespace onrecord::resolving
