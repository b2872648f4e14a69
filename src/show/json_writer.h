// A JSON text written from front to back into a string. It keeps the commas; the caller keeps the order of keys, which
// is the order a reader sees. Nothing can fail: text that is not valid UTF-8 (a file name may be any bytes) is written
// with U+FFFD in the place of what is broken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : out_(&out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  void key(std::string_view name);

  void string(std::string_view value);
  void integer(std::uint64_t value);
  void share(float value);  // a score from 0 to 1, to three decimals, as short as that can be said: 0.97, 1
  void boolean(bool value);
  void null();

  // A key with its value.
  void field(std::string_view name, std::string_view value);
  void optional_field(std::string_view name, const std::optional<std::string>& value);  // null where there is none

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string* out_;
  bool first_ = true;  // nothing has been written yet at this depth, or a key awaits its value
};

// Appends `value` as a quoted JSON string.
void append_json_string(std::string& out, std::string_view value);

}  // namespace onrecord
