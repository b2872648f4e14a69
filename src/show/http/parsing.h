// One request from bytes, read by the parser and the limits that the server reads connections with. No sockets.
#pragma once

#include <cstdint>
#include <string_view>

#include "show/http/message.h"

namespace onrecord {

struct ParsedRequest {
  bool whole = false;  // false: no HTTP, too large, or not all there
  Request request;
};

ParsedRequest parse_request(std::string_view bytes, std::uint32_t header_bytes, std::uint64_t body_bytes);

}  // namespace onrecord
