// Attributions as the tags and links that every tagger gives.
#pragma once

#include <vector>

#include "onrecord/tags.h"
#include "tag/rule_words.h"

namespace onrecord {

// One tag a span, one link from each cue to its source and contents; in the order that Tags promises.
Tags as_tags(const std::vector<Found>& found);

}  // namespace onrecord
