// Between Boost.Beast's messages and ours. For the server and the fuzzer; whoever else wants a request includes
// message.h.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "show/http/message.h"

namespace onrecord {

// What the service needs of a request that was read whole. Header fields that it does not need are dropped.
Request request_of(const boost::beast::http::request<boost::beast::http::string_body>& raw);

}  // namespace onrecord
