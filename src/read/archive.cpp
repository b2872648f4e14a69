#include "read/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/archive_records.h"
#include "read/charset.h"
#include "read/http_message.h"
#include "read/limits.h"
#include "read/lines.h"
#include "read/page.h"
#include "read/plain_text.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t most_reasons = 100;  // kinds of skipped records that are counted apart

// A record's content, ready to be read.
struct Content {
  std::string type;
  std::string bytes;
  bool cut = false;
};

// Why records of these bytes are no pages; for people: any type's control characters are left out.
std::string reason_of_type(const std::string& type) {
  std::string reason;
  for (const char c : type.substr(0, 60)) {
    if (c > ' ' && c < 0x7f) reason.push_back(c);
  }
  return reason.empty() ? "unknown type" : reason;
}

std::string without_blanks(const std::string& address) {
  std::string out;
  for (const char c : address) {
    if (c == ' ') {
      out += "%20";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

class ArchiveReader {
 public:
  ArchiveReader(const std::string& name, const ReadOptions& options, const ArticleSink& sink)
      : name_(name), options_(options), sink_(sink) {
    manifest_.path = name;
    if (options.begin_after) begin_after_ = options.begin_after(name);
  }

  void read(ArchiveRecords& records) {
    while (const auto record = records.next()) {
      ++manifest_.records;
      report(records.take_damage());
      if (record->number <= begin_after_) {
        ++manifest_.passed_over;
        continue;
      }
      if (!record->damage.empty()) damaged(*record, record->damage);
      take(*record);
    }
    report(records.take_damage());
    if (options_.on_archive) options_.on_archive(std::move(manifest_));
  }

 private:
  void report(std::optional<Error>&& error) {
    if (!error) return;
    ++manifest_.damaged;
    error->lost = manifest_.records > 0 ? Lost::part : Lost::all;
    sink_(tl::unexpected(std::move(*error)));
  }
  void damaged(const ArchiveRecord& record, const std::string& what) {
    ++manifest_.damaged;
    sink_(tl::unexpected(Error{name_, record.number, "this record " + what,
                               "what could be read of it is kept; fetch the page again", Lost::part}));
  }
  void skipped(std::string reason) {
    if (manifest_.skipped.size() >= most_reasons && !manifest_.skipped.contains(reason)) reason = "other";
    ++manifest_.skipped[std::move(reason)];
  }

  // What the record holds; nothing, and counted, where that is no page.
  std::optional<Content> content_of(const ArchiveRecord& record) {
    const RecordHead& head = record.head;
    const bool conversion = head.type == "conversion";
    if (head.type != "response" && head.type != "resource" && !conversion) {
      skipped(head.type.empty() ? "record without a type" : reason_of_type(head.type));
      return std::nullopt;
    }
    if (!record.block.starts_with("HTTP/")) {
      if (trimmed_bytes(record.block).empty()) {
        skipped("empty");
        return std::nullopt;
      }
      const std::size_t size = std::min(record.block.size(), limits::page_bytes);
      return Content{head.content_type, std::string(record.block.substr(0, size)),
                     record.cut || size < record.block.size()};
    }
    HttpMessage message = read_http(record.block, limits::page_bytes);
    if (message.status != 200) {
      skipped(fmt::format("status {}", message.status));
      return std::nullopt;
    }
    if (!message.damage.empty() && is_page_type(message.content_type)) damaged(record, "is damaged: " + message.damage);
    if (message.body.empty()) {
      if (message.damage.empty()) skipped("empty");
      return std::nullopt;
    }
    return Content{std::move(message.content_type), std::move(message.body), message.cut || record.cut};
  }

  static bool is_page_type(const std::string& type) {
    return type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "text/plain";
  }

  Result<Article> read_content(const Content& content, std::optional<Error>& note) const {
    if (content.type != "text/plain") return read_page(content.bytes, name_, options_, note);
    return read_plain_text(decode_page(content.bytes).text, name_, options_);
  }

  void take(const ArchiveRecord& record) {
    const auto content = content_of(record);
    if (!content) return;
    // What crawlers write beside the pages: their own logs, the rules they obeyed.
    const std::string& from = record.head.address;
    if (from.ends_with("/robots.txt") || from.starts_with("metadata:") || from.starts_with("urn:")) {
      skipped("a crawler's own");
      return;
    }
    if (!is_page_type(content->type)) {
      skipped(reason_of_type(content->type));
      return;
    }
    std::optional<Error> note;
    auto article = read_content(*content, note);
    if (!article) {
      ++manifest_.without_text;
      return;
    }
    ++manifest_.articles;
    article->place = record.number;
    const std::string& address = record.head.address;
    if (!article->url && !address.empty() && first_invalid_utf8(address) == address.size() &&
        address.find('\0') == std::string::npos) {
      article->url = without_blanks(address);
      article->id = identity(*article);
    }
    sink_(std::move(article));
    if (content->cut) note = Error{name_, 0, fmt::format("was read up to its byte {} only", limits::page_bytes), {}};
    if (note) damaged(record, note->what);
  }

  const std::string& name_;
  const ReadOptions& options_;
  const ArticleSink& sink_;
  ArchiveManifest manifest_;
  std::uint64_t begin_after_ = 0;
};

}  // namespace

bool looks_like_archive(std::string_view head) {
  return begins_record(ArchiveKind::warc, head) || head.starts_with("filedesc:");
}

void read_archive(std::unique_ptr<Stream> stream, std::shared_ptr<GzipSource> packed, const std::string& name,
                  const ReadOptions& options, const ArticleSink& sink) {
  ArchiveRecords records(std::move(stream), std::move(packed), name);
  ArchiveReader(name, options, sink).read(records);
}
}  // namespace onrecord
