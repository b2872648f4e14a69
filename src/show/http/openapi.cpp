#include "show/http/openapi.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "show/http/api_definition.h"
#include "show/json_writer.h"

namespace onrecord {

namespace {

void write_reference(JsonWriter& json, std::string_view name) {
  json.open_object();
  json.field("$ref", fmt::format("#/components/schemas/{}", name));
  json.close_object();
}

void write_plain(JsonWriter& json, std::string_view type) {
  json.open_object();
  if (type == "text") json.field("type", "string");
  if (type == "flag") json.field("type", "boolean");
  if (type == "date") {
    json.field("type", "string");
    json.field("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
  }
  if (type == "integer") {
    json.field("type", "integer");
    json.key("minimum");
    json.integer(0);
  }
  if (type == "share") {
    json.field("type", "number");
    json.key("minimum");
    json.integer(0);
    json.key("maximum");
    json.integer(1);
  }
  json.close_object();
}

void write_type(JsonWriter& json, std::string_view type) {
  if (type.ends_with("[]")) {
    json.open_object();
    json.field("type", "array");
    json.key("items");
    write_type(json, type.substr(0, type.size() - 2));
    return json.close_object();
  }
  constexpr std::array<std::string_view, 5> plain{"text", "flag", "date", "integer", "share"};
  if (std::ranges::find(plain, type) != plain.end()) return write_plain(json, type);
  write_reference(json, type);
}

void write_nullable(JsonWriter& json, std::string_view type) {
  json.open_object();
  json.key("anyOf");
  json.open_array();
  write_type(json, type);
  json.open_object();
  json.field("type", "null");
  json.close_object();
  json.close_array();
  json.close_object();
}

void write_shape(JsonWriter& json, const ApiShape& shape) {
  json.key(shape.name);
  json.open_object();
  json.field("type", "object");
  if (!shape.tells.empty()) json.field("description", shape.tells);
  json.key("properties");
  json.open_object();
  for (const ApiField& field : shape.fields) {
    json.key(field.name);
    if (field.tells.empty()) {
      field.maybe_null ? write_nullable(json, field.type) : write_type(json, field.type);
      continue;
    }
    json.open_object();
    json.field("description", field.tells);
    json.key("allOf");
    json.open_array();
    field.maybe_null ? write_nullable(json, field.type) : write_type(json, field.type);
    json.close_array();
    json.close_object();
  }
  json.close_object();
  json.key("required");
  json.open_array();
  for (const ApiField& field : shape.fields) {
    if (!field.maybe_absent) json.string(field.name);
  }
  json.close_array();
  json.key("additionalProperties");
  json.boolean(false);
  json.close_object();
}

void write_parameter(JsonWriter& json, const ApiParameter& parameter) {
  json.open_object();
  json.field("name", parameter.name);
  json.field("in", "query");
  json.field("description", parameter.tells);
  json.key("schema");
  if (parameter.takes == ApiTaken::choice) {
    write_reference(json, parameter.choice);
    return json.close_object();
  }
  json.open_object();
  json.field("type", parameter.takes == ApiTaken::number ? "integer" : "string");
  if (parameter.takes == ApiTaken::day) json.field("format", "date");
  if (parameter.takes == ApiTaken::number) {
    json.key("minimum");
    json.integer(parameter.least);
    json.key("maximum");
    json.integer(parameter.most);
  }
  if (parameter.fallback) {
    json.key("default");
    json.integer(*parameter.fallback);
  }
  json.close_object();
  json.close_object();
}

void write_content(JsonWriter& json, std::string_view type, std::string_view shape) {
  json.key("content");
  json.open_object();
  json.key(type);
  json.open_object();
  json.key("schema");
  write_reference(json, shape);
  json.close_object();
  json.close_object();
}

void write_operation(JsonWriter& json, const ApiOperation& operation) {
  json.key(operation.method == Method::post ? "post" : "get");
  json.open_object();
  json.field("operationId", operation.id);
  json.field("summary", operation.tells);
  json.key("parameters");
  json.open_array();
  if (operation.path.ends_with("{id}")) {
    json.open_object();
    json.field("name", "id");
    json.field("in", "path");
    json.key("required");
    json.boolean(true);
    json.key("schema");
    write_plain(json, "text");
    json.close_object();
  }
  for (const ApiParameter& parameter : operation.parameters) write_parameter(json, parameter);
  json.close_array();
  if (!operation.takes.empty()) {
    json.key("requestBody");
    json.open_object();
    json.key("required");
    json.boolean(true);
    write_content(json, "application/json", operation.takes);
    json.close_object();
  }
  json.key("responses");
  json.open_object();
  json.key(std::to_string(operation.status));
  json.open_object();
  json.field("description", "The answer.");
  write_content(json, "application/json", operation.gives);
  json.close_object();
  json.key("default");
  json.open_object();
  json.field("description", "A refusal.");
  write_content(json, "application/problem+json", "Problem");
  json.close_object();
  json.close_object();
  json.close_object();
}

}  // namespace

std::string openapi_document() {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.field("openapi", "3.1.0");
  json.key("info");
  json.open_object();
  json.field("title", "onrecord");
  json.field("version", ONRECORD_VERSION);
  json.field("description", "Who said what, when, to whom, and what became of it: questions to one ledger.");
  json.close_object();
  json.key("paths");
  json.open_object();
  std::map<std::string_view, std::vector<const ApiOperation*>> paths;
  for (const ApiOperation& operation : api_operations()) paths[operation.path].push_back(&operation);
  for (const auto& [path, operations] : paths) {
    json.key(path);
    json.open_object();
    for (const ApiOperation* operation : operations) write_operation(json, *operation);
    json.close_object();
  }
  json.close_object();
  json.key("components");
  json.open_object();
  json.key("schemas");
  json.open_object();
  for (const ApiChoice& choice : api_choices()) {
    json.key(choice.name);
    json.open_object();
    json.field("type", "string");
    json.key("enum");
    json.open_array();
    for (const std::string_view word : choice.words) json.string(word);
    json.close_array();
    json.close_object();
  }
  for (const ApiShape& shape : api_shapes()) write_shape(json, shape);
  json.close_object();
  json.close_object();
  json.close_object();
  return out;
}

std::string api_table() {
  std::string out = "| address | gives |\n|---|---|\n";
  for (const ApiOperation& operation : api_operations()) {
    std::string names;
    for (const ApiParameter& parameter : operation.parameters) {
      names.append(names.empty() ? "?" : "&").append(parameter.name).append("=");
    }
    const std::string answer = operation.takes.empty()
                                   ? fmt::format("`{}`", operation.gives)
                                   : fmt::format("takes `{}`; {}", operation.takes, operation.status);
    out += fmt::format("| `{}{}{}` | {} ({}) |\n", operation.method == Method::post ? "POST " : "", operation.path,
                       names, operation.tells, answer);
  }
  return out;
}

}  // namespace onrecord
