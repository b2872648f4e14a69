// JSON Lines: one record a line, `{"id", "url", "outlet", "published", "title", "byline", "text"}`; only `text` is
// required.
#pragma once

#include <string>

#include "read/bytes.h"
#include "read/read.h"

namespace onrecord {

// Every record of `stream` as an article, in order; a record that cannot be one is refused with its line, and the rest
// goes on. Memory is bounded by the largest accepted line. Whether the stream broke off is for the caller to report.
void read_json_lines(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink);

}  // namespace onrecord
