// Words that are written with a full stop of their own, and what the full stop tells about the sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

enum class Abbreviation : std::uint8_t {
  no,
  title,   // "Mr.", "Sen.": something always follows
  number,  // "No.", "Jan.": an abbreviation only before a figure, or (months) anywhere inside a sentence
  other    // "Inc.", "Calif.": may also end a sentence
};

// Of a word without its full stop; letter case counts.
Abbreviation abbreviation(std::string_view word);

// True for words that begin sentences far more often than they stand after an abbreviation: "The", "He", "But".
bool begins_sentences(std::string_view word);

// True for the plain verbs that follow a question in quotation marks: “Why?” Lund asked.
bool is_asking_verb(std::string_view word);

}  // namespace onrecord
