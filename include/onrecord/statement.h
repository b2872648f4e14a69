// What `attribute` gives: whole statements. Every span list is sorted and without overlap.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/decision.h"
#include "onrecord/segments.h"
#include "onrecord/span.h"

namespace onrecord {

enum class Form : std::uint8_t { direct, indirect, mixed };
enum class Polarity : std::uint8_t { asserted, negated, declined };
enum class Act : std::uint8_t {
  say,
  deny,
  retract,
  clarify,
  reaffirm,
  promise,
  accuse,
  ask,
  answer,
  criticise,
  praise,
  agree,
  announce,
  warn,
  think,
  want,
  know,
  feel,
  show
};

struct Statement {
  Form form = Form::indirect;
  Act act = Act::say;
  std::vector<Span> content;
  std::vector<Span> cue;
  std::vector<Span> source;     // empty where the text names none
  std::vector<Span> quotes;     // the verbatim parts, marks included, inside `content`
  std::uint32_t within = none;  // index of the statement that this one is nested in
  bool communicated = true;
  Polarity polarity = Polarity::asserted;
  Decision decision;
};

using Statements = std::vector<Statement>;  // sorted by the first byte of any of their spans

std::string_view to_text(Form form);  // "direct" …, as in the extract contract
std::string_view to_text(Act act);
std::string_view to_text(Polarity polarity);

}  // namespace onrecord
