// Gzip as a source over another source: several members in a row, damaged ends, bombs.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/bytes.h"

namespace onrecord {

// True where `head` begins as a gzip member does.
bool looks_gzipped(std::string_view head);

// Inflates `packed`; `path` is what its damage is called by. A file that breaks off, has a wrong checksum or swells
// past the limits gives what came out before that, and says so in damage().
std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<Stream> packed, const std::string& path);

}  // namespace onrecord
