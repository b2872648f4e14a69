// A JSON array of records, `[{"text": …}, …]`: what programs write where JSON Lines would do.
#pragma once

#include <string>

#include "read/bytes.h"
#include "read/read.h"

namespace onrecord {

// Every member of the array as an article, in order, as read_json_lines does it; an error names the line where the
// member begins. Memory is bounded by the largest accepted record. Behind damage to the array itself nothing is read,
// and that is told.
void read_json_array(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink);

}  // namespace onrecord
