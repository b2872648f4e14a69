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

// The words that an audience is told by: "told", "in an interview with", "at a rally", "in a statement", "speaking to",
// "on CNN", "said to", "tweeted".
enum class Telling : std::uint8_t { verb, interview, gathering, medium, speaking, platform, to_whom, tweet };

struct Audience {
  std::string name;  // in the article's words, without article
  Span span;
  std::uint32_t pronoun = none;  // the word, where it was told to "him": the name is then another's
  float confidence = 0.0f;
  Telling by = Telling::verb;
  bool gathering = false;  // at a rally, in a debate: others may speak there too
};

// All that the reporter's words of the statement's sentence may mean, the surest first; `dates` bound phrases ("told VG
// | on Wednesday").
std::vector<Audience> audiences_of(const Reading& reading, const Cast& cast, const Settings& settings,
                                   const Statements& statements, std::uint32_t statement,
                                   const std::vector<DatePhrase>& dates);

}  // namespace onrecord::resolving
