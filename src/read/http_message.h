// An HTTP response as archives keep it: its head, and its body as a browser would show it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onrecord {

struct HttpMessage {
  int status = 0;            // 0: the bytes are no HTTP response
  std::string content_type;  // "text/html", in lower case, without parameters; empty where the head says none
  std::string body;          // joined and unpacked
  bool cut = false;          // the body is longer than the limit
  std::string damage;        // what is wrong with the body though something of it could be read; empty where nothing is
};

// Never fails; `body` takes no more memory than a few times `limit`.
HttpMessage read_http(std::string_view bytes, std::size_t limit);

// "text/html" of "Text/HTML; charset=utf-8".
std::string bare_content_type(std::string_view field);

}  // namespace onrecord
