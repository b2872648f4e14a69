// Where the quoted words of two reports differ.
#include <utility>

#include "relate/across.h"
#include "relate/alignment.h"

namespace onrecord {

namespace {

using relating::Block;

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text.push_back(' ');
    text.append(words[i]);
  }
  return text;
}

// One side of the gap between two common runs: the words from `begin` to `end`, and whether the report itself shows a
// cut there (the quotation is broken off, an ellipsis, a bracket).
struct Side {
  const Report& report;
  std::size_t begin;
  std::size_t end;
  bool opens;   // the gap is before the first common run
  bool closes;  // the gap is after the last one

  bool empty() const { return begin == end; }
  bool cut() const {
    const std::size_t first = opens ? begin : begin - 1;
    const std::size_t last = closes ? end - 1 : end;
    return first < last && report.quoted_part[first] != report.quoted_part[last];
  }
};

// Words that only one report has are "cut short" at its ends and where the other shows a cut; inside an unbroken
// quotation they make it differ. Where both have words of their own, they differ unless one of them breaks off there.
bool differs(const Side& a, const Side& b) {
  if (a.empty() && b.empty()) return false;
  const bool outside = a.opens || a.closes;
  if (a.empty() || b.empty()) return !outside && !(a.empty() ? a : b).cut();
  return !a.cut() && !b.cut();
}

}  // namespace

WordingDifference compare_wording(const Report& a, const Report& b) {
  WordingDifference difference;
  const std::vector<Block> blocks = relating::align(a.quoted_words, b.quoted_words);
  // Two reports that share no run of three words quote different parts of what was said.
  bool anchored = false;
  for (const Block& block : blocks) anchored = anchored || block.words >= 3;
  if (!anchored) return difference;
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  for (std::size_t i = 0; i <= blocks.size(); ++i) {
    const bool closes = i == blocks.size();
    const std::size_t end_a = closes ? a.quoted_words.size() : blocks[i].a;
    const std::size_t end_b = closes ? b.quoted_words.size() : blocks[i].b;
    std::size_t last_a = end_a;
    std::size_t last_b = end_b;
    // Single words that the alignment passed over at a gap's ends.
    if (at_a < last_a && at_b < last_b) {
      while (at_a < last_a && at_b < last_b && a.quoted_words[at_a] == b.quoted_words[at_b]) ++at_a, ++at_b;
      while (at_a < last_a && at_b < last_b && a.quoted_words[last_a - 1] == b.quoted_words[last_b - 1])
        --last_a, --last_b;
    }
    const Side side_a{a, at_a, last_a, i == 0, closes};
    const Side side_b{b, at_b, last_b, i == 0, closes};
    if (differs(side_a, side_b)) {
      difference.differs = true;
      difference.changes.push_back({join(a.quoted_words, at_a, last_a), join(b.quoted_words, at_b, last_b)});
    }
    if (!closes) {
      at_a = blocks[i].a + blocks[i].words;
      at_b = blocks[i].b + blocks[i].words;
    }
  }
  return difference;
}

}  // namespace onrecord
