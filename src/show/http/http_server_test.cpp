// The server on loopback, spoken to by plain sockets: what a hostile or broken client may send, and that it goes on.
#include "show/http/http_server.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <thread>

#include "show/http/loopback_socket.h"

namespace onrecord {
namespace {

class Server {
 public:
  explicit Server(HttpLimits limits = {}) {
    std::promise<std::uint16_t> ready;
    auto port = ready.get_future();
    thread_ = std::thread([this, limits, ready = std::move(ready)]() mutable {
      const HttpAnswer answer = [](const Request& request) {
        Response response;
        response.body = request.target + "|" + request.body;
        response.etag = "\"1\"";
        return response;
      };
      const auto served =
          serve_http({"127.0.0.1", 0}, limits, 2, answer, [&](std::uint16_t at) { ready.set_value(at); }, stop_);
      EXPECT_TRUE(served.has_value());
    });
    port_ = port.get();
  }
  ~Server() {
    stop_ = true;
    thread_.join();
  }

  int connected() const {
    const int handle = connect_to_loopback(port_, 5);
    EXPECT_GE(handle, 0);
    return handle;
  }

  // All that comes back before the server closes, or the first response where it does not.
  std::string ask(const std::string& bytes) const {
    const int handle = connected();
    EXPECT_EQ(send(handle, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
    return read_and_close(handle);
  }

 private:
  std::atomic<bool> stop_{false};
  std::uint16_t port_ = 0;
  std::thread thread_;
};

std::string get(const std::string& target, const std::string& headers = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
}

TEST(HttpServer, AnswersAndHardensEveryResponse) {
  const Server server;
  const std::string answer = server.ask(get("/x?y=1"));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
  EXPECT_TRUE(answer.ends_with("/x?y=1|")) << answer;
  EXPECT_NE(answer.find("Content-Security-Policy: default-src 'none'"), std::string::npos);
  EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"), std::string::npos);
}

TEST(HttpServer, SaysWhenNothingChanged) {
  const Server server;
  EXPECT_TRUE(server.ask(get("/x", "If-None-Match: \"1\"\r\n")).starts_with("HTTP/1.1 304"));
}

TEST(HttpServer, RefusesWhatIsTooLargeOrNoHttp) {
  HttpLimits limits;
  limits.body_bytes = 100;
  limits.header_bytes = 1000;
  const Server server(limits);
  const std::string post = "POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ";
  EXPECT_TRUE(server.ask(post + "1000\r\n\r\n").starts_with("HTTP/1.1 413"));
  EXPECT_TRUE(server.ask(get("/" + std::string(2000, 'a'))).starts_with("HTTP/1.1 431"));
  EXPECT_TRUE(server.ask("\x16\x03\x01 hello\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(server.ask(get("/still")).starts_with("HTTP/1.1 200")) << "and goes on";
}

TEST(HttpServer, CutsOffWhoTakesTooLong) {
  HttpLimits limits;
  limits.idle = std::chrono::seconds(1);
  const Server server(limits);
  EXPECT_EQ(server.ask("GET /slow HTTP/1.1\r\nHo"), "");
  EXPECT_TRUE(server.ask(get("/still")).starts_with("HTTP/1.1 200"));
}

TEST(HttpServer, TurnsAwayMoreConnectionsThanItMayHave) {
  HttpLimits limits;
  limits.connections = 2;
  const Server server(limits);
  const int first = server.connected();
  const int second = server.connected();
  std::string answer;
  // The two may not have been counted yet when the third comes.
  for (int i = 0; i < 50 && !answer.starts_with("HTTP/1.1 503"); ++i) answer = server.ask(get("/x"));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503")) << answer;
  close(first);
  close(second);
}

TEST(HttpServer, SaysThatAPlaceIsTaken) {
  const std::atomic<bool> stop{true};
  const HttpAnswer answer = [](const Request&) { return Response(); };
  const auto nowhere = serve_http({"not an address", 1}, {}, 1, answer, [](std::uint16_t) {}, stop);
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().what, "this is no IP address");
}

}  // namespace
}  // namespace onrecord
