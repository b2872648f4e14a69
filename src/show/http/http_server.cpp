#include "show/http/http_server.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "show/http/request_of.h"

namespace onrecord {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

// What every response says: nothing from an article is markup, nothing is fetched from elsewhere, nobody frames the
// page.
void harden(http::response<http::string_body>& response) {
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
               "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
}

struct Shared {
  HttpLimits limits;
  const HttpAnswer* answer = nullptr;
  std::atomic<unsigned> open{0};
};

// One connection, from accept to close. Owns itself by shared pointers held in its pending operation.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket&& socket, Shared& shared) : stream_(std::move(socket)), shared_(&shared) { ++shared_->open; }
  ~Session() { --shared_->open; }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
  }

 private:
  void read() {
    parser_.emplace();
    parser_->header_limit(shared_->limits.header_bytes);
    parser_->body_limit(shared_->limits.body_bytes);
    stream_.expires_after(shared_->limits.idle);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) { self->answer(error); });
  }

  void answer(beast::error_code error) {
    if (error == http::error::body_limit)
      return write(problem(413, "Too large", "A request may have 64 kB of body at most."), false);
    if (error == http::error::header_limit)
      return write(problem(431, "Too large", "The request's headers are too long."), false);
    if (error) {
      // A connection that only ended, or took too long, gets no answer; one that talks no HTTP is told so.
      if (error == http::error::end_of_stream || error == beast::error::timeout ||
          error.category() == asio::error::get_system_category()) {
        return close();
      }
      return write(problem(400, "Bad request", "This is no HTTP request."), false);
    }
    const http::request<http::string_body> raw = parser_->release();
    Request request = request_of(raw);
    const bool keep = raw.keep_alive() && shared_->open <= shared_->limits.connections;
    if (shared_->open > shared_->limits.connections) {
      return write(problem(503, "Busy", "Too many connections; try again soon."), false);
    }
    Response response = (*shared_->answer)(request);
    if (!response.etag.empty() && names_tag(request.if_none_match, response.etag)) {
      response.status = 304;
      response.body.clear();
    }
    write(std::move(response), keep, request.method);
  }

  void write(Response response, bool keep, Method method = Method::get) {
    raw_ = {};
    raw_.version(11);
    raw_.result(response.status);
    raw_.set(http::field::content_type, response.type);
    if (response.etag.empty()) {
      raw_.set(http::field::cache_control, "no-store");
    } else {
      raw_.set(http::field::etag, response.etag);
      raw_.set(http::field::cache_control, "no-cache");
    }
    if (response.retry_after > 0) raw_.set(http::field::retry_after, std::to_string(response.retry_after));
    harden(raw_);
    raw_.keep_alive(keep);
    raw_.body() = std::move(response.body);
    raw_.prepare_payload();
    if (method == Method::head) raw_.body().clear();  // the length stays that of the body
    stream_.expires_after(shared_->limits.idle);
    http::async_write(stream_, raw_, [self = shared_from_this(), keep](beast::error_code error, std::size_t) {
      if (error || !keep) return self->close();
      self->read();
    });
  }

  void close() {
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  beast::tcp_stream stream_;
  Shared* shared_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> raw_;
};

class Listener {
 public:
  Listener(asio::io_context& context, tcp::acceptor&& acceptor, Shared& shared)
      : context_(&context), acceptor_(std::move(acceptor)), pause_(context), shared_(&shared) {}

  void accept() {
    acceptor_.async_accept(asio::make_strand(*context_), [this](beast::error_code error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (error) {
        // No file descriptors left, and the like: wait a moment instead of spinning.
        pause_.expires_after(std::chrono::milliseconds(100));
        pause_.async_wait([this](beast::error_code stopped) {
          if (!stopped) accept();
        });
        return;
      }
      // Far beyond the limit nothing is even read: the socket is closed as it goes out of scope.
      if (shared_->open < 2 * shared_->limits.connections)
        std::make_shared<Session>(std::move(socket), *shared_)->start();
      accept();
    });
  }

 private:
  asio::io_context* context_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  Shared* shared_;
};

}  // namespace

Result<void> serve_http(const HttpPlace& place, const HttpLimits& limits, unsigned threads, const HttpAnswer& answer,
                        const std::function<void(std::uint16_t port)>& ready, const std::atomic<bool>& stop) {
  const std::string where = place.address + ":" + std::to_string(place.port);
  beast::error_code error;
  const auto address = asio::ip::make_address(place.address, error);
  if (error) return tl::unexpected(Error{where, 0, "this is no IP address", "give one like 127.0.0.1"});
  Shared shared{limits, &answer, 0};  // before the context, whose end closes the sessions that count in it
  asio::io_context context(static_cast<int>(threads));
  tcp::acceptor acceptor(context);
  const tcp::endpoint endpoint(address, place.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return tl::unexpected(Error{where, 0, "cannot listen here: " + error.message(), "choose another --port"});
  const std::uint16_t port = acceptor.local_endpoint().port();

  Listener listener(context, std::move(acceptor), shared);
  listener.accept();
  asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([&](beast::error_code, int) { context.stop(); });
  asio::steady_timer watch(context);
  const std::function<void()> look = [&] {
    watch.expires_after(std::chrono::milliseconds(100));
    watch.async_wait([&](beast::error_code stopped) {
      if (stopped) return;
      if (stop) return context.stop();
      look();
    });
  };
  look();
  ready(port);
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < threads; ++i) workers.emplace_back([&context] { context.run(); });
  context.run();
  return {};
}

}  // namespace onrecord
