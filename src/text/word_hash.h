// Hash and equality of words, for tables that are asked for every word of every text: no call, no loop over bytes for
// words of up to 16.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace onrecord {

// A word's bytes as two numbers; of a longer one than 16, those at its ends.
struct WordEnds {
  explicit WordEnds(std::string_view word) {
    const char* const at = word.data();
    const std::size_t size = word.size();
    const auto take = [](const char* from, std::size_t bytes) {
      std::uint64_t made = 0;
      std::memcpy(&made, from, bytes);
      return made;
    };
    if (size >= 8) {
      first = take(at, 8);
      last = take(at + size - 8, 8);
    } else if (size >= 4) {
      first = take(at, 4);
      last = take(at + size - 4, 4);
    } else if (size > 0) {
      first = take(at, 1) | take(at + size / 2, 1) << 8;
      last = take(at + size - 1, 1);
    }
  }
  bool operator==(const WordEnds&) const = default;

  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

struct WordHash {
  using is_avalanching = void;
  std::size_t operator()(std::string_view word) const {
    const WordEnds ends(word);
    std::uint64_t mixed = (ends.first + word.size()) * 0x9e3779b97f4a7c15u;
    for (std::size_t i = 8; i + 8 < word.size(); i += 8) {
      std::uint64_t middle = 0;
      std::memcpy(&middle, word.data() + i, 8);
      mixed = (mixed ^ mixed >> 29 ^ middle) * 0xbf58476d1ce4e5b9u;
    }
    mixed = (mixed ^ mixed >> 32 ^ ends.last) * 0x94d049bb133111ebu;
    return static_cast<std::size_t>(mixed ^ mixed >> 29);
  }
};

struct SameWord {
  bool operator()(std::string_view a, std::string_view b) const {
    if (a.size() != b.size() || !(WordEnds(a) == WordEnds(b))) return false;
    return a.size() <= 16 || std::memcmp(a.data(), b.data(), a.size()) == 0;
  }
};

}  // namespace onrecord
