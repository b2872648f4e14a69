#include "show/http/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace onrecord {

namespace {

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

// What is wrong with a value that was given; empty where nothing is.
std::string fault(const ApiParameter& parameter, std::string_view value) {
  switch (parameter.takes) {
    case ApiTaken::text:
      return {};
    case ApiTaken::day: {
      const auto day = parse_iso(value);
      if (day && day->day != 0 && value.size() == 10) return {};
      return fmt::format("{} takes a day like 2031-05-15.", parameter.name);
    }
    case ApiTaken::number: {
      const auto number = whole_number(value);
      if (number && *number >= parameter.least && *number <= parameter.most) return {};
      return fmt::format("{} takes a whole number from {} to {}.", parameter.name, parameter.least, parameter.most);
    }
    case ApiTaken::choice: {
      const auto choice = std::ranges::find(api_choices(), parameter.choice, &ApiChoice::name);
      if (std::ranges::find(choice->words, value) != choice->words.end()) return {};
      return fmt::format("{} takes one of: {}.", parameter.name, fmt::join(choice->words, ", "));
    }
  }
  return {};
}

}  // namespace

std::optional<Date> Question::day(std::string_view name) const {
  return text(name).empty() ? std::nullopt : parse_iso(text(name));
}

std::size_t Question::number(std::string_view name) const {
  const auto parameter = std::ranges::find(operation->parameters, name, &ApiParameter::name);
  return text(name).empty() ? parameter->fallback.value_or(0) : whole_number(text(name)).value_or(0);
}

std::optional<Question> question_of(Method method, const Target& target) {
  if (method == Method::head) method = Method::get;
  for (const ApiOperation& operation : api_operations()) {
    const auto parts = parts_of(operation.path);
    if (operation.method != method || parts.size() != target.path.size()) continue;
    Question question{&operation, &target, {}};
    bool meant = true;
    for (std::size_t i = 0; i < parts.size() && meant; ++i) {
      if (parts[i].starts_with('{')) {
        question.id = target.path[i];
      } else {
        meant = parts[i] == target.path[i];
      }
    }
    if (meant) return question;
  }
  return std::nullopt;
}

std::optional<Response> refused(const Question& question) {
  const auto& known = question.operation->parameters;
  for (const auto& [name, value] : question.target->query) {
    const auto parameter = std::ranges::find(known, name, &ApiParameter::name);
    if (parameter == known.end())
      return problem(400, "Bad request", fmt::format("There is no parameter {} here; see /api/openapi.json.", name));
    if (value.empty()) continue;  // as if it were not given: what an empty field of a form sends
    if (const std::string what = fault(*parameter, value); !what.empty()) return problem(400, "Bad request", what);
  }
  return std::nullopt;
}

}  // namespace onrecord
