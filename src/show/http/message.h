// What the server's parts hand to each other: one request and one response, without sockets.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

enum class Method : std::uint8_t { get, head, post, other };

struct Request {
  Method method = Method::get;
  std::string target;  // as it came: "/api/v1/search?words=bridge"
  std::string host;    // of the Host header
  std::string origin;  // of the Origin header; empty where none came
  std::string content_type;
  std::string if_none_match;
  std::string body;
};

struct Response {
  unsigned status = 200;
  std::string type = "application/json";
  std::string etag;  // empty: not to be kept
  std::string body;
  unsigned retry_after = 0;  // seconds; 0: nothing is said
};

// Whether an If-None-Match header names the tag: "*", or a list with it, weak or not (RFC 9110, 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view etag);

// A target taken apart and percent-decoded.
struct Target {
  std::vector<std::string> path;                          // segments, without empty ones
  std::map<std::string, std::string, std::less<>> query;  // a name given twice keeps its last value
  // The value of `name`; empty where it is not given.
  std::string_view value(std::string_view name) const;
};

// False for a target that is no origin form, whose escapes are broken or that holds NUL or invalid UTF-8.
bool parse_target(std::string_view text, Target& target);

// RFC 9457. `detail` is one sentence for a person.
Response problem(unsigned status, std::string_view title, std::string_view detail);

}  // namespace onrecord
