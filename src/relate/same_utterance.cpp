// Whether two reports tell one act of saying.
#include <algorithm>
#include <string_view>
#include <tuple>

#include "relate/across.h"
#include "relate/alignment.h"
#include "relate/likeness.h"
#include "relate/occasion.h"
#include "relate/opposites.h"
#include "relate/telling_words.h"

namespace onrecord {

namespace {

using relating::Block;
using relating::SameSpeaker;

constexpr std::int32_t quoted_window = 400;    // days: a quotation may be told again within a year
constexpr float quotation_score = 0.8f;        // a common quotation, however short
constexpr float least_likelihood = 0.33f;      // of reports without one
constexpr std::int32_t paraphrase_window = 4;  // days: without common quoted words, only the same news cycle
constexpr std::size_t unmistakable = 16;       // quoted words in a row that nobody else says in one news cycle

struct Overlap {
  std::size_t words = 0;  // quoted words that stand in common runs of two or more
  std::size_t longest = 0;
  std::size_t shorter = 0;  // quoted words of the report with fewer
};

Overlap quoted_overlap(const Report& a, const Report& b) {
  Overlap overlap;
  overlap.shorter = std::min(a.quoted_words.size(), b.quoted_words.size());
  for (const Block& block : relating::align(a.quoted_words, b.quoted_words)) {
    if (block.words >= 2) overlap.words += block.words;
    overlap.longest = std::max<std::size_t>(overlap.longest, block.words);
  }
  return overlap;
}

// One text in two places: a wire story or a reprint. The reporters' own words around the quotation agree, too.
bool is_copy(const Report& a, const Report& b) {
  const auto x = relating::plain_words(a.view.passage);
  const auto y = relating::plain_words(b.view.passage);
  if (std::min(x.size(), y.size()) < 12) return false;
  std::size_t same = 0;
  for (const Block& block : relating::align(x, y)) same += block.words;
  return same * 10 >= std::max(x.size(), y.size()) * 9;
}

// Common quoted words that only one act of saying explains. Where the papers name two people, one of them may be wrong,
// or one quotes the other: only a long quotation of the same days says so.
bool same_quotation(const Overlap& overlap, double covered, SameSpeaker speaker, std::optional<std::int32_t> apart) {
  // However much else the two papers quote beside it, and whomever they quote it from.
  if (overlap.longest >= unmistakable && apart && *apart <= paraphrase_window) return true;
  switch (speaker) {
    case SameSpeaker::yes:
      return covered >= 0.5 && (overlap.longest >= 4 || (overlap.longest >= 3 && overlap.words >= 6));
    case SameSpeaker::unknown:
      return covered >= 0.5 && overlap.longest >= 6;
    case SameSpeaker::no:
      return covered >= 0.8 && overlap.longest >= 10 && apart && *apart <= paraphrase_window;
  }
  return false;
}

bool has_denial(std::string_view words) {
  for (const std::string& word : relating::plain_words(words)) {
    if (relating::denies(word)) return true;
  }
  return false;
}

// "We will raise it" and "We will not raise it": one saying only where a paper got a long quotation wrong.
bool opposed(const WordingDifference& difference) {
  return std::any_of(difference.changes.begin(), difference.changes.end(),
                     [](const WordChange& change) { return has_denial(change.a) != has_denial(change.b); });
}

// The papers tell the days, and they are not the same: a line of a stump speech, said again.
bool said_again(const Report& a, const Report& b, std::size_t longest) {
  const auto x = relating::days_of(a);
  const auto y = relating::days_of(b);
  return x && y && x->told && y->told && *relating::days_apart(a, b) >= (longest < 12 ? 2 : 3);
}

std::optional<UtteranceTie> compare(const Report& a, const Report& b) {
  const SameSpeaker speaker = relating::same_speaker(a, b);
  const auto apart = relating::days_apart(a, b);
  if (apart && *apart > quoted_window) return std::nullopt;

  const Overlap overlap = quoted_overlap(a, b);
  const double covered =
      overlap.shorter == 0 ? 0.0 : static_cast<double>(overlap.words) / static_cast<double>(overlap.shorter);
  // Without three words in a row there is no wording to compare, and most pairs have none.
  const WordingDifference difference = overlap.longest >= 3 ? compare_wording(a, b) : WordingDifference{};
  if (opposed(difference) && (overlap.longest < 8 || said_again(a, b, 0))) return std::nullopt;
  UtteranceTie tie;
  if (same_quotation(overlap, covered, speaker, apart)) {
    if (said_again(a, b, overlap.longest)) return std::nullopt;
    tie.kind = difference.differs                               ? TieKind::altered
               : a.quoted_words.size() == b.quoted_words.size() ? TieKind::verbatim
                                                                : TieKind::shortened;
    const double sure = 1.0 - 1.0 / static_cast<double>(1 + overlap.longest);
    tie.score = std::max(quotation_score, static_cast<float>(sure * (0.5 + 0.5 * covered)));
  } else {
    if (speaker == SameSpeaker::no || !apart || *apart > paraphrase_window) return std::nullopt;
    if (relating::shared_words(a.stems, b.stems).size() < 2) return std::nullopt;
    tie.score = relating::likelihood(relating::likeness(a, b));
    if (tie.score < least_likelihood) return std::nullopt;
  }
  tie.copied = is_copy(a, b);
  return tie;
}

}  // namespace

std::optional<UtteranceTie> same_utterance(const Report& a, const Report& b) {
  if (a.view.article == b.view.article) return std::nullopt;
  const auto key = [](const Report& report) { return std::tie(report.view.article, report.view.statement); };
  return key(a) < key(b) ? compare(a, b) : compare(b, a);
}

}  // namespace onrecord
