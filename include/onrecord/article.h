// What `read` gives: one immutable UTF-8 text and what the source says about itself. Everything later is a byte offset
// into `text`. Passed on as const; nobody changes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/date.h"
#include "onrecord/span.h"

namespace onrecord {

struct Article {
  std::string path;                 // where the bytes came from, as named on the command line; "-" for standard input
  std::uint64_t place = 0;          // the number of its record where `path` is an archive, counted from 1; else 0
  std::string id;                   // a JSON Lines record's own id; else made from what the article holds (identity())
  std::optional<std::string> url;   // canonical address
  std::string title;                // empty where none was found
  std::vector<std::string> byline;  // one entry a person: "Ada Lund"; never with "By"
  std::optional<std::string> outlet;  // who published it: "Radio Fjord"
  std::optional<Date> published;      // the day; never a default
  std::string language = "en";        // BCP 47
  std::string text;                   // valid UTF-8, below 4 GiB; for a plain-text file the file itself, byte for byte

  // Where `text` itself holds them (a plain-text file's first line, "Author: …", "OSLO, May 15 (NNB) —"): no part of
  // the body.
  std::optional<Span> headline;    // the title line, as far as it stands in `text`
  std::optional<Span> standfirst;  // the line under the headline that sums the article up
  std::optional<Span> dateline;    // "OSLO, May 15 (NNB) —"
  std::vector<Span> asides;        // byline lines, author notes, "Read more" and other furniture; sorted
};

// 32 hex digits over all that the article holds but its path and place: the same article from another path is the same article.
std::string identity(const Article& article);

}  // namespace onrecord
