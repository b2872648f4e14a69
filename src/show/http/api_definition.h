// What the API takes and gives, told once. Requests are checked by it (question.h), answers are found by it
// (answers.cpp), /api/openapi.json and the table in docs/api.md are written from it (openapi.h), the page's types too
// (web/shapes.mjs); tests/api_test.cpp holds answers against it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "show/http/message.h"

namespace onrecord {

// A value that is one of a few words; `name` is the type's.
struct ApiChoice {
  std::string_view name;
  std::vector<std::string_view> words;
};

enum class ApiTaken : std::uint8_t { text, day, number, choice };

struct ApiParameter {
  std::string_view name, tells;
  ApiTaken takes = ApiTaken::text;
  std::string_view choice = {};              // name of the ApiChoice
  std::size_t least = 0, most = 0;           // of a number
  std::optional<std::size_t> fallback = {};  // of a number that is not given
};

// `type` is text, date (a day, month or year), integer, share (0 to 1), flag, or the name of a choice or shape; with []
// behind it a list of such.
struct ApiField {
  std::string_view name, type, tells;
  bool maybe_null = false;
  bool maybe_absent = false;
};

// A JSON object: it has these fields and no others.
struct ApiShape {
  std::string_view name, tells;
  std::vector<ApiField> fields;
};

struct ApiOperation {
  std::string_view id;  // as OpenAPI names it
  Method method = Method::get;
  std::string_view path;  // "/api/v1/speakers/{id}"; at most one part in braces
  std::string_view tells;
  std::vector<ApiParameter> parameters;  // of the query
  std::string_view takes = {};           // the shape of the request's body
  std::string_view gives = {};           // the shape of the answer
  unsigned status = 200;                 // of an answer
};

const std::vector<ApiChoice>& api_choices();
const std::vector<ApiShape>& api_shapes();
const std::vector<ApiOperation>& api_operations();

}  // namespace onrecord
