#include "show/http/message.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "show/json_writer.h"
#include "text/text.h"

namespace onrecord {

std::string_view Target::value(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

namespace {

// Decoded text may hold anything; only what can be a word of a person or an id may go further.
bool sound(std::string_view decoded) {
  return decoded.find('\0') == std::string_view::npos && first_invalid_utf8(decoded) == decoded.size();
}

}  // namespace

bool parse_target(std::string_view text, Target& target) {
  const auto parsed = boost::urls::parse_origin_form({text.data(), text.size()});
  if (!parsed) return false;
  for (const auto segment : parsed->segments()) {
    const std::string decoded(segment);
    if (!sound(decoded)) return false;
    if (!decoded.empty()) target.path.push_back(decoded);
  }
  for (const auto parameter : parsed->params()) {
    // A form writes a blank as "+", which the URL grammar leaves alone; an escaped plus is no blank.
    const std::string name(parameter.key);
    const std::string value(parameter.value);
    if (!sound(name) || !sound(value)) return false;
    target.query.insert_or_assign(name, value);
  }
  return true;
}

Response problem(unsigned status, std::string_view title, std::string_view detail) {
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  JsonWriter json(response.body);
  json.open_object();
  json.field("title", title);
  json.key("status");
  json.integer(status);
  json.field("detail", detail);
  json.close_object();
  return response;
}

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  std::string_view rest = if_none_match;
  while (!rest.empty()) {
    const std::size_t begin = rest.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) return false;
    rest.remove_prefix(begin);
    if (rest.front() == '*') return true;
    if (rest.starts_with("W/")) rest.remove_prefix(2);
    if (!rest.starts_with('"')) return false;
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return false;
    if (rest.substr(0, end + 1) == etag) return true;
    rest.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace onrecord
