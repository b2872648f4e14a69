// Verdicts on speakers, carried out. Pure: what it gives depends on the speakers and verdicts alone, not on their order
// in memory. The rules stand in speaker_index.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ledger/views.h"

namespace onrecord::ledger {

struct SpeakerVerdict {
  bool same = true;
  std::string one, other;  // handles of rows
};
// The verdicts on speakers that no later one on the same two overrules, in the order they were given.
std::vector<SpeakerVerdict> standing_verdicts(const std::vector<Verdict>& verdicts);

struct GroupedSpeaker {
  std::string handle;
  std::string name;  // speakers of one name are one unless parted; empty: one with nobody of itself
  std::vector<std::string> roles;
};
// `speakers` sorted by handle. Gives groups of indices, each sorted, in the order of their first.
std::vector<std::vector<std::size_t>> group_speakers(const std::vector<GroupedSpeaker>& speakers,
                                                     const std::vector<SpeakerVerdict>& verdicts);

}  // namespace onrecord::ledger
