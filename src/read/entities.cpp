#include "read/entities.h"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <cstdint>
#include <optional>

#include "read/lines.h"

namespace onrecord {

namespace {

void append_character(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xc0 | (c >> 6)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | (c >> 12)));
    out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | (c >> 18)));
    out.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
}

// "#8217", "#x2019" or "rsquo" as a code point; nothing for what is no character.
std::optional<std::uint32_t> character_of(std::string_view reference) {
  std::uint32_t value = 0;
  if (reference.starts_with('#')) {
    reference.remove_prefix(1);
    int base = 10;
    if (reference.starts_with('x') || reference.starts_with('X')) {
      reference.remove_prefix(1);
      base = 16;
    }
    const auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(), value, base);
    if (error != std::errc() || end != reference.data() + reference.size()) return std::nullopt;
  } else {
    const std::string name(reference);
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return std::nullopt;
    value = entity->value;
  }
  const bool character =
      value >= 0x20 && value <= 0x10ffff && !(value >= 0x7f && value < 0xa0) && !(value >= 0xd800 && value < 0xe000);
  return character ? std::optional(value) : std::nullopt;
}

std::string once(std::string_view text) {
  constexpr std::size_t longest = 10;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&') {
      const std::size_t end = text.find(';', i);
      if (end != std::string_view::npos && end - i - 1 <= longest) {
        if (const auto character = character_of(text.substr(i + 1, end - i - 1))) {
          append_character(out, *character);
          i = end;
          continue;
        }
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

// Without "<em>" and the like; a "<" that opens no tag stays.
std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' && i + 1 < text.size() && (text[i + 1] == '/' || is_ascii_lower(lower_ascii(text[i + 1])))) {
      const std::size_t end = text.find('>', i);
      if (end != std::string_view::npos) {
        i = end;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

}  // namespace

std::string plain(std::string_view text) {
  if (text.find('&') == std::string_view::npos && text.find('<') == std::string_view::npos) return one_line(text);
  // Twice: "&amp;quot;" is met in the wild.
  return one_line(without_tags(once(once(text))));
}

}  // namespace onrecord
