// Gzip as a source over another source: several members in a row, damaged ends, bombs.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/bytes.h"

namespace onrecord {

// True where `head` begins as a gzip member does.
bool looks_gzipped(std::string_view head);

class GzipSource : public ByteSource {
 public:
  // After damage: goes on at the next place that looks like a member's beginning, as if nothing had been read before;
  // false where there is none.
  virtual bool resume() = 0;
};

// Inflates `packed`; `path` is what its damage is called by. A file that breaks off, has a wrong checksum or swells
// past the limits gives what came out before that, and says so in damage().
std::unique_ptr<GzipSource> gzip_source(std::unique_ptr<Stream> packed, const std::string& path);

// A source of what `packed` still gives, for a Stream beside somebody who may resume it.
std::unique_ptr<ByteSource> rest_of(std::shared_ptr<GzipSource> packed);

}  // namespace onrecord
