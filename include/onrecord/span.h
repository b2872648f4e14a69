// A half-open byte range [begin, end) of an article's UTF-8 text. It owns nothing and outlives nothing: it only means
// something together with the text it was made for. Both ends stand on character boundaries (invariant 2).
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace onrecord {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// A half-open range of indices into one of the flat arrays of Segments.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Range&) const = default;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
};

// The bytes of `text` that `span` covers; empty where the span does not lie in the text. Never copies.
inline std::string_view slice(std::string_view text, Span span) {
  if (span.begin > span.end || span.end > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace onrecord
