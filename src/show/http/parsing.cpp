#include "show/http/parsing.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include "show/http/request_of.h"

namespace onrecord {

namespace {

namespace http = boost::beast::http;

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::head:
      return Method::head;
    case http::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

}  // namespace

Request request_of(const http::request<http::string_body>& raw) {
  const auto header = [&raw](http::field field) { return std::string(raw[field]); };
  Request request;
  request.method = method_of(raw.method());
  request.target = std::string(raw.target());
  request.host = header(http::field::host);
  request.origin = header(http::field::origin);
  request.content_type = header(http::field::content_type);
  request.if_none_match = header(http::field::if_none_match);
  request.body = raw.body();
  return request;
}

ParsedRequest parse_request(std::string_view bytes, std::uint32_t header_bytes, std::uint64_t body_bytes) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(header_bytes);
  parser.body_limit(body_bytes);
  parser.eager(true);
  boost::system::error_code error;
  parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error || !parser.is_done()) return {};
  return {true, request_of(parser.release())};
}

}  // namespace onrecord
