#include "tag/vocabulary.h"

#include <algorithm>

namespace onrecord::model {

namespace {

constexpr std::size_t longest_word = 100;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void Vocabulary::reserve(std::size_t count) {
  first_.numbers.reserve(count);
  later_.numbers.reserve(count / 4);
}

void Vocabulary::add(std::string_view piece) {
  const auto number = static_cast<std::uint32_t>(size_++);
  const bool later = piece.size() > 2 && piece.starts_with("##");
  const std::string& text = texts_.emplace_back(later ? piece.substr(2) : piece);
  Pieces& pieces = later ? later_ : first_;
  pieces.numbers.insert_or_assign(std::string_view(text), number);
  pieces.longest = std::max(pieces.longest, text.size());
}

std::uint32_t Vocabulary::append_pieces(std::string_view plain, std::vector<std::uint32_t>& out) const {
  const auto characters = plain.size() - static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), continues));
  const std::size_t before = out.size();
  std::size_t start = characters > longest_word ? plain.size() + 1 : 0;
  while (start < plain.size()) {
    const Pieces& pieces = start == 0 ? first_ : later_;
    std::size_t end = std::min(plain.size(), start + pieces.longest);
    for (; end > start; --end) {
      if (end < plain.size() && continues(plain[end])) continue;
      const auto found = pieces.numbers.find(plain.substr(start, end - start));
      if (found == pieces.numbers.end()) continue;
      out.push_back(found->second);
      break;
    }
    if (end == start) break;
    start = end;
  }
  if (start != plain.size() || plain.empty()) {
    out.resize(before);
    out.push_back(unknown);
  }
  return static_cast<std::uint32_t>(out.size() - before);
}

}  // namespace onrecord::model
