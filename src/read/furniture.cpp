#include "read/furniture.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "read/lines.h"
#include "read/written_date.h"

namespace onrecord {

namespace {

using Phrases = std::span<const std::string_view>;

bool begins_with_any(std::string_view line, Phrases phrases) {
  if (line.empty()) return false;
  const char first = lower_ascii(line.front());  // told first: every line of every page is asked
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return phrase.front() == first && begins_with(line, phrase); });
}

bool holds_any(std::string_view line, Phrases phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return holds(line, phrase); });
}

// The line without the marks around it: "**Advertisement**", "• Follow …", "[Read more: …]".
std::string_view bare(std::string_view line) {
  constexpr std::string_view marks = " \t\"'*[]()<>_-=•|►▶→»“”";
  const std::size_t begin = line.find_first_not_of(marks);
  if (begin == std::string_view::npos) return {};
  line = line.substr(begin, line.find_last_not_of(" \t\"'*[]()<>_-=|:.") + 1 - begin);
  return line;
}

// “Sign up for the ferry,” the mayor said: speech, not a call to the reader.
bool is_speech(std::string_view line) {
  for (const auto& [opening, closing] :
       {std::pair<std::string_view, std::string_view>("“", "”"), {"\"", "\""}, {"‘", "’"}}) {
    if (!line.starts_with(opening)) continue;
    const std::size_t end = line.find(closing, opening.size());
    return end != std::string_view::npos && end + closing.size() < line.size();
  }
  return false;
}

// A box that stands in the way of the text, or that asks for an address: told by its words, whatever box it is in.
bool asks_to_subscribe(std::string_view core) {
  constexpr auto calls = std::to_array<std::string_view>(
      {"get", "sign up", "want", "join", "receive", "stay", "start", "enter", "don't miss", "don’t miss", "never miss",
       "subscribe", "our", "the best", "your", "like what", "this article first appeared in our", "thank you for"});
  constexpr auto boxes = std::to_array<std::string_view>({"in your inbox", "to your inbox", "our newsletter",
                                                          "free newsletter", "daily newsletter", "weekly newsletter",
                                                          "morning newsletter", "your email address"});
  if (begins_with_any(core, calls) && holds_any(core, boxes)) return true;
  constexpr auto walls = std::to_array<std::string_view>({"like what you read?",
                                                          "already a subscriber?",
                                                          "already a member?",
                                                          "already registered?",
                                                          "already have a subscription?",
                                                          "not a subscriber?",
                                                          "not a subscriber yet?",
                                                          "subscribe to",
                                                          "subscribe for",
                                                          "subscribe today",
                                                          "subscribe and",
                                                          "register to read",
                                                          "register to continue",
                                                          "register for free",
                                                          "unlock this",
                                                          "choose your plan",
                                                          "choose a plan",
                                                          "start your free",
                                                          "start your trial",
                                                          "become a subscriber",
                                                          "to read this article",
                                                          "to read the rest",
                                                          "to read the full",
                                                          "you have reached your",
                                                          "you’ve reached your",
                                                          "you've reached your",
                                                          "you have read your",
                                                          "you’ve read your",
                                                          "you've read your",
                                                          "cancel anytime",
                                                          "cancel any time",
                                                          "subscriber only",
                                                          "subscribers only",
                                                          "exclusive to subscribers",
                                                          "only for subscribers",
                                                          "the rest of this article is",
                                                          "keep reading for"});
  if (begins_with_any(core, walls)) return true;
  constexpr auto things = std::to_array<std::string_view>({"this article", "this story", "this content", "this page"});
  constexpr auto readers =
      std::to_array<std::string_view>({"for subscribers", "subscriber-only", "to subscribers", "for our subscribers"});
  return core.size() < 120 && begins_with_any(core, things) && holds_any(core, readers);
}

// What stands below a picture, where it names who took it: "The bridge in May. Photo: Ada Lund/Sundvik Post".
bool is_credited_caption(std::string_view core) {
  constexpr auto credits = std::to_array<std::string_view>(
      {"(photo by", ". photo by", "file photo:", "(reuters photo", "(ap photo",
       "photograph:", "(photo:", ". photo:", ") photo:", "| photo:", "(photo courtesy", ". photo courtesy",
       "(image credit", "(image:", "(picture:", "image credit:", "photo credit:"});
  if (holds_any(core, credits)) return true;
  constexpr auto ends =
      std::to_array<std::string_view>({"/getty images", "via getty images", "file photo", "file photo)", "file image",
                                       "/reuters", "via reuters", "/afp", "via afp", "via ap"});
  return std::ranges::any_of(ends, [&](std::string_view end) {
    return core.size() > end.size() && lower_ascii(core.substr(core.size() - end.size())) == end;
  });
}

}  // namespace

