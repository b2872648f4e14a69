#include "read/json_lines.h"

#include <fmt/format.h>

#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "read/json_record.h"
#include "read/limits.h"

namespace onrecord {

namespace {

// Lines of a stream one after the other. A line above the limit is passed over, not kept.
class LineCutter {
 public:
  explicit LineCutter(Stream& stream) : stream_(stream) {}

  enum class Cut { line, too_long, end };
  // The next line without its break, valid until the next call.
  Cut next(std::string_view& line) {
    line_.clear();
    bool too_long = false;
    bool any = false;
    for (;;) {
      if (at_ == have_) {
        have_ = stream_.read(std::span(block_));
        at_ = 0;
        if (have_ == 0) break;
      }
      any = true;
      const char* begin = block_.data() + at_;
      const void* found = std::memchr(begin, '\n', have_ - at_);
      const std::size_t count =
          found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : have_ - at_;
      if (line_.size() + count > limits::record_bytes) too_long = true;
      if (!too_long) line_.append(begin, count);
      at_ += count;
      if (found == nullptr) continue;
      ++at_;
      line = line_;
      return too_long ? Cut::too_long : Cut::line;
    }
    line = line_;
    if (too_long) return Cut::too_long;
    return any ? Cut::line : Cut::end;
  }

 private:
  Stream& stream_;
  std::string block_ = std::string(std::size_t{256} << 10, '\0');
  std::size_t at_ = 0;
  std::size_t have_ = 0;
  std::string line_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos; }

}  // namespace

void read_json_lines(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  LineCutter cutter(stream);
  RecordReader reader;
  std::string_view line;
  bool any = false;
  for (std::size_t number = 1;; ++number) {
    const LineCutter::Cut cut = cutter.next(line);
    if (cut == LineCutter::Cut::end) break;
    if (cut == LineCutter::Cut::too_long) {
      any = true;
      sink(tl::unexpected(
          Error{name, number, fmt::format("is longer than {} bytes", limits::record_bytes), "split the record"}));
      continue;
    }
    if (number == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
    if (is_blank(line)) continue;
    any = true;
    std::optional<Error> note;
    sink(reader.read(line, name, number, options, note));
    if (note) sink(tl::unexpected(std::move(*note)));
  }
  if (!any && !stream.damage()) sink(tl::unexpected(Error{name, 0, "holds no record", "leave it out"}));
}

}  // namespace onrecord
