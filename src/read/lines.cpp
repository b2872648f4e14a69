#include "read/lines.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord {

namespace {

bool equal_lower(char a, char b) { return lower_ascii(a) == b; }

bool is_word_byte(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c) || is_ascii_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

}  // namespace

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
char lower_ascii(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

std::vector<Span> first_lines(std::string_view text, std::size_t limit) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size() && lines.size() < limit;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const Span line = trim(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (!line.empty()) lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::vector<Span> last_lines(std::string_view text, std::size_t limit) {
  std::vector<Span> lines;
  for (std::size_t end = text.size(); end > 0 && lines.size() < limit;) {
    const std::size_t at = text.find_last_of("\r\n", end - 1);
    const std::size_t begin = at == std::string_view::npos ? 0 : at + 1;
    const Span line = trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (!line.empty()) lines.push_back(line);
    if (begin == 0) break;
    end = begin - 1;
  }
  std::ranges::reverse(lines);
  return lines;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_space(c.value)) {
      if (begin != std::string_view::npos) words.push_back(line.substr(begin, i - begin));
      begin = std::string_view::npos;
    } else if (begin == std::string_view::npos) {
      begin = i;
    }
    i += c.bytes;
  }
  if (begin != std::string_view::npos) words.push_back(line.substr(begin));
  return words;
}

std::string_view trimmed_bytes(std::string_view bytes) {
  constexpr std::string_view space = " \t\r\n\f\v";
  const std::size_t begin = bytes.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return bytes.substr(begin, bytes.find_last_not_of(space) + 1 - begin);
}

std::string_view trimmed(std::string_view text) {
  return slice(text, trim(text, {0, static_cast<std::uint32_t>(text.size())}));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const std::string_view word : words_of(text)) {
    if (!out.empty()) out.push_back(' ');
    out.append(word);
  }
  return out;
}

bool begins_with(std::string_view line, std::string_view phrase) {
  if (line.size() < phrase.size() || !std::ranges::equal(line.substr(0, phrase.size()), phrase, equal_lower))
    return false;
  return line.size() == phrase.size() || !is_word_byte(phrase.back()) || !is_word_byte(line[phrase.size()]);
}

bool holds(std::string_view line, std::string_view phrase) {
  return !std::ranges::search(line, phrase, equal_lower).empty();
}

}  // namespace onrecord
