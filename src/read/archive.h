// Archives of fetched pages (WARC, ARC, each also gzipped) as articles.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/bytes.h"
#include "read/gzip.h"
#include "read/read.h"

namespace onrecord {

// True where `head` (unpacked) begins as an archive does.
bool looks_like_archive(std::string_view head);

// Every page of the archive as an article, in its order, with the record's number as its place and, where the page
// itself tells no address, the address that it was fetched from. Records that are no pages are counted in the manifest
// (options.on_archive). `packed` is what `stream` reads from where the archive is gzipped, else
// null. Damage is an Error; what is whole around it is read. Memory is bounded by one record.
void read_archive(std::unique_ptr<Stream> stream, std::shared_ptr<GzipSource> packed, const std::string& name,
                  const ReadOptions& options, const ArticleSink& sink);

}  // namespace onrecord
