#include "show/json_writer.h"

#include <fmt/format.h>

#include <cmath>

#include "text/text.h"

namespace onrecord {

namespace {

// The bytes up to `end` are valid UTF-8: only quotes, backslashes and control characters need care.
void append_escaped(std::string& out, std::string_view value) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
    out.append(value, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
    }
  }
  out.append(value, plain);
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out.push_back('"');
  for (;;) {
    const std::size_t valid = first_invalid_utf8(value);
    append_escaped(out, value.substr(0, valid));
    if (valid == value.size()) break;
    out += "\uFFFD";
    value.remove_prefix(valid + 1);
  }
  out.push_back('"');
}

void JsonWriter::separate() {
  if (!first_) out_->push_back(',');
  first_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  out_->push_back(bracket);
  first_ = true;
}

void JsonWriter::close(char bracket) {
  out_->push_back(bracket);
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(*out_, name);
  out_->push_back(':');
  first_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(*out_, value);
}

void JsonWriter::integer(std::uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(*out_), "{}", value);
}

void JsonWriter::share(float value) {
  separate();
  const long thousandths = std::isfinite(value) ? std::lround(static_cast<double>(value) * 1000.0) : 0;
  fmt::format_to(std::back_inserter(*out_), "{:g}", static_cast<double>(thousandths) / 1000.0);
}

void JsonWriter::boolean(bool value) {
  separate();
  *out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  *out_ += "null";
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

void JsonWriter::optional_field(std::string_view name, const std::optional<std::string>& value) {
  key(name);
  if (value) {
    string(*value);
  } else {
    null();
  }
}

}  // namespace onrecord
