// Whether two reports tell one act of saying.
#include <algorithm>
#include <tuple>

#include "relate/across.h"
#include "relate/alignment.h"
#include "relate/occasion.h"
#include "relate/telling_words.h"

namespace onrecord {

namespace {

using relating::Block;
using relating::SameSpeaker;

constexpr std::int32_t quoted_window = 400;    // days: a quotation may be told again within a year
constexpr std::int32_t paraphrase_window = 4;  // days: without common quoted words, only the same news cycle

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

// Telling words in common that make two reports of one speaker in the same days one point.
bool same_point(std::size_t shared, double of_shorter, double of_longer) {
  return shared >= 3 && of_shorter >= 0.5 && of_longer >= 0.25;
}

std::optional<UtteranceTie> compare(const Report& a, const Report& b) {
  const SameSpeaker speaker = relating::same_speaker(a, b);
  const auto apart = relating::days_apart(a, b);
  if (apart && *apart > quoted_window) return std::nullopt;

  const Overlap overlap = quoted_overlap(a, b);
  const double covered =
      overlap.shorter == 0 ? 0.0 : static_cast<double>(overlap.words) / static_cast<double>(overlap.shorter);
  if (same_quotation(overlap, covered, speaker, apart)) {
    UtteranceTie tie;
    const WordingDifference difference = compare_wording(a, b);
    tie.kind = difference.differs                               ? TieKind::altered
               : a.quoted_words.size() == b.quoted_words.size() ? TieKind::verbatim
                                                                : TieKind::shortened;
    const double sure = 1.0 - 1.0 / static_cast<double>(1 + overlap.longest);
    tie.score = static_cast<float>(sure * (0.5 + 0.5 * covered));
    tie.copied = is_copy(a, b);
    return tie;
  }

  if (speaker != SameSpeaker::yes || !apart || *apart > paraphrase_window) return std::nullopt;
  if (a.stems.empty() || b.stems.empty()) return std::nullopt;
  const auto shared = relating::shared_words(a.stems, b.stems).size();
  const double of_shorter = static_cast<double>(shared) / static_cast<double>(std::min(a.stems.size(), b.stems.size()));
  const double of_longer = static_cast<double>(shared) / static_cast<double>(std::max(a.stems.size(), b.stems.size()));
  if (!same_point(shared, of_shorter, of_longer)) return std::nullopt;
  UtteranceTie tie;
  tie.score = static_cast<float>(0.4 + 0.3 * of_shorter + 0.2 * of_longer);
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
