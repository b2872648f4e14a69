// What `relate` gives: which statement is about which, and how. Types are in order of specificity: the same pair bears
// only the first that holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/decision.h"
#include "onrecord/segments.h"
#include "onrecord/span.h"

namespace onrecord {

enum class RelationType : std::uint8_t { retracts, clarifies, reaffirms, denies, disputes, supports, responds };

struct Relation {
  RelationType type = RelationType::responds;
  std::uint32_t from = none;    // index of the statement that acts
  std::uint32_t to = none;      // index of the statement acted on; none where the text only mentions it
  std::optional<Span> to_span;  // then the mention ("the comments")
  std::vector<Span> evidence;   // the shortest spans that show the tie
  Decision decision;
};

using Relations = std::vector<Relation>;  // sorted by from, to, to_span, type

std::string_view to_text(RelationType type);
std::optional<RelationType> relation_type(std::string_view text);

// True for retracts, clarifies and reaffirms: only the speaker's own side can do these (invariant 8).
bool own_side_only(RelationType type);

}  // namespace onrecord
