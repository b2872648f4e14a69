// What a speaker's utterances are about, as far as their own words tell: for the lanes of a timeline.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace onrecord {

struct Topic {
  std::string word;                     // as it is written most often, in lower case
  std::vector<std::size_t> utterances;  // indices of those that have it in whatever form; two at least
};

// Words that several of `contents` share, the one that most share first; each content stands under one word at most,
// and under none where it shares no telling word. At most six. Pure: a function of the contents in their order.
std::vector<Topic> topics_of(const std::vector<std::string>& contents);

}  // namespace onrecord
