// A list of words that is known when the program is compiled, for questions that nearly all get "no": a word is only
// compared with one that it agrees with in length and three letters, as far as a small table can tell.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

template <std::size_t count>
class WordSet {
 public:
  template <class... Words>
  constexpr explicit WordSet(const Words&... words) : words_{std::string_view(words)...} {
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = place_of(words_[i]);
      while (slots_[at] != 0) at = (at + 1) % slot_count;
      slots_[at] = static_cast<std::uint16_t>(i + 1);
    }
  }

  // The first place that the word has in the list; `count` where it has none.
  constexpr std::size_t index_of(std::string_view word) const {
    for (std::size_t at = place_of(word); slots_[at] != 0; at = (at + 1) % slot_count) {
      if (words_[slots_[at] - 1u] == word) return slots_[at] - 1u;
    }
    return count;
  }
  constexpr bool contains(std::string_view word) const { return index_of(word) != count; }

  constexpr const std::array<std::string_view, count>& words() const { return words_; }

 private:
  static constexpr std::size_t slot_count = std::bit_ceil(4 * count);

  static constexpr std::size_t place_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(word[i])}; };
    const std::uint32_t mixed = byte(0) | byte(word.size() / 2) << 8 | byte(word.size() - 1) << 16 |
                                static_cast<std::uint32_t>(word.size()) << 24;
    return mixed * 0x9e3779b1u >> 16 & (slot_count - 1);
  }

  std::array<std::string_view, count> words_;
  std::array<std::uint16_t, slot_count> slots_{};  // place in the list and one; 0 where no word falls
};

template <class... Words>
WordSet(const Words&...) -> WordSet<sizeof...(Words)>;

}  // namespace onrecord
