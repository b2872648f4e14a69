// Names that stand in apposition to a noun: "the campaign's spokesman, Ada Lund,", "one group, Friends of the Harbour".
#pragma once

#include "resolve/phrases.h"

namespace onrecord::resolving {

// The person whose name stands from `at` on behind titles and trades alone: "committee chairwoman Ada Lund"; of the
// cast's names, or none.
std::uint32_t titled_person(const Reading& reading, const Cast& cast, std::uint32_t at, std::uint32_t end);

// "the campaign's spokesman, Ada Lund,", "Lund's ally, Minister Bo Moe", "a favourite -- Ada Lund --": the name behind
// the comma or dash, or none.
std::uint32_t name_in_apposition(const Reading& reading, const Cast& cast, const Phrase& phrase, std::uint32_t end);

// "one group, Friends of the Harbour,", "another holdout -- the Harbour Union --", "a union called Dockers United": a
// body behind the comma, dash or "called", with nothing behind it; or none.
std::uint32_t body_in_apposition(const Reading& reading, const Cast& cast, const Phrase& phrase, std::uint32_t end);

}  // namespace onrecord::resolving
