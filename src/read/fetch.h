// The only place that asks other machines for anything: single requests over HTTP, and a visitor who is polite about
// them. libcurl does the talking.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "read/robots.h"

namespace onrecord {

struct FetchSettings {
  std::string agent = "onrecord";                 // the name that robots.txt knows us by
  std::string agent_note;                         // what stands behind it: "0.1 (+https://…)"
  std::chrono::milliseconds delay{5000};          // between two requests to one host
  std::chrono::milliseconds timeout{60000};       // for one request
  std::size_t most_bytes = std::size_t{8} << 20;  // of one unpacked body
};

struct FetchRequest {
  std::string address;
  std::string etag;           // of the version that is known; empty: none is
  std::string last_modified;  // the same, as the server wrote it
};

struct Fetched {
  enum class Outcome : std::uint8_t {
    fetched,    // status 200
    unchanged,  // 304
    gone,       // 404, 410
    refused,    // another status from 400 to 499: no use in trying soon
    failed,     // no answer, 429, 5xx: try again
    forbidden,  // robots.txt
    stopped     // the visitor was told to stop
  };
  Outcome outcome = Outcome::failed;
  std::string address;  // where it was found in the end
  std::string body;     // of one that was refused because it is too large, its beginning
  std::string etag, last_modified;
  std::optional<std::int64_t> retry_after;  // seconds, as the server asks
  std::string what;                         // why it is neither fetched nor unchanged
};

// `link` as an absolute http or https address, without fragment and without the parameters that only count visitors;
// nothing where it is none. `base` is an absolute address.
std::optional<std::string> resolve_address(const std::string& base, const std::string& link);
// "https://fjord.example" of an absolute address; empty for anything else.
std::string host_of(const std::string& address);

// One request at a time; obeys robots.txt (asked for once a day and host), waits between two requests to one host,
// follows at most five redirections. One thread at a time. Never throws.
class PoliteVisitor {
 public:
  // `stop` must outlive it: once it is true, waits end and nothing more is asked for.
  PoliteVisitor(FetchSettings settings, const std::atomic<bool>& stop);
  ~PoliteVisitor();
  PoliteVisitor(const PoliteVisitor&) = delete;
  PoliteVisitor& operator=(const PoliteVisitor&) = delete;

  Fetched get(const FetchRequest& request);
  // How long a request to this address would wait for its turn.
  std::chrono::milliseconds wait_for(const std::string& address) const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Host {
    Clock::time_point free{};      // when the next request may be made
    std::optional<Robots> robots;  // nothing: not asked for yet
    std::string unknown;           // why robots.txt could not be had; empty where it could
    Clock::time_point robots_asked{};
  };
  struct Connection;
  Fetched ask(const FetchRequest& request, Host& host, std::string* redirected_to);
  void ask_robots(const std::string& name, Host& host);
  bool wait_until(Clock::time_point moment) const;

  FetchSettings settings_;
  const std::atomic<bool>* stop_;
  std::unique_ptr<Connection> connection_;
  std::map<std::string, Host> hosts_;
};

}  // namespace onrecord
