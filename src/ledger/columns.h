// How lists of spans and the like stand in a column: JSON that a person can read and SQLite's json functions can use.
// Reading is strict: nothing for a text that writing could not have made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/resolution.h"
#include "onrecord/span.h"

namespace onrecord::ledger {

std::string to_column(Span span);                              // [120,240]
std::string to_column(const std::vector<Span>& spans);         // [[120,240],[250,260]]
std::string to_column(const std::vector<std::string>& texts);  // ["Ada Lund"]
std::string to_column(const std::vector<Role>& roles);         // [["transport minister",[10,28]]]
std::string to_column(const std::vector<Mention>& mentions);   // [[[0,8],"full-name",0.97]]
// The shortest decimal that gives this float again, so that the file shows 0.97 and not 0.97000002861.
double to_column(float confidence);

std::optional<Span> span_of(std::string_view column);
std::optional<std::vector<Span>> spans_of(std::string_view column);
std::optional<std::vector<std::string>> texts_of(std::string_view column);
std::optional<std::vector<Role>> roles_of(std::string_view column);
std::optional<std::vector<Mention>> mentions_of(std::string_view column);

}  // namespace onrecord::ledger
