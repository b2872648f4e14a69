#include "read/read.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "read/archive.h"
#include "read/bytes.h"
#include "read/folder.h"
#include "read/foreign.h"
#include "read/format.h"
#include "read/gzip.h"
#include "read/json_array.h"
#include "read/json_lines.h"
#include "read/json_record.h"
#include "read/limits.h"
#include "read/page.h"
#include "read/plain_text.h"

namespace onrecord {

namespace {

namespace fs = std::filesystem;

// The text up to the last whole character: where a file breaks off, its last character may be cut.
void drop_cut_character(std::string& text) {
  std::size_t end = text.size();
  for (int back = 0; back < 4 && end > 0; ++back) {
    const auto byte = static_cast<unsigned char>(text[--end]);
    if (byte < 0x80) return;
    if (byte < 0xc0) continue;
    const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (end + length > text.size()) text.resize(end);
    return;
  }
}

void read_text_stream(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  std::string text = stream.take(limits::article_bytes + 1);
  if (text.size() > limits::article_bytes) {
    sink(tl::unexpected(Error{name, 0, fmt::format("is larger than {} bytes: no single article", limits::article_bytes),
                              "split it, or give many articles as JSON Lines"}));
    return;
  }
  if (stream.damage()) {
    drop_cut_character(text);
    if (text.empty()) return;
  }
  sink(read_plain_text(std::move(text), name, options));
}

void read_page_stream(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  std::string page = stream.take(limits::page_bytes + 1);
  const bool cut = page.size() > limits::page_bytes;
  if (cut) page.resize(limits::page_bytes);
  if (page.empty() && stream.damage()) return;
  std::optional<Error> note;
  auto article = read_page(page, name, options, note);
  if (cut && article) {
    note = Error{name, 0, fmt::format("was read up to its byte {} only", limits::page_bytes),
                 "give the article's own page", Lost::part};
  }
  sink(std::move(article));
  if (note) sink(tl::unexpected(std::move(*note)));
}

// A JSON document that is one record.
void read_json_document(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  const std::string document = stream.take(limits::record_bytes + 1);
  if (document.size() > limits::record_bytes) {
    sink(tl::unexpected(Error{name, 0, fmt::format("is a JSON document larger than {} bytes", limits::record_bytes),
                              "write one record a line"}));
    return;
  }
  std::optional<Error> note;
  sink(RecordReader().read(document, name, 0, options, note));
  if (note) sink(tl::unexpected(std::move(*note)));
}

// Unpacks where the bytes are packed, decides on the format and reads.
void read_stream(std::unique_ptr<Stream> stream, const std::string& name, const ReadOptions& options,
                 const ArticleSink& given_sink) {
  bool gave = false;
  const ArticleSink sink = [&](Result<Article>&& article) {
    gave = true;
    given_sink(std::move(article));
  };
  std::shared_ptr<GzipSource> packed;
  if (looks_gzipped(stream->peek(3))) {
    packed = gzip_source(std::move(stream), name);
    stream = std::make_unique<Stream>(rest_of(packed));
    if (looks_gzipped(stream->peek(3))) {
      sink(tl::unexpected(Error{name, 0, "is gzipped twice", "unpack it once"}));
      return;
    }
  }
  const std::string_view head = stream->peek(sniff_bytes);
  if (head.empty() && !stream->damage()) {
    sink(tl::unexpected(Error{name, 0, "is empty", "leave it out"}));
    return;
  }
  const Format format = detect_format(name, head);
  if (format == Format::archive) {
    read_archive(std::move(stream), std::move(packed), name, options, sink);
    return;
  }
  if (!head.empty()) {
    switch (format) {
      case Format::plain_text:
        read_text_stream(*stream, name, options, sink);
        break;
      case Format::html:
        read_page_stream(*stream, name, options, sink);
        break;
      case Format::json_lines:
        read_json_lines(*stream, name, options, sink);
        break;
      case Format::json_document:
        read_json_document(*stream, name, options, sink);
        break;
      case Format::json_array:
        read_json_array(*stream, name, options, sink);
        break;
      case Format::archive:
      case Format::unsupported: {
        const ForeignKind kind = foreign_kind(head).value_or(
            ForeignKind{"is neither text, HTML, JSON nor a web archive", "convert it to one of these"});
        sink(tl::unexpected(Error{name, 0, std::string(kind.what), std::string(kind.remedy)}));
        return;
      }
    }
  }
  if (stream->damage()) {
    Error damage = *stream->damage();
    damage.lost = gave ? Lost::part : Lost::all;
    sink(tl::unexpected(std::move(damage)));
  }
}

void read_file(const std::string& path, const ReadOptions& options, const ArticleSink& sink) {
  auto source = open_source(path, options.bytes_read);
  if (!source) {
    sink(tl::unexpected(std::move(source.error())));
    return;
  }
  read_stream(std::make_unique<Stream>(std::move(*source)), path, options, sink);
}

}  // namespace

void read(const std::string& path, const ReadOptions& options, const ArticleSink& sink) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) {
    read_file(path, options, sink);
    return;
  }
  FolderWalk walk = walk_folder(path);
  if (walk.files.empty() && walk.unlisted.empty())
    sink(tl::unexpected(Error{path, 0, "holds no file", "name a file or a folder with articles"}));
  for (Error& unlisted : walk.unlisted) sink(tl::unexpected(std::move(unlisted)));
  for (const std::string& file : walk.files) read_file(file, options, sink);
  if (options.on_folder) options.on_folder(std::move(walk.manifest));
}

std::optional<std::uint64_t> bytes_below(const std::vector<std::string>& paths) {
  std::uint64_t all = 0;
  std::error_code error;
  for (const std::string& path : paths) {
    if (path == "-") return std::nullopt;
    const std::vector<std::string> files = fs::is_directory(path, error) ? walk_folder(path).files : std::vector{path};
    for (const std::string& file : files) {
      const std::uintmax_t size = fs::file_size(file, error);
      if (error) return std::nullopt;
      all += size;
    }
  }
  return all;
}

void read_bytes(std::string_view bytes, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  read_stream(std::make_unique<Stream>(memory_source(bytes)), name, options, sink);
}

}  // namespace onrecord
