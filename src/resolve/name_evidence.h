// What an article and its tags tell of capital words: which it writes small elsewhere, where capitals are owed to the
// place, what the tagger takes for a name. Made once an article; refers to the reading and the tags.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "onrecord/tags.h"
#include "resolve/names.h"
#include "resolve/reading.h"

namespace onrecord::resolving {

class NameEvidence {
 public:
  NameEvidence(const Reading& reading, const Tags& tags);

  const Word& word(std::uint32_t i) const { return reading_.words[i]; }

  // The article has the word in small letters.
  bool seen_small(std::string_view lower) const { return small_.contains(lower); }

  // The article has the word with a capital that is not owed to the place.
  bool seen_capital(std::string_view lower) const { return capital_.contains(lower); }

  // A word that needs no name to be where it is: it is written small elsewhere, or tells what somebody is, where he is
  // from, who published it. First names are none, whatever else they mean.
  bool explained(const Word& word) const;

  // Capitals at the head of a sentence, a quotation or a list item say little.
  bool at_head(std::uint32_t i) const;

  // What the tagger takes the name for where it stands; unknown where it is not sure.
  NameKind tagged(Range run) const;
  // What it takes the name for over all places where the article writes it so.
  NameKind tagged_elsewhere(Range run) const;
  // It marks these words, in lower case, somewhere.
  bool is_marked(std::string_view lower_words) const { return votes_.contains(std::string(lower_words)); }
  // It sees a name that has a word of `span`, sure or not.
  bool touches_tag(Span span) const;
  // It sees a person's name, sure or not, that begins with the word at `i`.
  const Tag* person_tag_at(std::uint32_t i) const;
  // The end of the person's name that it sees at `i`, or `i`: "Al From", whose words may be small ones. Not over the end
  // of the paragraph, where the tagger may take two names for one.
  std::uint32_t tagged_person_end(std::uint32_t i) const;

  std::string joined_lower(Range run) const;

 private:
  const Reading& reading_;
  std::unordered_set<std::string_view> small_;
  std::unordered_set<std::string_view> capital_;
  std::vector<const Tag*> named_;
  std::unordered_map<std::string, std::array<float, 3>> votes_;  // of a name in lower case: person, organisation, place
};

}  // namespace onrecord::resolving
