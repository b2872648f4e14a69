// To whom or where a statement was made, as its own sentence tells it: told WHOM, in an interview with WHOM, on a
// programme, at a gathering, in a medium.
#pragma once

#include <optional>
#include <vector>

#include "onrecord/resolution.h"
#include "resolve/cast.h"
#include "resolve/dates.h"
#include "resolve/setting.h"

namespace onrecord::resolving {

struct Audience {
  std::string name;  // in the article's words, without article
  Span span;
  std::uint32_t pronoun = none;  // the word, where it was told to "him": the name is then another's
  float confidence = 0.0f;
  bool gathering = false;  // at a rally, in a debate: others may speak there too
};

// Among the reporter's words of the statement's sentence; `dates` bound phrases ("told VG | on Wednesday").
std::optional<Audience> audience_of(const Reading& reading, const Cast& cast, const Settings& settings,
                                    const Statements& statements, std::uint32_t statement,
                                    const std::vector<DatePhrase>& dates);

}  // namespace onrecord::resolving
