#include "relate/occasion.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "relate/telling_words.h"

namespace onrecord::relating {

namespace {

bool is_person(const Report& report) { return report.view.kind == SpeakerKind::person; }

// A name's first word, which tells namesakes apart: "Ada Lund" is no "Jon Lund"; "A. Lund" and "Lund" may be either.
bool first_names_agree(const std::string& a, const std::string& b) {
  const std::vector<std::string> x = plain_words(a);
  const std::vector<std::string> y = plain_words(b);
  if (x.size() < 2 || y.size() < 2) return true;
  // "Speaker-elect Ada Lund" and "Ada Lund": a title that the article did not part from the name.
  const auto& shorter = x.size() <= y.size() ? x : y;
  const auto& longer = x.size() <= y.size() ? y : x;
  if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) return true;
  // An initial, or a nickname, of which half are the name's beginning (Mike, Chris, Ben).
  return x.front()[0] == y.front()[0] || formal_name(x.front()) == formal_name(y.front());
}

}  // namespace

SameSpeaker same_speaker(const Report& a, const Report& b) {
  if (a.speaker_key.empty() || b.speaker_key.empty()) return SameSpeaker::unknown;
  if (is_person(a) && is_person(b)) {
    return a.speaker_key == b.speaker_key && first_names_agree(a.view.speaker, b.view.speaker) ? SameSpeaker::yes
                                                                                               : SameSpeaker::no;
  }
  if (is_person(a) != is_person(b)) {
    // "the mayor's office" in one paper is its spokeswoman by name in the other: it may be one act of saying.
    return SameSpeaker::unknown;
  }
  if (a.speaker_key == b.speaker_key) {
    return a.view.kind == SpeakerKind::unnamed || b.view.kind == SpeakerKind::unnamed ? SameSpeaker::unknown
                                                                                      : SameSpeaker::yes;
  }
  return SameSpeaker::unknown;
}

std::optional<Days> days_of(const Report& report) {
  const StatementView& view = report.view;
  if (view.said_from && view.said_to) {
    Days days{days_from_epoch(*view.said_from), days_from_epoch(*view.said_to), true};
    if (view.said_to->month == 0) {
      days.last += 365;
    } else if (view.said_to->day == 0) {
      days.last += 30;
    }
    return days;
  }
  if (view.published) {
    const std::int32_t day = days_from_epoch(*view.published);
    return Days{day, day, false};
  }
  return std::nullopt;
}

std::optional<std::int32_t> days_apart(const Report& a, const Report& b) {
  const std::optional<Days> x = days_of(a);
  const std::optional<Days> y = days_of(b);
  if (!x || !y) return std::nullopt;
  return std::max({0, y->first - x->last, x->first - y->last});
}

}  // namespace onrecord::relating
