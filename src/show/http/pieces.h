// A text cut into pieces with the marks that lie on them, so that a page shows proof without counting bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "onrecord/statement.h"

namespace onrecord {

enum class Mark : std::uint8_t { source = 1, cue = 2, content = 4, quote = 8 };

struct MarkedPiece {
  std::string_view text;           // of the text that was cut
  std::uint8_t marks = 0;          // Mark values, or-ed
  std::uint32_t statement = none;  // index of the statement that the marks belong to
};

// `text` is the part of an article that begins at byte `at` of it. Where statements lie on each other, the one with the
// narrower span shows. Linear in the text and in the spans' lengths.
std::vector<MarkedPiece> marked_pieces(std::string_view text, std::uint32_t at,
                                       const std::vector<const Statement*>& statements);

// The words of `text`, each piece one word with what follows it up to the next; marked `quote` where they stand in no
// longest common order of words with `other` (case and punctuation aside). Texts of more than 2,000 words are not
// compared: one piece without marks.
std::vector<MarkedPiece> changed_words(std::string_view text, std::string_view other);

}  // namespace onrecord
