// What `resolve` gives: who the speakers of an article are, and for each statement who, when and to whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/date.h"
#include "onrecord/decision.h"
#include "onrecord/segments.h"
#include "onrecord/span.h"

namespace onrecord {

enum class SpeakerKind : std::uint8_t { unknown, person, organisation, group, document, unnamed, author };

struct Role {
  std::string text;  // as the article gives it: "transport minister", "R-Ohio"
  Span span;
};

struct Mention {
  Span span;
  Decision decision;  // what tied this mention to the speaker
};

struct Speaker {
  std::string name;  // the fullest that the article itself gives, without titles
  SpeakerKind kind = SpeakerKind::unknown;
  std::vector<Role> roles;
  std::vector<Mention> mentions;  // sorted by span
};

struct Said {
  std::optional<Date> from;  // null together with `to` where the phrase is known but the publication day is not
  std::optional<Date> to;
  std::string basis;           // how it was resolved: "weekday", "explicit", "yesterday", "month", "occasion" …
  std::optional<Span> phrase;  // the words that tell; null where it was carried from a dated occasion without words
  float confidence = 0.0f;
};

struct Told {
  std::string name;  // in the article's words, without article: "Norwegian newspaper VG"
  std::optional<Span> span;
  float confidence = 0.0f;
};

// One per statement, in the same order.
struct Circumstances {
  std::uint32_t speaker = none;  // index into Resolution::speakers; none where unknown
  Decision speaker_decision;
  std::optional<Said> said;
  std::optional<Told> told;
};

struct Resolution {
  std::vector<Speaker> speakers;  // sorted by first mention
  std::vector<Circumstances> statements;
};

std::string_view to_text(SpeakerKind kind);  // "person" …; "" for unknown

}  // namespace onrecord
