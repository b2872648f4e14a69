// A request's target as a question of the API: which operation it means, and its parameters, checked by
// api_definition.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/date.h"
#include "show/http/api_definition.h"

namespace onrecord {

// A question that makes sense. `operation` and `target` must outlive it.
struct Question {
  const ApiOperation* operation = nullptr;
  const Target* target = nullptr;
  std::string id;  // of the path; empty where it has none

  std::string_view text(std::string_view name) const { return target->value(name); }
  std::optional<Date> day(std::string_view name) const;
  // What the definition says where it is not given.
  std::size_t number(std::string_view name) const;
};

// The operation that answers `method` at this path, whatever its parameters, and the path's part in braces as `id`;
// nothing where the API has none.
std::optional<Question> question_of(Method method, const Target& target);

// The problem with the question's parameters: one that the operation does not know, or a value that is none.
std::optional<Response> refused(const Question& question);

}  // namespace onrecord
