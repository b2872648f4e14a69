#include "read/json_array.h"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "read/json_record.h"
#include "read/limits.h"

namespace onrecord {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Members of an array one after the other, told apart by brackets, commas and strings alone.
class MemberCutter {
 public:
  explicit MemberCutter(Stream& stream) : stream_(stream) {}

  enum class Cut { member, too_long, end, broken };
  // The next member, valid until the next call; `line` is where it begins.
  Cut next(std::string_view& member, std::size_t& line) {
    member_.clear();
    int c = skip_blanks();
    if (before_first_) {
      before_first_ = false;
      if (c == 0xef && take() == 0xbb && take() == 0xbf) c = skip_blanks();
      if (c != '[') return Cut::broken;
      c = skip_blanks();
      if (c == ']') return closed();
    } else if (c == ']') {
      return closed();
    } else if (c == ',') {
      c = skip_blanks();
    } else {
      return Cut::broken;
    }
    line = line_;
    if (c != '{' && c != '[' && c != '"') return scalar(c, member);
    bool too_long = false;
    std::size_t depth = 0;
    bool in_string = false, escaped = false;
    for (; c != end; c = take()) {
      if (member_.size() < limits::record_bytes) {
        member_.push_back(static_cast<char>(c));
      } else {
        too_long = true;
      }
      if (in_string) {
        in_string = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        --depth;
      }
      if (depth == 0 && !in_string) {
        member = member_;
        return too_long ? Cut::too_long : Cut::member;
      }
    }
    return Cut::broken;
  }

  std::size_t line() const { return line_; }

 private:
  static constexpr int end = -1;

  int take() {
    if (at_ == have_) {
      have_ = stream_.read(std::span(block_));
      at_ = 0;
      if (have_ == 0) return end;
    }
    const char c = block_[at_++];
    if (c == '\n') ++line_;
    return static_cast<unsigned char>(c);
  }

  int skip_blanks() {
    int c = take();
    while (c != end && is_blank(static_cast<char>(c))) c = take();
    return c;
  }

  // Numbers, true, false and null, which are no records.
  Cut scalar(int c, std::string_view& member) {
    while (c != end && c != ',' && c != ']' && !is_blank(static_cast<char>(c)) && member_.size() < 64) {
      member_.push_back(static_cast<char>(c));
      c = take();
    }
    if (c == end || member_.empty() || member_.size() == 64) return Cut::broken;
    --at_;  // what was taken last came from the block
    if (c == '\n') --line_;
    member = member_;
    return Cut::member;
  }

  // Behind the array nothing may follow.
  Cut closed() { return skip_blanks() == end ? Cut::end : Cut::broken; }

  Stream& stream_;
  std::string block_ = std::string(std::size_t{256} << 10, '\0');
  std::size_t at_ = 0;
  std::size_t have_ = 0;
  std::size_t line_ = 1;
  bool before_first_ = true;
  std::string member_;
};

}  // namespace

void read_json_array(Stream& stream, const std::string& name, const ReadOptions& options, const ArticleSink& sink) {
  MemberCutter cutter(stream);
  RecordReader reader;
  std::size_t members = 0;
  for (;; ++members) {
    std::string_view member;
    std::size_t line = 1;
    switch (cutter.next(member, line)) {
      case MemberCutter::Cut::end:
        if (members == 0) sink(tl::unexpected(Error{name, 0, "holds no record", "leave it out"}));
        return;
      case MemberCutter::Cut::broken:
        if (!stream.damage()) {
          sink(
              tl::unexpected(Error{name, cutter.line(), "is a JSON array that breaks off or is damaged here",
                                   "write it anew, or write one record a line", members > 0 ? Lost::part : Lost::all}));
        }
        return;
      case MemberCutter::Cut::too_long:
        sink(tl::unexpected(Error{name, line, fmt::format("is a record longer than {} bytes", limits::record_bytes),
                                  "split the record"}));
        break;
      case MemberCutter::Cut::member: {
        std::optional<Error> note;
        sink(reader.read(member, name, line, options, note));
        if (note) sink(tl::unexpected(std::move(*note)));
        break;
      }
    }
  }
}

}  // namespace onrecord
