// The reporter's own words around a statement: those of its cue's sentence that stand in the same report as the cue,
// not in what somebody is reported to say.
#pragma once

#include <vector>

#include "onrecord/statement.h"
#include "resolve/reading.h"

namespace onrecord::resolving {

struct Setting {
  std::uint32_t cue = none;      // first word of the cue; of the source or else the content where there is none
  std::uint32_t cue_end = none;  // behind its last word
  Range sentence;                // words of the cue's sentence; empty for a quotation that stands alone
  bool past = false;             // "said", "told": one act in the past; not "says", "wants"
  bool present = false;          // "says", "has said"
  bool standing = false;         // "has called", "is": no single act
};

struct Settings {
  std::vector<Setting> of;            // one a statement
  std::vector<std::uint32_t> report;  // of each word: the innermost statement in whose content it stands, or none

  // True where `word` is told by the same voice as the statement's cue.
  bool same_voice(std::uint32_t statement, std::uint32_t word) const {
    return report[word] == report[of[statement].cue];
  }
};

Settings read_settings(const Reading& reading, const Statements& statements);

}  // namespace onrecord::resolving
