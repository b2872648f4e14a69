// Sockets and HTTP (Boost.Beast): accepts, reads one request after another within limits, asks `answer`, writes. Knows
// nothing of ledgers. The only network of `serve`.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "onrecord/result.h"
#include "show/http/message.h"

namespace onrecord {

struct HttpLimits {
  std::uint32_t header_bytes = 16 * 1024;
  std::uint64_t body_bytes = 64 * 1024;
  std::chrono::seconds idle{15};  // for reading a whole request, and for writing a whole response
  unsigned connections = 256;     // more are answered 503 and closed
};

struct HttpPlace {
  std::string address = "127.0.0.1";  // an IP address
  std::uint16_t port = 8321;          // 0: any free one
};

// Called on several threads at once; must not throw.
using HttpAnswer = std::function<Response(const Request&)>;

// Listens and serves on `threads` threads until `stop` is set (looked at several times a second) or the process gets
// SIGINT or SIGTERM. `ready` is called once with the port. An Error where the place cannot be listened on.
Result<void> serve_http(const HttpPlace& place, const HttpLimits& limits, unsigned threads, const HttpAnswer& answer,
                        const std::function<void(std::uint16_t port)>& ready, const std::atomic<bool>& stop);

}  // namespace onrecord
