// The lists behind lexicon.h: words separated by blanks.
#pragma once

#include <string_view>

namespace onrecord::resolving::lists {

extern const std::string_view male_names;
extern const std::string_view female_names;
extern const std::string_view honorifics;
extern const std::string_view male_honorifics;
extern const std::string_view female_honorifics;
extern const std::string_view titles;
extern const std::string_view person_nouns;
extern const std::string_view male_nouns;
extern const std::string_view female_nouns;
extern const std::string_view people_words;
extern const std::string_view quantities;
extern const std::string_view organisation_nouns;
extern const std::string_view document_nouns;
extern const std::string_view outlet_endings;
extern const std::string_view media;
extern const std::string_view gatherings;
extern const std::string_view places;
extern const std::string_view long_places;  // separated by commas
extern const std::string_view demonyms;
extern const std::string_view function_words;
extern const std::string_view prepositions;
extern const std::string_view weekdays;
extern const std::string_view months;
extern const std::string_view auxiliaries;
extern const std::string_view speech_verbs;
extern const std::string_view small_words;

}  // namespace onrecord::resolving::lists