bool is_furniture(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string_view core = bare(line);
  if (core.empty() || time_line(line)) return true;
  constexpr auto whole = std::to_array<std::string_view>({"advertisement",
                                                          "advertisements",
                                                          "ad",
                                                          "sponsored",
                                                          "related",
                                                          "related stories",
                                                          "related articles",
                                                          "read more",
                                                          "see also",
                                                          "more",
                                                          "share",
                                                          "share this",
                                                          "share this article",
                                                          "close",
                                                          "photo",
                                                          "photos",
                                                          "image",
                                                          "video",
                                                          "watch",
                                                          "subscribe",
                                                          "abstract",
                                                          "loading",
                                                          "continue reading",
                                                          "story continues below advertisement",
                                                          "recommended",
                                                          "comments",
                                                          "print",
                                                          "more on this story",
                                                          "you may also like",
                                                          "you might also like",
                                                          "read next",
                                                          "up next",
                                                          "editor's picks",
                                                          "editors' picks",
                                                          "top stories",
                                                          "most read",
                                                          "most popular",
                                                          "key events",
                                                          "key event",
                                                          "in case you missed it"});
  if (std::ranges::any_of(
          whole, [&](std::string_view known) { return core.size() == known.size() && begins_with(core, known); })) {
    return true;
  }
  constexpr auto leads = std::to_array<std::string_view>({"sign up for",
                                                          "sign up to",
                                                          "sign up here",
                                                          "click here",
                                                          "follow us on",
                                                          "like us on",
                                                          "join us on",
                                                          "advertisement -",
                                                          "story continues below",
                                                          "article continues below",
                                                          "listen to article",
                                                          "share this article",
                                                          "enlarge this image",
                                                          "download the",
                                                          "get the latest",
                                                          "photo credit",
                                                          "image credit",
                                                          "this is a rush transcript",
                                                          "continue reading",
                                                          "read the full story",
                                                          "read the rest of",
                                                          "subscribe now",
                                                          "create an account",
                                                          "support local journalism",
                                                          "sign in to",
                                                          "sign in or",
                                                          "don't have an account",
                                                          "don’t have an account",
                                                          "already have an account",
                                                          "we apologize, but this video",
                                                          "this article is free to read",
                                                          "our website is the place",
                                                          "our website is your destination",
                                                          "watch |",
                                                          "listen |",
                                                          "read |",
                                                          "access articles from",
                                                          "share your thoughts and",
                                                          "enjoy additional articles",
                                                          "get email updates",
                                                          "log in to",
                                                          "to continue reading",
                                                          "this advertisement has not loaded",
                                                          "thanks for signing up",
                                                          "a welcome email is on its way",
                                                          "by signing up",

                                                          "you can unsubscribe",
                                                          "have a news tip",
                                                          "stay informed with",
                                                          "photo:",
                                                          "image:",
                                                          "picture:",
                                                          "unlimited online access",
                                                          "unlimited digital access",
                                                          "recommended videos"});
  if (is_speech(line)) return false;
  if (begins_with_any(core, leads) || asks_to_subscribe(core)) return true;
  if (line.find("“") == std::string_view::npos && line.find('"') == std::string_view::npos && is_credited_caption(core))
    return true;
  constexpr auto colons = std::to_array<std::string_view>(
      {"read more:", "related:", "see also:", "read also:", "also read:", "also read |", "read more |",
       "must read:", "more:", "recommended:", "read next:", "more on this:"});
  if (begins_with_any(core, colons)) return true;
  if (begins_with(core, "follow") && core.find('@') != std::string_view::npos) return true;
  return begins_with(core, "watch") && line.size() < 120 &&
         holds_any(core, std::array<std::string_view, 5>{"above", "below", "the video", "clip here", "segment here"});
}

bool is_closing_note(std::string_view line, const std::vector<std::string>& byline) {
  if (line.size() > 700) return false;
  const std::string_view core = bare(line);
  if (is_furniture(line)) return true;
  constexpr auto leads = std::to_array<std::string_view>({"copyright", "©", "(c)", "all rights reserved"});
  if (begins_with_any(line, leads) || begins_with_any(core, leads)) return true;
  constexpr auto credits =
      std::to_array<std::string_view>({"contributed to this report", "contributed to this story",
                                       "contributed to this article", "contributed reporting", "all rights reserved"});
  constexpr auto credit_leads = std::to_array<std::string_view>(
      {"reporting by", "additional reporting", "editing by", "writing by", "with reporting by"});
  if (line.size() < 250 &&
      begins_with_any(core.substr(std::min(core.find_first_not_of("–—- "), core.size())), credit_leads))
    return true;
  if (line.size() < 250 && holds_any(core, credits)) return true;
  if (begins_with(core, "reach") && core.find('@') != std::string_view::npos) return true;
  // "Ada Lund is the news editor of …", "Ada Lund covers the fjords for …"
  const bool of_author = std::ranges::any_of(byline, [&](const std::string& name) { return core.starts_with(name); });
  const bool tells_who = holds(core, " is a ") || holds(core, " is an ") || holds(core, " is the ") ||
                         holds(core, " covers ") || holds(core, " writes ");
  if (of_author && tells_who) return true;
  constexpr auto jobs =
      std::to_array<std::string_view>({"columnist", "reporter", "editor", "correspondent", "staff writer", "fellow"});
  return tells_who && holds_any(core, jobs) &&
         (core.find('@') != std::string_view::npos || holds(core, "follow h") || holds(core, "views expressed"));
}

}  // namespace onrecord
