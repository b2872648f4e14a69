#include "show/follow_state.h"

#include <algorithm>
#include <boost/json.hpp>

namespace onrecord {

namespace {

boost::json::object parsed(const std::optional<ReadingState>& kept) {
  if (!kept) return {};
  boost::system::error_code error;
  boost::json::value value = boost::json::parse(kept->state, error);
  return error || !value.is_object() ? boost::json::object() : value.get_object();
}

std::string text(const boost::json::object& object, std::string_view key) {
  const boost::json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::map<std::string, std::string> texts(const boost::json::object& object, std::string_view key) {
  std::map<std::string, std::string> all;
  const boost::json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_object()) return all;
  for (const auto& [name, one] : value->get_object()) {
    if (one.is_string()) all[std::string(name)] = std::string(one.get_string());
  }
  return all;
}

std::int64_t number(const boost::json::object& object, std::string_view key) {
  const boost::json::value* value = object.if_contains(key);
  return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

// What a server sent may be any bytes; JSON is UTF-8. A mark that is not is worth nothing.
boost::json::string plain_ascii(const std::string& mark) {
  for (const char c : mark) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) return {};
  }
  return boost::json::string(mark);
}

}  // namespace

std::optional<Date> PageState::published() const {
  std::optional<Date> earliest;
  for (const auto& [feed, day] : days) earliest = earliest ? std::min(*earliest, day) : day;
  return earliest;
}

ReadingState to_reading(const FeedState& state) {
  const boost::json::object object{{"etag", plain_ascii(state.etag)},
                                   {"last_modified", plain_ascii(state.last_modified)},
                                   {"failures", state.failures},
                                   {"next", state.next}};
  return {ReadingKind::feed, state.address, boost::json::serialize(object), state.next};
}

ReadingState to_reading(const PageState& state) {
  boost::json::object stamps;
  for (const auto& [feed, stamp] : state.stamps) stamps[feed] = stamp;
  boost::json::object days;
  for (const auto& [feed, day] : state.days) days[feed] = to_iso(day);
  const boost::json::object object{{"etag", plain_ascii(state.etag)},
                                   {"last_modified", plain_ascii(state.last_modified)},
                                   {"stamps", stamps},
                                   {"days", days},
                                   {"article", state.article},
                                   {"outcome", state.outcome},
                                   {"failures", state.failures}};
  return {ReadingKind::page, state.address, boost::json::serialize(object), state.due};
}

FeedState feed_state(const std::string& address, const std::optional<ReadingState>& kept) {
  const boost::json::object object = parsed(kept);
  return {address, text(object, "etag"), text(object, "last_modified"),
          static_cast<std::uint32_t>(number(object, "failures")), number(object, "next")};
}

PageState page_state(const std::string& address, const std::optional<ReadingState>& kept) {
  const boost::json::object object = parsed(kept);
  PageState state;
  state.address = address;
  state.etag = text(object, "etag");
  state.last_modified = text(object, "last_modified");
  state.stamps = texts(object, "stamps");
  for (const auto& [feed, day] : texts(object, "days")) {
    if (const auto date = parse_iso(day)) state.days[feed] = *date;
  }
  state.article = text(object, "article");
  state.outcome = text(object, "outcome");
  state.failures = static_cast<std::uint32_t>(number(object, "failures"));
  if (kept) state.due = kept->due;
  return state;
}

}  // namespace onrecord
