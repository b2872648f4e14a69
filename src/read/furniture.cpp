#include "read/furniture.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "read/lines.h"

namespace onrecord {

namespace {

using Phrases = std::span<const std::string_view>;

bool begins_with_any(std::string_view line, Phrases phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return begins_with(line, phrase); });
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

}  // namespace

bool is_furniture(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string_view core = bare(line);
  if (core.empty()) return true;
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
                                                          "print"});
  if (std::ranges::any_of(
          whole, [&](std::string_view known) { return core.size() == known.size() && begins_with(core, known); })) {
    return true;
  }
  constexpr auto leads = std::to_array<std::string_view>({"sign up for",
                                                          "sign up to",
                                                          "sign up here",
                                                          "subscribe to",
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
  if (begins_with_any(core, leads)) return true;
  constexpr auto colons =
      std::to_array<std::string_view>({"read more:", "related:", "see also:", "read also:", "also read:"});
  if (begins_with_any(core, colons)) return true;
  if (begins_with(core, "follow") && core.find('@') != std::string_view::npos) return true;
  return begins_with(core, "watch") && line.size() < 120 &&
         holds_any(core, std::array<std::string_view, 5>{"above", "below", "the video", "clip here", "segment here"});
}

bool is_closing_note(std::string_view line, const std::vector<std::string>& byline) {
  if (line.size() > 700) return false;
  const std::string_view core = bare(line);
  if (is_furniture(line)) return true;
  constexpr auto leads = std::to_array<std::string_view>(
      {"copyright", "©", "(c)", "all rights reserved", "this story has been updated", "this article has been updated",
       "this post has been updated", "this article was updated"});
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
