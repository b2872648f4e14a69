// Every place of an article that names something that may be an audience, whoever speaks there: gatherings, media,
// outlets and programmes, listeners, places. What a statement's own sentence says of its audience stands in told.h;
// here is what one sentence tells and others leave unsaid ("At the debate on Thursday …").
#pragma once

#include <vector>

#include "resolve/cast.h"
#include "resolve/dates.h"

namespace onrecord::resolving {

enum class VenueKind : std::uint8_t { gathering, medium, document, outlet, platform, listeners, place };

struct Venue {
  std::string name;  // in the article's words, without article
  Range words;
  std::uint32_t head = none;  // the word that makes it one: "debate", "CNN"
  std::uint32_t sentence = none;
  VenueKind kind = VenueKind::gathering;
  std::string_view before;  // the preposition or verb that it stands behind, lower case; empty where none is near
  bool indefinite = false;  // "a rally": told for the first time
};

// Sorted by words; `dates` are those of each sentence and bound a venue's phrase. Pure.
std::vector<Venue> find_venues(const Reading& reading, const Cast& cast,
                               const std::vector<std::vector<DatePhrase>>& dates);

}  // namespace onrecord::resolving
